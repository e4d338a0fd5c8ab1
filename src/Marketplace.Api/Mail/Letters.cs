using System.Globalization;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Complaints;
using Marketplace.Core.Evidence;
using Marketplace.Core.PersonalData;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Certification;
using Marketplace.Data.Mail;

namespace Marketplace.Api.Mail;

/// <summary>The letters that the marketplace writes. They are saved with what they tell of and sent afterwards.</summary>
internal sealed class Letters(MarketplaceDb db, SiteAddress site, TimeProvider clock)
{
    private const string ShopName = "Chợ Xứ Dừa";

    public void Confirm(Account account, string token) => Write(account, new(
        "Xác nhận địa chỉ e-mail", "Confirm your e-mail address"), new(
        $"Chào {account.Name},\n\nHãy mở đường dẫn này trong vòng 24 giờ để xác nhận địa chỉ e-mail của bạn:\n\n{Link(account, "/xac-nhan", "/en/confirm", token)}\n\nNếu bạn không đăng ký, hãy bỏ qua thư này.",
        $"Dear {account.Name},\n\nOpen this link within 24 hours to confirm your e-mail address:\n\n{Link(account, "/xac-nhan", "/en/confirm", token)}\n\nIf you did not register, ignore this letter."));

    /// <summary>Told to the owner of the address alone: whoever registered learns nothing.</summary>
    public void AlreadyRegistered(Account account) => Write(account, new(
        "Bạn đã có tài khoản", "You already have an account"), new(
        $"Chào {account.Name},\n\nCó người vừa đăng ký bằng địa chỉ e-mail này, nhưng bạn đã có tài khoản. Nếu đó là bạn, hãy đăng nhập, hoặc đặt lại mật khẩu:\n\n{site.At(account.Language, "/mat-khau", "/en/password")}\n\nNếu không phải bạn, không cần làm gì.",
        $"Dear {account.Name},\n\nSomebody has just registered with this e-mail address, but you already have an account. If it was you, sign in, or set a new password:\n\n{site.At(account.Language, "/mat-khau", "/en/password")}\n\nIf it was not you, there is nothing to do."));

    public void ResetPassword(Account account, string token) => Write(account, new(
        "Đặt lại mật khẩu", "Set a new password"), new(
        $"Chào {account.Name},\n\nHãy mở đường dẫn này trong vòng 24 giờ để đặt mật khẩu mới:\n\n{Link(account, "/mat-khau/moi", "/en/password/new", token)}\n\nNếu bạn không yêu cầu, hãy bỏ qua thư này: mật khẩu vẫn như cũ.",
        $"Dear {account.Name},\n\nOpen this link within 24 hours to set a new password:\n\n{Link(account, "/mat-khau/moi", "/en/password/new", token)}\n\nIf you did not ask for it, ignore this letter: your password stays as it is."));

    public void PasswordChanged(Account account) => Write(account, new(
        "Mật khẩu đã thay đổi", "Your password has changed"), new(
        $"Chào {account.Name},\n\nMật khẩu của bạn vừa được thay đổi và mọi thiết bị khác đã bị đăng xuất. Nếu không phải bạn làm, hãy đặt lại mật khẩu ngay:\n\n{site.At(account.Language, "/mat-khau", "/en/password")}",
        $"Dear {account.Name},\n\nYour password has just been changed and all other devices were signed out. If it was not you, set a new password at once:\n\n{site.At(account.Language, "/mat-khau", "/en/password")}"));

    /// <summary>To an address whose owner may have no account, so in the language of whoever invites.</summary>
    public void Invite(string email, Language language, string inviter, string organisation, string secret)
    {
        var link = $"{site.At(language, "/loi-moi", "/en/invitation")}?secret={secret}";
        Write(email, language, new(
            $"{organisation} mời bạn tham gia", $"{organisation} invites you"), new(
            $"{inviter} mời bạn làm thành viên của {organisation} trên {ShopName}. Hãy mở đường dẫn này trong vòng 7 ngày; nếu chưa có tài khoản, bạn sẽ được hướng dẫn đăng ký bằng địa chỉ e-mail này:\n\n{link}",
            $"{inviter} invites you to become a member of {organisation} on {ShopName}. Open this link within 7 days; if you have no account yet, you will be asked to register with this e-mail address:\n\n{link}"));
    }

    /// <summary>Acknowledges the wish within the two working days that the law gives.</summary>
    public void ErasureAsked(Account account, PersonalDataRequest request) => Write(account, new(
        "Tài khoản của bạn sẽ bị xóa", "Your account will be erased"), new(
        $"Chào {account.Name},\n\nChúng tôi đã nhận yêu cầu xóa tài khoản của bạn và sẽ xóa ngày {request.DueAt:dd'/'MM'/'yyyy}. Tên và địa chỉ e-mail sẽ mất; những gì luật bắt phải giữ sẽ còn lại dưới một tên khác, không ai nhận ra bạn. Nếu đổi ý, hãy đăng nhập trước ngày đó và giữ lại tài khoản:\n\n{site.At(account.Language, "/tai-khoan/du-lieu", "/en/account/data")}",
        string.Create(CultureInfo.InvariantCulture, $"Dear {account.Name},\n\nWe got your wish to have your account erased, and shall erase it on {request.DueAt:d MMMM yyyy}. Your name and your e-mail address will be gone; what the law wants kept stays under another name by which nobody knows you. If you change your mind, sign in before that day and keep the account:\n\n{site.At(account.Language, "/tai-khoan/du-lieu", "/en/account/data")}")));

    public void Erased(string name, string email, Language language) => Write(email, language, new(
        "Tài khoản đã được xóa", "Your account has been erased"), new(
        $"Chào {name},\n\nTài khoản của bạn đã được xóa như bạn yêu cầu. Đây là lá thư cuối cùng gửi đến địa chỉ này.",
        $"Dear {name},\n\nYour account has been erased as you asked. This is the last letter to this address."));

    public void CertificatesEnding(Account account, IReadOnlyList<EndingCertificate> ending, DateOnly today)
    {
        var link = site.At(account.Language, "/co-so", "/en/producer");
        Write(account, new(
            "Giấy chứng nhận OCOP sắp hết hạn", "OCOP certificates are about to end"), new(
            $"Chào {account.Name},\n\nNhững giấy chứng nhận này sắp hết hạn:\n\n{Lines(found => $"- {found.Product.In(Language.Vi)} (số {found.Certificate.Number}): ngày cuối {found.Certificate.ExpiresOn:dd'/'MM'/'yyyy}, còn {Left(found)} ngày")}\n\nHồ sơ đánh giá lại nộp trong khoảng 180 đến 120 ngày trước khi hết hạn; nộp muộn vẫn hơn không nộp. Nếu đã nộp, hãy báo văn phòng chương trình số hồ sơ. Sau ngày cuối, sản phẩm vẫn bán được nhưng không còn sao:\n\n{link}",
            $"Dear {account.Name},\n\nThese certificates are about to end:\n\n{Lines(found => string.Create(CultureInfo.InvariantCulture, $"- {found.Product.In(Language.En)} (number {found.Certificate.Number}): last day {found.Certificate.ExpiresOn:d MMMM yyyy}, {Left(found)} days from now"))}\n\nThe file for a new rating is handed in 180 to 120 days before the end; late is better than not at all. If you have filed, tell the programme office the file's number. After the last day the product can still be sold, but shows no stars:\n\n{link}"));

        int Left(EndingCertificate found) => found.Certificate.ExpiresOn.DayNumber - today.DayNumber;
        string Lines(Func<EndingCertificate, string> line) => string.Join('\n', ending.Select(line));
    }

    /// <summary>Confirms a complaint at once, with the term for its answer.</summary>
    public void ComplaintFiled(Complaint complaint) => Write(complaint.Email, complaint.Language, new(
        $"Đã nhận khiếu nại {complaint.Reference}", $"We have your complaint {complaint.Reference}"), new(
        $"Chào {complaint.Name},\n\nChúng tôi đã nhận khiếu nại của bạn, mã {complaint.Reference}, và sẽ trả lời chậm nhất ngày {complaint.AnswerBy:dd'/'MM'/'yyyy}. Bạn đã viết:\n\n{complaint.Text}",
        string.Create(CultureInfo.InvariantCulture, $"Dear {complaint.Name},\n\nWe have your complaint, number {complaint.Reference}, and shall answer by {complaint.AnswerBy:d MMMM yyyy}. You wrote:\n\n{complaint.Text}")));

    public void ComplaintConcluded(Complaint complaint) => Write(complaint.Email, complaint.Language, new(
        $"Trả lời khiếu nại {complaint.Reference}", $"The answer to your complaint {complaint.Reference}"), new(
        $"Chào {complaint.Name},\n\nVăn phòng chương trình đã xem khiếu nại {complaint.Reference} và trả lời:\n\n{complaint.Answer}",
        $"Dear {complaint.Name},\n\nThe programme office has looked into your complaint {complaint.Reference}. It answers:\n\n{complaint.Answer}"));

    /// <summary>Tells a product's people that the office took it down, or put it back, and why.</summary>
    public void OutOfSight(Account account, Product product, string reason)
    {
        var (down, link) = (product.Visibility == Visibility.TakenDown, site.At(account.Language, "/khieu-nai", "/en/complaints"));
        Write(account, new(
            down ? "Sản phẩm đã bị gỡ" : "Sản phẩm đã được trả lại", down ? "A product was taken down" : "A product was put back"), new(
            $"Chào {account.Name},\n\nVăn phòng chương trình đã {(down ? "gỡ" : "trả lại")} sản phẩm {product.Name.Vi}. Lý do:\n\n{reason}\n\nNếu không đồng ý, bạn có thể nói lại:\n\n{link}",
            $"Dear {account.Name},\n\nThe programme office has {(down ? "taken down" : "put back")} the product {product.Name.In(Language.En)}. The reason:\n\n{reason}\n\nIf you do not agree, you can say so:\n\n{link}"));
    }

    /// <summary>Tells an organisation's people what became of a paper that they had sent.</summary>
    public void EvidenceReviewed(Account account, EvidenceFile evidence)
    {
        var (title, link) = (evidence.Details.Title, site.At(account.Language, "/co-so/minh-chung", "/en/producer/evidence"));
        Write(account, evidence.Reason is null ? new("Minh chứng đã được chấp nhận", "A paper was accepted") : new("Minh chứng bị trả lại", "A paper was sent back"), evidence.Reason is { } reason
            ? new(
                $"Chào {account.Name},\n\nVăn phòng chương trình trả lại giấy \"{title}\". Lý do:\n\n{reason}\n\nHãy sửa hoặc gửi tệp khác:\n\n{link}",
                $"Dear {account.Name},\n\nThe programme office sends back the paper \"{title}\". The reason:\n\n{reason}\n\nPut it right or send another file:\n\n{link}")
            : new(
                $"Chào {account.Name},\n\nVăn phòng chương trình đã chấp nhận giấy \"{title}\". Từ nay người mua xem được giấy này trên trang sản phẩm:\n\n{link}",
                $"Dear {account.Name},\n\nThe programme office has accepted the paper \"{title}\". Buyers now see it on the product's page:\n\n{link}"));
    }

    private string Link(Account account, string vi, string en, string token) =>
        $"{site.At(account.Language, vi, en)}?account={account.Id:N}&token={Uri.EscapeDataString(token)}";

    private void Write(Account account, LocalizedText subject, LocalizedText text) => Write(account.Email!, account.Language, subject, text);

    internal void Write(string to, Language language, LocalizedText subject, LocalizedText text)
    {
        var now = clock.GetUtcNow();
        db.OutgoingMail.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(now),
            To = to,
            Subject = $"{subject.In(language)} – {ShopName}",
            Text = $"{text.In(language)}\n\n{ShopName}\n{site.At(language, "/", "/en")}\n",
            CreatedAt = now.UtcDateTime,
            DueAt = now.UtcDateTime,
        });
    }
}
