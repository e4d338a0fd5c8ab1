using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Marketplace.Core;

namespace Marketplace.Data.Import;

/// <summary>One record of an import file. Reading a field that is not as it must be notes a fault and goes on, so that all faults are told at once.</summary>
internal sealed partial class ImportRecord(string file, string idField, int index, JsonElement json, List<ImportFault> faults)
{
    /// <summary>The id that the record gives itself, or its place in the file.</summary>
    public string Name { get; private init; } =
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(idField, out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : "#" + (index + 1).ToString(CultureInfo.InvariantCulture);

    public void Fault(string field, string vi, string en) => faults.Add(new(file, Name, field, new(vi, en)));

    /// <summary>A slug: lower-case ASCII letters, digits and hyphens.</summary>
    public string Slug(string field, int longest)
    {
        var text = Text(field, longest);
        if (text.Length > 0 && !SlugShape().IsMatch(text))
        {
            Fault(field, $"\"{text}\" chỉ được gồm chữ thường không dấu, số và gạch nối.", $"\"{text}\" may hold only lower-case ASCII letters, digits and hyphens.");
        }

        return text;
    }

    public string Text(string field, int longest)
    {
        if (OptionalText(field, longest) is { } text)
        {
            return text;
        }

        Fault(field, "Thiếu giá trị.", "A value is required.");
        return "";
    }

    public string? OptionalText(string field, int longest)
    {
        if (!Has(field, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Fault(field, "Phải là chuỗi ký tự.", "Must be a text.");
            return null;
        }

        var text = value.GetString()!.Normalize().Trim();
        if (text.Length > longest)
        {
            Fault(field, $"Dài {text.Length} ký tự, tối đa {longest}.", $"Is {text.Length} characters long; {longest} at most.");
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A pair of fields such as nameVi and nameEn.</summary>
    public LocalizedText Localized(string field, int longest) => new(Text(field + "Vi", longest), OptionalText(field + "En", longest));

    /// <inheritdoc cref="Localized"/>
    public LocalizedText? OptionalLocalized(string field, int longest) =>
        OptionalText(field + "Vi", longest) is { } vi ? new(vi, OptionalText(field + "En", longest)) : null;

    public long? OptionalNumber(string field, long least, long most)
    {
        if (!Has(field, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number) || number < least || number > most)
        {
            Fault(field, $"Phải là số nguyên từ {least} đến {most}.", $"Must be a whole number from {least} to {most}.");
            return null;
        }

        return number;
    }

    public double? OptionalDegrees(string field)
    {
        if (!Has(field, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var degrees) || degrees is < -180 or > 180)
        {
            Fault(field, "Phải là tọa độ tính bằng độ.", "Must be a coordinate in degrees.");
            return null;
        }

        return degrees;
    }

    public DateOnly? OptionalDate(string field)
    {
        if (OptionalText(field, 40) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Fault(field, $"\"{text}\" không phải ngày dạng năm-tháng-ngày, ví dụ 2026-05-22.", $"\"{text}\" is not a date like 2026-05-22.");
            return null;
        }

        return date;
    }

    public DateOnly Date(string field)
    {
        if (!Has(field, out _))
        {
            Fault(field, "Thiếu ngày.", "A date is required.");
        }

        return OptionalDate(field) ?? default;
    }

    /// <summary>One of a few allowed words.</summary>
    public T Choice<T>(string field, IReadOnlyDictionary<string, T> allowed)
    {
        var text = Text(field, 64);
        if (allowed.TryGetValue(text, out var value))
        {
            return value;
        }

        if (text.Length > 0)
        {
            var words = string.Join(", ", allowed.Keys);
            Fault(field, $"\"{text}\" không hợp lệ; chọn một trong: {words}.", $"\"{text}\" is not known; choose one of: {words}.");
        }

        return default!;
    }

    public IReadOnlyList<string> Texts(string field, int longest)
    {
        if (!Has(field, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || item.GetString()!.Length > longest))
        {
            Fault(field, $"Phải là danh sách chuỗi, mỗi chuỗi tối đa {longest} ký tự.", $"Must be a list of texts of {longest} characters at most.");
            return [];
        }

        return [.. value.EnumerateArray().Select(item => item.GetString()!.Normalize().Trim())];
    }

    /// <summary>A nested object; null when it is absent.</summary>
    public ImportRecord? Nested(string field) =>
        Has(field, out var value) ? new ImportRecord(file, idField, index, value, faults) { Name = Name } : null;

    private bool Has(string field, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlugShape();
}
