using System.Globalization;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Ordering;

namespace Marketplace.Api.Ordering;

/// <summary>What owners and members of an organisation are written about requests for approval, in the transaction of what it tells of. That one was approved, the letter about the order says.</summary>
internal sealed class ApprovalLetters(SiteAddress site, TimeProvider clock)
{
    /// <summary>Asks the owners to decide.</summary>
    public async Task AskedAsync(MarketplaceDb db, ApprovalRequest request, CancellationToken cancellationToken)
    {
        var total = new Money(request.Total, request.Currency);
        var until = request.ExpiresAt.AddHours(7);
        foreach (var owner in await db.OwnersOfAsync(request.OrganisationId, cancellationToken))
        {
            Write(db, owner, new($"{request.Name} xin duyệt đơn {total.Format(Language.Vi)}", $"{request.Name} asks you to approve an order of {total.Format(Language.En)}"), new(
                $"Chào {owner.Name},\n\n{request.Name} muốn đặt đơn hàng {total.Format(Language.Vi)}, cao hơn mức được tự đặt. Hàng chưa được giữ. Hãy duyệt hoặc từ chối trước ngày {until:dd'/'MM'/'yyyy}:\n\n{Link(owner, request)}",
                string.Create(CultureInfo.InvariantCulture, $"Dear {owner.Name},\n\n{request.Name} wants to place an order of {total.Format(Language.En)}, which is more than the limit for ordering alone. No goods are kept yet. Approve or decline it before {until:d MMMM yyyy}:\n\n{Link(owner, request)}")));
        }
    }

    /// <summary>Tells the member that an owner did not agree, and why.</summary>
    public void Declined(MarketplaceDb db, ApprovalRequest request, Account member)
    {
        var total = new Money(request.Total, request.Currency);
        Write(db, member, new($"Đơn {total.Format(Language.Vi)} không được duyệt", $"Your order of {total.Format(Language.En)} was not approved"), new(
            $"Chào {member.Name},\n\n{request.DecidedBy} không duyệt đơn hàng bạn muốn đặt:\n\n{request.Reason}\n\nBạn có thể đưa các món trở lại giỏ hàng ở đây:\n\n{Link(member, request)}",
            $"Dear {member.Name},\n\n{request.DecidedBy} did not approve the order that you wanted to place:\n\n{request.Reason}\n\nYou can put its lines back into your cart here:\n\n{Link(member, request)}"));
    }

    private void Write(MarketplaceDb db, Account to, LocalizedText subject, LocalizedText text) => new Letters(db, site, clock).Write(to.Email!, to.Language, subject, text);

    private string Link(Account reader, ApprovalRequest request) =>
        site.At(reader.Language, "/tai-khoan/duyet-don/", "/en/account/approvals/") + GlobalId.Encode("Approval", request.Id);
}
