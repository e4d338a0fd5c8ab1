using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Somebody who shall join the organisation for which one acts.</summary>
[Name("InviteMemberInput")]
public sealed class InviteMemberInput
{
    /// <summary>Where the letter goes.</summary>
    public required string Email { get; init; }

    /// <summary>What the person will be able to do.</summary>
    public required MemberRole Role { get; init; }
}

/// <summary>The link of an invitation.</summary>
[Name("AcceptInvitationInput")]
public sealed class AcceptInvitationInput
{
    /// <summary>The secret in the link; works for seven days, and for the invited address only.</summary>
    public required string Secret { get; init; }
}

/// <summary>An invitation that shall not count any more.</summary>
[Name("WithdrawInvitationInput")]
public sealed class WithdrawInvitationInput
{
    /// <summary>An open invitation of the organisation for which one acts.</summary>
    [Id]
    public required string Invitation { get; init; }
}

/// <summary>A member and the new role.</summary>
[Name("ChangeMemberInput")]
public sealed class ChangeMemberInput
{
    /// <summary>A member of the organisation for which one acts.</summary>
    [Id]
    public required string Member { get; init; }

    /// <summary>Null takes the person out of the organisation.</summary>
    public MemberRole? Role { get; init; }
}

/// <summary>What became of a membership.</summary>
[Name("MembershipPayload")]
public sealed class MembershipPayload : Payload
{
    internal MembershipPayload(IEnumerable<IProblem> problems, Ask ask, OrganisationGraph? organisation = null)
        : base(problems, ask) => Organisation = organisation;

    /// <summary>The organisation as it is now; null with problems.</summary>
    public OrganisationGraph? Organisation { get; }
}

/// <summary>The invitation was for another address.</summary>
public sealed record InvitedSomebodyElse : IProblem
{
    public LocalizedText Message => new(
        "Lời mời này gửi cho một địa chỉ e-mail khác. Hãy đăng nhập bằng địa chỉ đã nhận thư.", "This invitation went to another e-mail address. Sign in with the address that got the letter.");
}

/// <summary>Somebody else is changing the members at the same time.</summary>
public sealed record MembersChangedMeanwhile : IProblem
{
    public LocalizedText Message => new(
        "Người khác vừa thay đổi thành viên. Hãy xem lại danh sách rồi làm lại.", "Somebody else has just changed the members. Look at the list and try again.");
}

public sealed partial class Mutation
{
    /// <summary>Sends a letter that invites somebody into the organisation for which one acts. Problems: INVALID_VALUE.</summary>
    public static async Task<MembershipPayload> InviteMember(
        InviteMemberInput input, Owner owner, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var (email, actor) = (input.Email.Trim(), owner.Actor);
        if (!IsAddress(email))
        {
            return new([new InvalidValue(["email"], new("Địa chỉ e-mail không đúng, ví dụ đúng: ten@example.com.", "This is not an e-mail address; one looks like name@example.com."))], ask);
        }

        var (db, now, secret) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), Secrets.New());
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = actor.OrganisationId,
            Email = email,
            Role = input.Role,
            SecretHash = Secrets.HashOf(secret),
            InvitedBy = actor.AccountId,
            ExpiresAt = (now + Invitation.Lifetime).UtcDateTime,
        };
        db.Invitations.Add(invitation);
        db.Note(actor, "inviteMember", ("Organisation", actor.OrganisationId), now, after: new { email, role = input.Role.ToString() });
        services.GetRequiredService<Letters>().Invite(email, ask.Language, actor.Name, actor.OrganisationName, secret);
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask, await OrganisationAsync(db, actor.OrganisationId, cancellationToken));
    }

    /// <summary>Takes an invitation back: its link works no more. Problems: NOTHING_THERE.</summary>
    public static async Task<MembershipPayload> WithdrawInvitation(
        WithdrawInvitationInput input, Owner owner, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, actor) = (services.GetRequiredService<MarketplaceDb>(), owner.Actor);
        if (!GlobalId.TryDecode(input.Invitation, "Invitation", out var id)
            || await db.Invitations.SingleOrDefaultAsync(open => open.Id == id && open.OrganisationId == actor.OrganisationId && open.AcceptedAt == null, cancellationToken) is not { } invitation)
        {
            return new([new NothingThere(["invitation"])], ask);
        }

        db.Invitations.Remove(invitation);
        db.Note(actor, "withdrawInvitation", ("Organisation", actor.OrganisationId), services.GetRequiredService<TimeProvider>().GetUtcNow(), new { invitation.Email, role = invitation.Role.ToString() });
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask, await OrganisationAsync(db, actor.OrganisationId, cancellationToken));
    }

    /// <summary>Joins the organisation of an invitation; the session acts for it from now on. Problems: LINK_NOT_VALID, INVITED_SOMEBODY_ELSE.</summary>
    public static async Task<MembershipPayload> AcceptInvitation(
        AcceptInvitationInput input, Person person, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.InvitationAsync(Secrets.HashOf(input.Secret), now.UtcDateTime, cancellationToken) is not { } invitation)
        {
            return new([new LinkNotValid()], ask);
        }

        if (!invitation.Email.Equals(person.Email, StringComparison.OrdinalIgnoreCase))
        {
            return new([new InvitedSomebodyElse()], ask);
        }

        invitation.AcceptedAt = now.UtcDateTime;
        if (await db.Memberships.FindAsync([invitation.OrganisationId, person.AccountId], cancellationToken) is { } member)
        {
            // An invitation may raise a role and never lower it.
            member.Role = member.Role < invitation.Role ? member.Role : invitation.Role;
        }
        else
        {
            db.Memberships.Add(new Membership { OrganisationId = invitation.OrganisationId, AccountId = person.AccountId, Role = invitation.Role, Since = now.UtcDateTime });
        }

        if (await db.Sessions.FindAsync([person.SessionId], cancellationToken) is { } session)
        {
            (session.OrganisationId, session.OnBehalfOfId) = (invitation.OrganisationId, null);
        }

        db.Note(person, actor: null, "acceptInvitation", ("Organisation", invitation.OrganisationId), now, after: new { role = invitation.Role.ToString() });
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask, await OrganisationAsync(db, invitation.OrganisationId, cancellationToken));
    }

    /// <summary>Gives a member another role, or takes the member out; what the person then may do counts from the next request. Problems: NOTHING_THERE, LAST_OWNER, MEMBERS_CHANGED_MEANWHILE.</summary>
    public static async Task<MembershipPayload> ChangeMember(
        ChangeMemberInput input, Owner owner, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, actor) = (services.GetRequiredService<MarketplaceDb>(), owner.Actor);
        var isId = GlobalId.TryDecode(input.Member, out var type, out var id) && type == "Account";
        var members = await db.Memberships.Where(membership => membership.OrganisationId == actor.OrganisationId).ToListAsync(cancellationToken);
        if (!isId || members.Find(membership => membership.AccountId == id) is not { } member)
        {
            return new([new NothingThere(["member"])], ask);
        }

        if (input.Role != MemberRole.Owner && !members.Exists(other => other != member && other.Role == MemberRole.Owner))
        {
            return new([new LastOwner()], ask);
        }

        var before = member.Role.ToString();
        if (input.Role is { } role)
        {
            member.Role = role;
        }
        else
        {
            db.Memberships.Remove(member);
        }

        // Two owners who take one another out at the same time both saw another owner: the second save must not go through.
        var organisation = await db.Organisations.SingleAsync(found => found.Id == actor.OrganisationId, cancellationToken);
        db.Entry(organisation).Property(found => found.Name).IsModified = true;
        db.Note(actor, "changeMember", ("Organisation", actor.OrganisationId), services.GetRequiredService<TimeProvider>().GetUtcNow(), new { member = id, role = before }, new { member = id, role = input.Role?.ToString() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new([new MembersChangedMeanwhile()], ask);
        }

        return new([], ask, await OrganisationAsync(db, actor.OrganisationId, cancellationToken));
    }

    private static async Task<OrganisationGraph> OrganisationAsync(MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        new(await db.Organisations.AsNoTracking().SingleAsync(organisation => organisation.Id == id, cancellationToken));
}
