using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.PersonalData;
using Marketplace.Core.PersonalData;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Evidence;
using Marketplace.Data.Ordering;
using Marketplace.Data.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A copy of one's data.</summary>
[Name("ExportPersonalDataPayload")]
public sealed class ExportPersonalDataPayload : Payload
{
    internal ExportPersonalDataPayload(Ask ask, string data)
        : base([], ask) => Data = data;

    /// <summary>
    /// JSON with everything that the marketplace keeps of the person: account, consents, organisations, sessions, requests, invitations, sheets,
    /// papers, carts, orders with their payments, and deeds. Secrets such as the password's hash are left out.
    /// </summary>
    public string Data { get; }
}

public sealed partial class Mutation
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Hands a person a copy of their data, at once; that it was asked for is kept. Too many attempts: RATE_LIMITED.</summary>
    [Cost(50)]
    public static async Task<ExportPersonalDataPayload> ExportPersonalData(
        Person person, Visitor visitor, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var request = PersonalDataRequest.Of(PersonalDataRequestKind.Export, Guid.CreateVersion7(now), person.AccountId, now.UtcDateTime);
        db.PersonalDataRequests.Add(request);
        db.Note(person, actor: null, "exportPersonalData", ("Account", person.AccountId), now);
        await db.SaveChangesAsync(cancellationToken);

        var account = await db.Accounts.AsNoTracking().SingleAsync(found => found.Id == person.AccountId, cancellationToken);
        var data = new
        {
            exportedAt = now.UtcDateTime,
            account = new { account.Name, account.Email, account.EmailConfirmed, account.Language, secondFactor = account.TwoFactorEnabled, account.CreatedAt },
            consents = (await db.ConsentsOfAsync(person.AccountId, cancellationToken)).Select(consent => new { consent.Purpose, consent.Text, consent.GivenAt, consent.WithdrawnAt }),
            organisations = visitor.Memberships.Select(membership => new { membership.Organisation.Name, membership.Organisation.Kind, membership.Role }),
            sessions = (await db.SessionsOfAsync(person.AccountId, now.UtcDateTime, cancellationToken)).Select(session => new { session.Device, session.CreatedAt, session.SeenAt }),
            requests = (await db.RequestsOfAsync(person.AccountId, cancellationToken)).Select(asked => new { asked.Kind, asked.AskedAt, asked.DueAt, asked.LegalEnd, asked.DoneAt, asked.TakenBackAt }),
            invitations = (await db.InvitationsToAsync(person.Email, cancellationToken)).Select(invitation => new { invitation.Role, invitation.ExpiresAt, invitation.AcceptedAt }),
            complaints = (await db.ComplaintsFromAsync(person.Email, cancellationToken)).Select(complaint => new { complaint.Reference, complaint.About, complaint.Text, complaint.FiledAt, complaint.Answer, complaint.AnsweredAt }),
            papers = await db.PapersSentByAsync(person.AccountId, cancellationToken),
            sheets = await db.SheetsOfAsync(person.AccountId, cancellationToken),
            cart = await db.CartLinesOfAsync(person.AccountId, cancellationToken),
            orders = await CopiedOrders.OfAsync(db, person.AccountId, cancellationToken),
            deliveryAddresses = (await db.AddressesOfAsync(person.AccountId, cancellationToken)).Select(address => new { address.Label, address.Recipient, address.IsUsual }),
            savedLists = (await db.SavedListsAsync(person.AccountId, cancellationToken)).Select(list => new { list.Name, list.ChangedAt }),
            approvals = (await db.ApprovalsAskedByAsync(person.AccountId, cancellationToken)).Select(request => new { request.AskedAt, request.Recipient, request.Total, request.Note, request.DecidedAt, request.Reason }),
            deeds = (await db.DeedsOfAsync(person.AccountId, cancellationToken)).Select(Deed),
        };
        return new(ask, JsonSerializer.Serialize(data, Readable));
    }

    private static object Deed(AuditEntry entry) => new { entry.At, entry.Action, entry.Subject, id = GlobalId.Encode(entry.Subject, entry.SubjectId), entry.Before, entry.After, entry.Why };
}
