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

/// <summary>Rows cannot be ordered, and nothing was put into the cart.</summary>
/// <param name="Rows">How many cannot.</param>
public sealed record OrderPadNotTaken(int Rows) : IProblem
{
    public LocalizedText Message => new(
        string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{Rows:N0} dòng chưa đặt được, nên chưa thêm gì vào giỏ hàng."),
        string.Create(CultureInfo.GetCultureInfo("en-US"), $"{Rows:N0} {(Rows == 1 ? "row" : "rows")} cannot be ordered yet, so nothing was put into the cart."));
}

/// <summary>The file is larger than one MiB, far more than a thousand rows take.</summary>
public sealed record OrderPadFileTooLarge : IProblem
{
    public const int MostBytes = 1024 * 1024;

    public LocalizedText Message => new(
        "Tệp lớn hơn 1 MiB. Hãy chép riêng hai cột mã hàng và số lượng sang một bảng mới.", "The file is larger than 1 MiB. Copy the two columns of SKUs and quantities into a new sheet.");
}
