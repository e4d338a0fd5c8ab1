using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.Data;
using Marketplace.Data.Accounts;

namespace Marketplace.Api.Accounts;

/// <summary>Writes down who did what, in the transaction of the deed.</summary>
internal static class AuditLog
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="id">Made from the key of the request, so that a repeated one finds what it did; drawn anew without.</param>
    public static void Note(
        this MarketplaceDb db, Person person, Actor? actor, string action, (string Kind, Guid Id) subject, DateTimeOffset now, object? before = null, object? after = null, string? why = null, Guid? id = null) =>
        db.Audit.Add(new AuditEntry
        {
            Id = id ?? Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            AccountId = actor is null ? person.AccountId : actor.PersonId,
            Who = person.Name,
            OrganisationId = actor?.AgentId ?? actor?.OrganisationId,
            OnBehalfOfId = actor?.AgentId is null ? null : actor.OrganisationId,
            Action = action,
            Subject = subject.Kind,
            SubjectId = subject.Id,
            Before = Written(before),
            After = Written(after),
            Why = why?.Length > AuditEntry.WhyLength ? why[..AuditEntry.WhyLength] : why,
        });

    /// <inheritdoc cref="Note(MarketplaceDb, Person, Actor?, string, ValueTuple{string, Guid}, DateTimeOffset, object?, object?, string?, Guid?)"/>
    public static void Note(
        this MarketplaceDb db, Actor actor, string action, (string Kind, Guid Id) subject, DateTimeOffset now, object? before = null, object? after = null, string? why = null, Guid? id = null) =>
        db.Note(new Person(actor.AccountId, actor.Name, "", Guid.Empty), actor, action, subject, now, before, after, why, id);

    private static string? Written(object? state) => state is null ? null : JsonSerializer.Serialize(state, Plain);
}
