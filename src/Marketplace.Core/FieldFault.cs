using System.Globalization;

namespace Marketplace.Core;

/// <summary>In which way a value that somebody sent is wrong.</summary>
public enum FaultKind
{
    /// <summary>Nothing stands where something must.</summary>
    Missing,

    /// <summary>A text or list is longer than it may be.</summary>
    TooLong,

    /// <summary>A text holds characters that no text of this kind holds: control characters, broken ones, line breaks in a name.</summary>
    NotPlainText,

    /// <summary>A number or day lies outside what is possible.</summary>
    OutOfRange,

    /// <summary>A code or id that names nothing.</summary>
    Unknown,

    /// <summary>The same thing is there twice.</summary>
    Twice,

    /// <summary>Values that must rise or fall do not.</summary>
    OutOfOrder,

    /// <summary>A claim that nothing backs.</summary>
    NotBacked,

    /// <summary>Somebody else changed the thing since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>A text that is not what it must be: no number, no day, neither yes nor no.</summary>
    Unreadable,

    /// <summary>Two places say different things of one.</summary>
    Differs,

    /// <summary>It was said once and for all.</summary>
    Fixed,

    /// <summary>The state of the thing does not allow it.</summary>
    NotPossible,
}

/// <summary>One wrong value: where it stands, and what would be right.</summary>
/// <param name="Path">The field, parts joined by dots: "name.vi". Places in lists count from 0: "priceTiers.1.unitPrice".</param>
public sealed record FieldFault(string Path, FaultKind Kind, LocalizedText Message)
{
    /// <summary>Of a whole number that is not among those that are possible.</summary>
    internal static FieldFault Outside(string path, long value, long least, long most) => new(path, FaultKind.OutOfRange, new(
        string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Phải là số nguyên từ {least:N0} đến {most:N0}; đã nhận {value:N0}."),
        string.Create(CultureInfo.GetCultureInfo("en-US"), $"Must be a whole number from {least:N0} to {most:N0}; got {value:N0}.")));
}

/// <summary>Everything that is wrong with what was sent, so that all of it can be put right at once. Nothing was changed.</summary>
public sealed record FieldsRefused(IReadOnlyList<FieldFault> Faults) : IProblem
{
    public LocalizedText Message => new(
        string.Join(' ', Faults.Select(fault => fault.Message.Vi)),
        string.Join(' ', Faults.Select(fault => fault.Message.En)));
}

/// <summary>Somebody else changed the thing since it was read: it is to be read anew before it is changed.</summary>
/// <param name="Version">The version that is there now.</param>
public sealed record ChangedMeanwhile(int Version) : IProblem
{
    public LocalizedText Message => new(
        "Người khác đã thay đổi nội dung này sau khi bạn mở. Hãy tải lại rồi sửa tiếp.",
        "Somebody else has changed this since you opened it. Load it again and go on from there.");
}
