using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Data.Accounts;

namespace Marketplace.Api;

/// <summary>
/// Whoever asks. A field that names one of the types below in its parameters can only be asked by such a caller; everybody else is refused
/// before it runs: UNAUTHENTICATED when nobody is signed in, FORBIDDEN when the wrong one is.
/// </summary>
/// <param name="Represented">The producer for which the person acts as another organisation's member.</param>
/// <param name="GuestSecret">What the cookie of a guest's cart says; null without one.</param>
/// <param name="Until">When the machine's token ends; null for a person, whose session says it.</param>
public sealed record Visitor(
    Person? Person, Actor? Actor, IReadOnlyList<OrganisationMembership> Memberships, OrganisationMembership? Represented = null, DateTimeOffset? Until = null, string? GuestSecret = null)
{
    public static readonly Visitor Nobody = new(Person: null, Actor: null, []);

    private static readonly Dictionary<Type, Delegate> Readers = new()
    {
        [typeof(Visitor)] = (Visitor visitor) => visitor,
        [typeof(Person)] = (Visitor visitor) => visitor.SignedIn(),
        [typeof(Actor)] = (Visitor visitor) => visitor.Acting(),
        [typeof(Buyer)] = (Visitor visitor) => visitor.Buying(),
        [typeof(Purchaser)] = (Visitor visitor) => visitor.Purchasing(),
        [typeof(Approver)] = (Visitor visitor) => visitor.Approving(),
        [typeof(CompanyPurchaser)] = (Visitor visitor) => visitor.PurchasingForCompany(),
        [typeof(Owner)] = (Visitor visitor) => new Owner(visitor.As(kind: null, MemberRole.Owner)),
        [typeof(ProducerOwner)] = (Visitor visitor) => new ProducerOwner(visitor.As(OrganisationKind.Producer, MemberRole.Owner)),
        [typeof(ProducerMember)] = (Visitor visitor) => new ProducerMember(visitor.As(OrganisationKind.Producer, MemberRole.Viewer)),
        [typeof(ProducerEditor)] = (Visitor visitor) => new ProducerEditor(visitor.As(OrganisationKind.Producer, MemberRole.Editor, KeyScope.Listings)),
        [typeof(StockKeeper)] = (Visitor visitor) => new StockKeeper(visitor.As(OrganisationKind.Producer, MemberRole.Editor, KeyScope.Stock)),
        [typeof(SheetEditor)] = (Visitor visitor) => new SheetEditor(visitor.As(OrganisationKind.Producer, MemberRole.Editor, KeyScope.Listings, KeyScope.Stock)),
        [typeof(Seller)] = (Visitor visitor) => visitor.Selling(),
        [typeof(Officer)] = (Visitor visitor) => new Officer(visitor.As(OrganisationKind.ProgrammeOffice, MemberRole.Editor, KeyScope.Office)),
    };

    /// <summary>How a parameter of that type is filled; null where it is not one of these.</summary>
    internal static Func<Visitor, T>? ReaderOf<T>() => Readers.GetValueOrDefault(typeof(T)) as Func<Visitor, T>;

    /// <summary>Refuses where this is no longer who that was: another session or key, another organisation, or other rights in it.</summary>
    internal void MustStillBe(Visitor then)
    {
        if (Actor is null && Person is null && then is not { Actor: null, Person: null })
        {
            throw NotSignedIn();
        }

        if (Person?.SessionId != then.Person?.SessionId || RightsOf(Actor) != RightsOf(then.Actor))
        {
            throw Forbidden("Quyền của bạn đã thay đổi. Hãy mở lại.", "What you may do has changed. Open the stream again.");
        }
    }

    private static (Guid, Guid, MemberRole, Guid?, Guid?, string)? RightsOf(Actor? actor) =>
        actor is null ? null : (actor.AccountId, actor.OrganisationId, actor.Role, actor.ProducerId, actor.AgentId, string.Join(' ', actor.Scopes ?? []));

    private Person SignedIn() => Person ?? throw (Actor is null ? NotSignedIn() : Forbidden("Việc này chỉ người đăng nhập mới làm được, không dùng khóa của máy.", "This is for people who are signed in, not for the keys of machines."));

    private static BadInputException NotSignedIn() => new(new LocalizedText("Hãy đăng nhập để làm việc này.", "Sign in to do this."), ErrorCode.Unauthenticated);

    private Actor Acting() => Actor ?? throw (Person is null
        ? NotSignedIn()
        : Forbidden("Hãy chọn tổ chức mà bạn làm việc cho.", "Choose the organisation for which you act."));

    /// <summary>For an organisation that buys, or for oneself: what somebody does for a producer or the office is no purchase of theirs.</summary>
    private Buyer Buying() => Person is null && Actor is not null
        ? throw Forbidden("Khóa của máy chưa đặt hàng được; hãy đăng nhập.", "The keys of machines cannot order yet; sign in.")
        : new Buyer(Person, Actor is { Kind: OrganisationKind.Distributor or OrganisationKind.Buyer } ? Actor : null, Person is null ? GuestSecret : null);

    private Purchaser Purchasing() => Buying() is { Actor.Role: MemberRole.Viewer }
        ? throw Forbidden("Bạn chỉ được xem, không được đặt hàng.", "You may look, but not order.")
        : new Purchaser(Buying());

    private Approver Approving() => Buying().Actor switch
    {
        { Role: MemberRole.Owner } owner => new Approver(owner),
        { } => throw Forbidden("Việc này chỉ dành cho chủ sở hữu của tổ chức.", "This is for owners of the organisation only."),
        null => throw (Person is null ? NotSignedIn() : Forbidden("Việc này chỉ dành cho tổ chức mua hàng.", "This is for organisations that buy.")),
    };

    private CompanyPurchaser PurchasingForCompany() => Purchasing() is { Buyer.Actor: { } company } purchaser
        ? new CompanyPurchaser(purchaser.Buyer, company)
        : throw (Person is null
            ? NotSignedIn()
            : Forbidden("Việc này chỉ dành cho tổ chức mua hàng; hãy chọn tổ chức mà bạn mua cho.", "This is for organisations that buy; choose the one for which you buy."));

    private Seller Selling() => Person is null && Actor is not null
        ? throw Forbidden("Khóa của máy chưa xử lý đơn hàng được; hãy đăng nhập.", "The keys of machines cannot handle orders yet; sign in.")
        : new Seller(As(OrganisationKind.Producer, MemberRole.Editor));

    /// <param name="scopes">All that a key must have been made for.</param>
    private Actor As(OrganisationKind? kind, MemberRole role, params ReadOnlySpan<KeyScope> scopes)
    {
        var actor = Acting();
        if (kind is not null && actor.Kind != kind)
        {
            throw kind == OrganisationKind.ProgrammeOffice
                ? Forbidden("Việc này chỉ dành cho cán bộ chương trình.", "This is for the programme office only.")
                : Forbidden("Việc này chỉ dành cho nhà sản xuất.", "This is for producers only.");
        }

        foreach (var needed in scopes)
        {
            if (actor.Scopes?.Contains(needed) == false)
            {
                throw Forbidden($"Khóa này không có quyền {needed}.", $"The key was not made for {needed}.");
            }
        }

        return actor.Role <= role ? actor : throw (role == MemberRole.Owner
            ? Forbidden("Việc này chỉ dành cho chủ sở hữu của tổ chức.", "This is for owners of the organisation only.")
            : Forbidden("Bạn chỉ được xem, không được sửa.", "You may look, but not change anything."));
    }

    private static BadInputException Forbidden(string vi, string en) => new(new LocalizedText(vi, en), ErrorCode.Forbidden);
}

/// <summary>Somebody who is signed in.</summary>
public sealed record Person(Guid AccountId, string Name, string Email, Guid SessionId);

/// <summary>A person or a machine that acts for an organisation.</summary>
/// <param name="AccountId">The person's account, or the machine's key.</param>
/// <param name="Name">What the person or the key is called.</param>
/// <param name="OrganisationId">In whose name: of the producer, where somebody else's member acts for it.</param>
/// <param name="Scopes">What the machine's token is for; null for a person, who may do what the role allows.</param>
/// <param name="AgentId">The organisation whose member acts in another's name; null when it is its own.</param>
public sealed record Actor(
    Guid AccountId, string Name, Guid OrganisationId, string OrganisationName, OrganisationKind Kind, MemberRole Role, Guid? ProducerId, IReadOnlyList<KeyScope>? Scopes = null, Guid? AgentId = null)
{
    /// <summary>The person's account; null for a machine.</summary>
    public Guid? PersonId => Scopes is null ? AccountId : null;
}

/// <summary>Somebody who may decide over the organisation's members and keys.</summary>
public sealed record Owner(Actor Actor);

/// <summary>Somebody who decides what members of an organisation that buys may order.</summary>
public sealed record Approver(Actor Actor);

/// <summary>Somebody who may decide who acts for a producer.</summary>
public sealed record ProducerOwner(Actor Actor);

/// <summary>Somebody of a producer: reads its workspace.</summary>
public sealed record ProducerMember(Actor Actor);

/// <summary>Somebody who may change the texts and pictures of a producer's listings.</summary>
public sealed record ProducerEditor(Actor Actor);

/// <summary>Somebody who may change a producer's offers: stock, prices and capacity.</summary>
public sealed record StockKeeper(Actor Actor);

/// <summary>Somebody who says how far a producer's orders have come.</summary>
public sealed record Seller(Actor Actor);

/// <summary>Somebody who may send sheets, which change texts and offers alike.</summary>
public sealed record SheetEditor(Actor Actor);

/// <summary>Somebody who works for the programme office.</summary>
public sealed record Officer(Actor Actor);
