using System.Globalization;
using Marketplace.Core.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data.Pictures;

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    private const int HashLength = 64;

    /// <summary>Nine renditions, each of its format, width, height and bytes, with room to spare.</summary>
    private const int RenditionsLength = 600;

    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.Property(p => p.Id).ValueGeneratedNever();
        picture.ComplexProperty(p => p.Alt).Text(PictureRules.MostAltLength);
        picture.Property(p => p.SourceHash).Code(HashLength);
        picture.Property(p => p.Renditions).HasConversion<RenditionsConverter, RenditionsComparer>().HasMaxLength(RenditionsLength).IsUnicode(false);

        // A listing may have pictures before its product comes into being with the same id, so it is no reference.
        picture.HasIndex(p => new { p.ProductId, p.Position });
        picture.HasIndex(p => p.OwnerId);
        picture.Ignore(p => p.Fallback);
    }

    /// <summary>
    /// One column and no table of their own: they are read with every picture, never change and are never asked for by themselves.
    /// "Avif 320 240 9153,WebP 320 240 12004,…"
    /// </summary>
    private sealed class RenditionsConverter() : ValueConverter<IReadOnlyList<Rendition>, string>(
        renditions => string.Join(',', renditions.Select(Written)),
        text => Read(text));

    private sealed class RenditionsComparer() : ValueComparer<IReadOnlyList<Rendition>>(
        (one, other) => one == other || (one != null && other != null && one.SequenceEqual(other)),
        renditions => renditions.Aggregate(0, HashCode.Combine),
        renditions => renditions);

    private static string Written(Rendition rendition) =>
        string.Create(CultureInfo.InvariantCulture, $"{rendition.Format} {rendition.Width} {rendition.Height} {rendition.Bytes}");

    private static Rendition[] Read(string text) =>
    [
        .. text.Split(',').Select(part => part.Split(' ')).Select(words => new Rendition(
            Enum.Parse<RenditionFormat>(words[0]), Number(words[1]), Number(words[2]), Number(words[3]))),
    ];

    private static int Number(string word) => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
}
