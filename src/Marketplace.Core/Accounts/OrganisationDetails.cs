using System.Text;
using System.Text.RegularExpressions;
using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Accounts;

/// <summary>What an organisation says of itself, as it was typed.</summary>
public sealed partial record OrganisationDetails(
    string Name, ProducerKind? Form = null, string? RegistrationNumber = null, string? TaxCode = null, string? LegalRepresentative = null, string? DistrictCode = null)
{
    private const int NumberLength = 32;

    /// <summary>The details tidied up, and every fault in them.</summary>
    public (OrganisationDetails Tidy, IReadOnlyList<IProblem> Problems) Checked(OrganisationKind kind)
    {
        List<IProblem> problems = [];
        var tidy = this with
        {
            Name = Tidied(Name) ?? "",
            Form = kind == OrganisationKind.Producer ? Form : null,
            RegistrationNumber = Tidied(RegistrationNumber),
            TaxCode = Tidied(TaxCode)?.Replace(" ", "", StringComparison.Ordinal),
            LegalRepresentative = Tidied(LegalRepresentative),
        };
        if (tidy.Name.Length is < 2 or > Organisation.NameLength)
        {
            Wrong("name", $"Tên dài từ 2 đến {Organisation.NameLength} ký tự.", $"The name is 2 to {Organisation.NameLength} characters long.");
        }

        if (kind == OrganisationKind.Producer && Form is null)
        {
            Wrong("form", "Chọn loại hình: hộ, tổ hợp tác, hợp tác xã hay doanh nghiệp.", "Choose the legal form: household, co-operative group, co-operative or enterprise.");
        }

        if (tidy.RegistrationNumber is { Length: > NumberLength })
        {
            Wrong("registrationNumber", $"Số đăng ký dài tối đa {NumberLength} ký tự.", $"The registration number is up to {NumberLength} characters long.");
        }

        if (tidy.TaxCode is { } code && !TaxCodeForm().IsMatch(code))
        {
            Wrong("taxCode", "Mã số thuế gồm 10 số, 10 số và 3 số sau dấu gạch (0123456789-001), hoặc 12 số.", "A tax code has 10 digits, 10 and 3 after a dash (0123456789-001), or 12 digits.");
        }

        if (tidy.LegalRepresentative is { Length: > Organisation.NameLength })
        {
            Wrong("legalRepresentative", $"Tên người đại diện dài tối đa {Organisation.NameLength} ký tự.", $"The representative's name is up to {Organisation.NameLength} characters long.");
        }

        return (tidy, problems);

        void Wrong(string field, string vi, string en) => problems.Add(new InvalidValue([field], new(vi, en)));
    }

    private static string? Tidied(string? text)
    {
        var tidy = text is null ? null : Blanks().Replace(text.Normalize(NormalizationForm.FormC), " ").Trim();
        return string.IsNullOrEmpty(tidy) ? null : tidy;
    }

    [GeneratedRegex(@"^(\d{10}(-\d{3})?|\d{12})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TaxCodeForm();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
