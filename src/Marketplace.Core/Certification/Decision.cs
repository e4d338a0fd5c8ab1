namespace Marketplace.Core.Certification;

/// <summary>A decision of an authority that certifies one product or many.</summary>
/// <param name="Number">As printed on the decision; null where no source gives it.</param>
/// <param name="Issuer">The authority in the decision's words.</param>
public sealed record Decision(string? Number, string Issuer, DateOnly On, EvidenceGrade EvidenceGrade)
{
    public const int MostProducts = 500;
    public const int NumberLength = 64;
    public const int IssuerLength = 200;

    /// <summary>What is wrong with the decision itself, whatever it certifies.</summary>
    /// <param name="today">Nothing is certified before its day has come.</param>
    public IReadOnlyList<FieldFault> Faults(int products, DateOnly today)
    {
        List<FieldFault> faults = [];
        if (Issuer.Trim().Length is 0 or > IssuerLength)
        {
            faults.Add(new("issuer", FaultKind.OutOfRange, new($"Tên cơ quan cấp dài từ 1 đến {IssuerLength} ký tự.", $"The authority's name is 1 to {IssuerLength} characters long.")));
        }

        if (Number?.Trim().Length is 0 or > NumberLength)
        {
            faults.Add(new("decisionNumber", FaultKind.OutOfRange, new($"Số quyết định dài từ 1 đến {NumberLength} ký tự.", $"The decision's number is 1 to {NumberLength} characters long.")));
        }

        if (On > today)
        {
            faults.Add(new("issuedOn", FaultKind.OutOfRange, new($"Ngày quyết định không sau hôm nay ({today:dd/MM/yyyy}).", $"The decision's day is not after today ({today:yyyy-MM-dd}).")));
        }

        if (products is 0 or > MostProducts)
        {
            faults.Add(new("products", FaultKind.OutOfRange, new($"Một quyết định công nhận từ 1 đến {MostProducts} sản phẩm.", $"A decision certifies 1 to {MostProducts} products.")));
        }

        return faults;
    }
}
