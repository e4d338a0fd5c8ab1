namespace Marketplace.Core.Pictures;

/// <summary>Nothing was sent.</summary>
public sealed record PictureEmpty : IProblem
{
    public LocalizedText Message => new(
        "Tệp trống. Hãy chọn lại ảnh rồi gửi.",
        "The file is empty. Choose the picture again and send it.");
}

/// <summary>More bytes than are taken.</summary>
public sealed record PictureTooLarge : IProblem
{
    public LocalizedText Message => new(
        $"Ảnh lớn hơn {PictureRules.MostBytes >> 20} MB. Hãy giảm kích thước hoặc chất lượng ảnh rồi gửi lại.",
        $"The picture is larger than {PictureRules.MostBytes >> 20} MB. Make it smaller or lower its quality, and send it again.");
}

/// <summary>Not a picture of a kind that is taken, whatever the file's name says.</summary>
public sealed record PictureKindRefused(PictureKind Kind) : IProblem
{
    public LocalizedText Message => Kind switch
    {
        PictureKind.Svg => new(
            "Đây là bản vẽ SVG, không phải ảnh chụp; SVG có thể chứa mã chạy được nên không nhận. Hãy gửi JPEG, PNG, WebP hoặc AVIF.",
            "This is an SVG drawing and no photograph; it may hold programs, so it is not taken. Send a JPEG, PNG, WebP or AVIF."),
        PictureKind.Gif => new(
            "Không nhận ảnh GIF, kể cả ảnh động. Hãy gửi JPEG, PNG, WebP hoặc AVIF.",
            "GIF pictures are not taken, moving or not. Send a JPEG, PNG, WebP or AVIF."),
        PictureKind.Heic => new(
            "Không nhận ảnh HEIC. Trên iPhone: vào Cài đặt › Camera › Định dạng, chọn \"Tương thích nhất\" rồi chụp lại, hoặc xuất ảnh sang JPEG.",
            "HEIC pictures are not taken. On an iPhone choose Settings › Camera › Formats › \"Most Compatible\" and take it again, or export it as JPEG."),
        _ => new(
            "Tệp này không phải ảnh, dù tên tệp là gì. Hãy gửi JPEG, PNG, WebP hoặc AVIF.",
            "This file is no picture, whatever its name says. Send a JPEG, PNG, WebP or AVIF."),
    };
}

/// <summary>It begins like a picture but cannot be read to its end: cut off, broken, or only dressed as one.</summary>
public sealed record PictureDamaged : IProblem
{
    public LocalizedText Message => new(
        "Không đọc được hết ảnh: tệp bị hỏng hoặc bị cắt ngang khi gửi. Hãy mở thử trên máy rồi gửi lại.",
        "The picture cannot be read to its end: the file is damaged or was cut off on its way. Open it on your device and send it again.");
}

/// <summary>More pixels than are taken, told from the header before any pixel is unpacked.</summary>
public sealed record PictureTooManyPixels(int Width, int Height) : IProblem
{
    public LocalizedText Message => new(
        $"Ảnh có {Width} × {Height} điểm ảnh, tối đa {PictureRules.MostPixels / 1_000_000} triệu. Hãy thu nhỏ ảnh rồi gửi lại.",
        $"The picture has {Width} × {Height} pixels, at most {PictureRules.MostPixels / 1_000_000} million are taken. Make it smaller and send it again.");
}

/// <summary>Too few pixels to be looked at.</summary>
public sealed record PictureTooSmall(int Width, int Height) : IProblem
{
    public LocalizedText Message => new(
        $"Ảnh chỉ có {Width} × {Height} điểm ảnh; cạnh ngắn phải từ {PictureRules.LeastSide}. Hãy gửi ảnh gốc, chưa thu nhỏ.",
        $"The picture has only {Width} × {Height} pixels; the short side must have {PictureRules.LeastSide} or more. Send the original, not made smaller.");
}

/// <summary>So narrow that a page could not show it.</summary>
public sealed record PictureTooNarrow(int Width, int Height) : IProblem
{
    public LocalizedText Message => new(
        $"Ảnh {Width} × {Height} quá dài và hẹp: cạnh dài không quá {PictureRules.MostTimesLonger} lần cạnh ngắn. Hãy cắt bớt ảnh.",
        $"A picture of {Width} × {Height} is too long and narrow: the long side may be at most {PictureRules.MostTimesLonger} times the short one. Cut it.");
}

/// <summary>It took longer to make than a picture may.</summary>
public sealed record PictureTooSlow : IProblem
{
    public LocalizedText Message => new(
        "Xử lý ảnh quá lâu nên đã dừng. Hãy lưu ảnh dưới dạng JPEG, nhỏ hơn, rồi gửi lại.",
        "Making the picture ready took too long and was stopped. Save it as a smaller JPEG and send it again.");
}

/// <summary>As many pictures are being made as there is memory for.</summary>
public sealed record PicturesBusy : IProblem
{
    public LocalizedText Message => new(
        "Đang xử lý nhiều ảnh khác. Hãy gửi lại sau một phút.",
        "Many other pictures are being made ready. Send it again in a minute.");
}

/// <summary>The product has as many pictures as it may.</summary>
public sealed record TooManyPictures : IProblem
{
    public LocalizedText Message => new(
        $"Sản phẩm đã có đủ {PictureRules.MostOfProduct} ảnh. Hãy xóa bớt một ảnh trước.",
        $"The product has {PictureRules.MostOfProduct} pictures, which is the most. Remove one first.");
}

/// <summary>The words that say what it shows are too many.</summary>
public sealed record PictureAltTooLong : IProblem
{
    public LocalizedText Message => new(
        $"Mô tả ảnh dài quá {PictureRules.MostAltLength} ký tự. Hãy nói ngắn gọn trong ảnh có gì.",
        $"The description of the picture is longer than {PictureRules.MostAltLength} characters. Say in short what it shows.");
}
