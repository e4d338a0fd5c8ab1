namespace Marketplace.Core.Evidence;

/// <summary>It does not wait for a decision: it has been decided on.</summary>
public sealed record NotInReview : IProblem
{
    public LocalizedText Message => new("Giấy tờ này đã được xử lý rồi.", "This paper has been decided on already.");
}

/// <summary>Its term ran out while it waited.</summary>
public sealed record EvidenceOver : IProblem
{
    public LocalizedText Message => new("Giấy này đã hết hạn, không chấp nhận được nữa.", "This paper's term is over; it cannot be accepted any more.");
}

/// <summary>The organisation has as many papers as it may.</summary>
public sealed record TooManyPapers : IProblem
{
    public LocalizedText Message => new(
        $"Cơ sở đã có đủ {EvidenceFile.MostOfOrganisation} giấy tờ. Hãy rút bớt một giấy trước.",
        $"The organisation has {EvidenceFile.MostOfOrganisation} papers, which is the most. Withdraw one first.");
}

/// <summary>The address has taken its file: it takes one.</summary>
public sealed record UploadUsed : IProblem
{
    public LocalizedText Message => new("Đường dẫn này đã nhận tệp rồi. Hãy xin đường dẫn mới để gửi tệp khác.", "This address has taken its file. Ask for a new one to send another.");
}

/// <summary>Nothing was sent.</summary>
public sealed record PaperEmpty : IProblem
{
    public LocalizedText Message => new("Tệp trống. Hãy chọn lại tệp rồi gửi.", "The file is empty. Choose it again and send it.");
}

/// <summary>More bytes than are taken.</summary>
public sealed record PaperTooLarge : IProblem
{
    public LocalizedText Message => new(
        $"Tệp lớn hơn {Paper.MostBytes >> 20} MB. Hãy quét ở độ phân giải thấp hơn rồi gửi lại.",
        $"The file is larger than {Paper.MostBytes >> 20} MB. Scan it at a lower resolution and send it again.");
}

/// <summary>By its bytes it is none of the kinds that are taken, whatever its name says.</summary>
public sealed record PaperKindRefused : IProblem
{
    public LocalizedText Message => new(
        "Tệp này không phải PDF, JPEG, PNG hay WebP, dù tên tệp là gì. Hãy gửi bản quét hoặc ảnh chụp giấy tờ.",
        "This file is no PDF, JPEG, PNG or WebP, whatever its name says. Send a scan or a photograph of the paper.");
}

/// <summary>The PDF can run something or carries other files.</summary>
public sealed record PdfActive : IProblem
{
    public LocalizedText Message => new(
        "PDF này có mã chạy được, biểu mẫu hoặc tệp đính kèm bên trong nên không nhận. Hãy in ra PDF mới (In › Lưu thành PDF) hoặc gửi ảnh chụp.",
        "This PDF holds a program, an active form or another file, so it is not taken. Print it into a new PDF (Print › Save as PDF), or send a photograph.");
}

/// <summary>The PDF is locked.</summary>
public sealed record PdfLocked : IProblem
{
    public LocalizedText Message => new("PDF này bị khóa bằng mật khẩu hoặc hạn chế quyền. Hãy gửi bản không khóa.", "This PDF is locked by a password or by restrictions. Send one that is not.");
}

/// <summary>The PDF has more pages, or more inside, than are taken.</summary>
public sealed record PdfTooLong : IProblem
{
    public LocalizedText Message => new(
        $"PDF dài quá {Paper.MostPages} trang hoặc quá phức tạp. Hãy chỉ gửi những trang cần thiết.",
        $"The PDF has more than {Paper.MostPages} pages or is too involved. Send only the pages that matter.");
}

/// <summary>It begins like a PDF but cannot be read: cut off, broken, or only dressed as one.</summary>
public sealed record PdfDamaged : IProblem
{
    public LocalizedText Message => new(
        "Không đọc được PDF này: tệp bị hỏng hoặc bị cắt ngang khi gửi. Hãy mở thử trên máy rồi gửi lại.",
        "This PDF cannot be read: it is damaged or was cut off on its way. Open it on your device and send it again.");
}

/// <summary>As many papers are being looked at as there is memory for, or this one took too long.</summary>
public sealed record PapersBusy : IProblem
{
    public LocalizedText Message => new("Đang xử lý nhiều giấy tờ khác. Hãy gửi lại sau một phút.", "Many other papers are being looked at. Send it again in a minute.");
}
