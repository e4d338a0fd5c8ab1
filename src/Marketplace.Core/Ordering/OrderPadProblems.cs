using System.Globalization;

namespace Marketplace.Core.Ordering;

/// <summary>More rows than one order takes.</summary>
/// <param name="Rows">How many the sheet has.</param>
public sealed record OrderPadTooLong(int Rows) : IProblem
{
    public LocalizedText Message => new(
        string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Bảng có {Rows:N0} dòng; mỗi lần đặt tối đa {OrderPad.MostRows:N0} dòng. Hãy chia thành nhiều lần."),
        string.Create(CultureInfo.GetCultureInfo("en-US"), $"The sheet has {Rows:N0} rows; an order takes {OrderPad.MostRows:N0} at most. Split it."));
}

/// <summary>The headers name one of the two columns, and not the other.</summary>
public sealed record OrderColumnMissing(LocalizedText Header) : IProblem
{
    public LocalizedText Message => new(
        $"Dòng tiêu đề không có cột “{Header.Vi}”. Hãy đặt tên cột như vậy, hoặc bỏ dòng tiêu đề.", $"No header says “{Header.En}”. Name the column so, or leave the headers out.");
}

/// <summary>Several headers name the same column.</summary>
public sealed record OrderColumnTwice(LocalizedText Header) : IProblem
{
    public LocalizedText Message => new(
        $"Có nhiều cột là “{Header.Vi}”. Hãy để lại một cột.", $"Several columns are “{Header.En}”. Leave one of them.");
}
