using Marketplace.Core.Listings;

namespace Marketplace.Core.Evidence;

/// <summary>What a paper says of itself.</summary>
/// <param name="Title">As printed: "Giấy chứng nhận ISO 22000:2018".</param>
/// <param name="Number">As printed; null where it has none.</param>
/// <param name="IssuedBy">Whoever issued it.</param>
/// <param name="ExpiresOn">Its last day; null for one without a term.</param>
public sealed record EvidenceDetails(EvidenceKind Kind, string Title, string? Number, string IssuedBy, DateOnly IssuedOn, DateOnly? ExpiresOn)
{
    public const int TitleLength = 200;
    public const int NumberLength = 64;
    public const int IssuerLength = 200;

    /// <summary>The details as they are kept, or every field that cannot be kept.</summary>
    /// <param name="today">Nothing is issued after it, and nothing that has ended before it is taken.</param>
    public Result<EvidenceDetails> Cleaned(DateOnly today)
    {
        List<FieldFault> faults = [];
        var clean = this with
        {
            Title = Written(Title, "title", TitleLength, new("Thiếu tên giấy tờ.", "The paper's title is missing."), faults),
            Number = PlainText.Clean(Number, "number", NumberLength, lines: false, faults) is { Length: > 0 } number ? number : null,
            IssuedBy = Written(IssuedBy, "issuedBy", IssuerLength, new("Thiếu nơi cấp.", "Whoever issued it is missing."), faults),
        };
        if (IssuedOn > today)
        {
            faults.Add(new("issuedOn", FaultKind.OutOfRange, new("Ngày cấp không được sau hôm nay.", "The day of issue may not be after today.")));
        }

        if (ExpiresOn < IssuedOn)
        {
            faults.Add(new("expiresOn", FaultKind.OutOfRange, new("Ngày hết hạn phải từ ngày cấp trở đi.", "The last day may not be before the day of issue.")));
        }
        else if (ExpiresOn < today)
        {
            faults.Add(new("expiresOn", FaultKind.OutOfRange, new("Giấy này đã hết hạn; hãy gửi bản còn hạn.", "This paper's term is over; send one that still holds.")));
        }

        return faults.Count > 0 ? new(new FieldsRefused(faults)) : new(clean);
    }

    private static string Written(string text, string path, int longest, LocalizedText missing, List<FieldFault> faults)
    {
        var before = faults.Count;
        var clean = PlainText.Clean(text, path, longest, lines: false, faults);
        if (clean.Length == 0 && faults.Count == before)
        {
            faults.Add(new(path, FaultKind.Missing, missing));
        }

        return clean;
    }
}
