using System.Globalization;
using Marketplace.Core.Pictures;

namespace Marketplace.Api.Pictures;

/// <summary>Addresses of renditions on this site: <c>/pictures/{id}/{width}.{avif|webp|jpg}</c>. What they name never changes.</summary>
internal static class PicturePath
{
    public const string Root = "/pictures";

    private static readonly Dictionary<string, RenditionFormat> Formats = Enum.GetValues<RenditionFormat>().ToDictionary(Rendition.EndingOf, StringComparer.Ordinal);

    public static string Of(Guid pictureId, Rendition rendition) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}/{pictureId:N}/{rendition.Width}.{Rendition.EndingOf(rendition.Format)}");

    /// <summary>What an address names; null for one that is not written as we write them, so that each file has one address and no address another file.</summary>
    public static (Guid PictureId, int Width, RenditionFormat Format)? Read(string path) =>
        path.Split('/') is ["", "pictures", var id, var file] && file.Split('.') is [var width, var ending]
        && Guid.TryParseExact(id, "N", out var pictureId) && id == pictureId.ToString("N")
        && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && width == pixels.ToString(CultureInfo.InvariantCulture)
        && Formats.TryGetValue(ending, out var format)
            ? (pictureId, pixels, format)
            : null;
}
