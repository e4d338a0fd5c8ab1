using System.Globalization;
using GraphQL;
using Marketplace.Api.Pictures;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Pictures;

namespace Marketplace.Api.Catalogue;

/// <summary>A shelf of the marketplace.</summary>
[Name("Category")]
public sealed class CategoryGraph
{
    private readonly LocalizedText _name;

    internal CategoryGraph(string code)
    {
        (Code, _name) = (code, Categories.NameOf(code) ?? new LocalizedText(code));
        HsCodes = [.. Core.Catalogue.HsCodes.Of(code).Select(reference => new HsCodeGraph(reference))];
    }

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>
    /// Customs codes (Harmonized System) that goods of this shelf are usually declared under; empty where none is known. For reference only: the
    /// goods themselves, and a ruling of the market's customs, decide.
    /// </summary>
    public IReadOnlyList<HsCodeGraph> HsCodes { get; }

    /// <summary>In the reader's language.</summary>
    public string Name(Ask ask) => _name.In(ask.Language);
}

/// <summary>A customs code for reference: what such goods are usually declared under in a market. A ruling for the goods decides.</summary>
[Name("HsCode")]
public sealed class HsCodeGraph
{
    private readonly HsCode _reference;

    internal HsCodeGraph(HsCode reference) => _reference = reference;

    /// <summary>Heading (4 digits), subheading (6) or a market's own line (8), with dots: "1704.90".</summary>
    public string Code => _reference.Code;

    /// <summary>ISO 3166 country code of the market whose tariff or ruling says so; "general" for the international nomenclature.</summary>
    public string Market => _reference.Market;

    /// <summary>Address of the page where it was read; null where the note names the source and no address is known.</summary>
    public string? Source => _reference.Source;

    /// <summary>The market in the reader's language.</summary>
    public string MarketName(Ask ask) => Labels.OfMarket(_reference.Market).In(ask.Language);

    /// <summary>Which goods of the shelf it is for, in the reader's language.</summary>
    public string Note(Ask ask) => _reference.Note.In(ask.Language);
}

/// <summary>A certification or protected sign other than OCOP.</summary>
[Name("Certification")]
public sealed class CertificationGraph
{
    private readonly ProductCertification _certification;

    internal CertificationGraph(ProductCertification certification) => _certification = certification;

    /// <summary>Stable code, as filters take it: "gi", "vietgap", "organic" …</summary>
    public string Code => _certification.Code;

    /// <summary>False while it is only being prepared; no filter finds it then.</summary>
    public bool Held => _certification.Held;

    /// <summary>What kind it is, in the reader's language.</summary>
    public string Name(Ask ask) => CertificationKinds.NameOf(_certification.Code).In(ask.Language);

    /// <summary>The source's words.</summary>
    public string Detail(Ask ask) => _certification.Detail.In(ask.Language);
}

/// <summary>A picture of a product.</summary>
[Name("Image")]
public sealed class ImageGraph
{
    private readonly Product _product;
    private readonly Picture? _picture;
    private LocalizedText? _alt;

    internal ImageGraph(Product product, Picture? picture)
    {
        (_product, _picture) = (product, picture);
        Sources = picture is null ? [] : [.. picture.Renditions.GroupBy(rendition => rendition.Format).Select(format => new ImageSourceGraph(picture.Id, format))];
    }

    /// <summary>Address on this site of a form that every browser reads.</summary>
    public string Url => field ??= _picture is { } picture ? PicturePath.Of(picture.Id, picture.Fallback) : Drawings.UrlOf(_product.Category, _product.Name.Vi, _product.Slug);

    /// <summary>Pixels of what lies at the address, or the drawing's own units.</summary>
    public int Width => _picture?.Fallback.Width ?? Drawings.Width;

    /// <summary>Pixels of what lies at the address, or the drawing's own units.</summary>
    public int Height => _picture?.Fallback.Height ?? Drawings.Height;

    /// <summary>True for a drawing that stands in for a photograph.</summary>
    public bool Illustration => _picture is null;

    /// <summary>The same photograph in each format in which it is kept, best first; empty for a drawing.</summary>
    public IReadOnlyList<ImageSourceGraph> Sources { get; }

    /// <summary>What it shows, in the reader's language.</summary>
    public string Alt(Ask ask) => (_alt ??= AltText()).In(ask.Language);

    private LocalizedText AltText() => _picture is null ? Drawings.AltOf(_product.Category, _product.Name.Vi) : _picture.Alt ?? _product.Name;
}

/// <summary>A photograph in one format and all its widths.</summary>
[Name("ImageSource")]
public sealed class ImageSourceGraph
{
    internal ImageSourceGraph(Guid pictureId, IGrouping<RenditionFormat, Rendition> format) => (Type, Srcset) = (
        Rendition.ContentTypeOf(format.Key),
        string.Join(", ", format.Select(rendition => string.Create(CultureInfo.InvariantCulture, $"{PicturePath.Of(pictureId, rendition)} {rendition.Width}w"))));

    /// <summary>"image/avif", "image/webp" or "image/jpeg".</summary>
    public string Type { get; }

    /// <summary>Addresses on this site with their widths in pixels, smallest first, as HTML's srcset has them: "/pictures/…/320.avif 320w, …". What lies there never changes.</summary>
    public string Srcset { get; }
}

/// <summary>A market that a product is sold to.</summary>
[Name("ExportMarket")]
public sealed class ExportMarketGraph
{
    internal ExportMarketGraph(string code) => Code = code;

    /// <summary>ISO 3166 country code, or EU.</summary>
    public string Code { get; }

    /// <summary>In the reader's language.</summary>
    public string Name(Ask ask) => Labels.OfMarket(Code).In(ask.Language);
}

/// <summary>A price that a source named, for orientation only.</summary>
[Name("IndicativePrice")]
public sealed class IndicativePriceGraph
{
    private readonly IndicativePrice _price;

    internal IndicativePriceGraph(IndicativePrice price)
    {
        _price = price;
        Minimum = new MoneyGraph(Money.Dong(price.Minimum));
        Maximum = new MoneyGraph(Money.Dong(price.Maximum));
    }

    /// <summary>Lowest price named.</summary>
    public MoneyGraph Minimum { get; }

    /// <summary>Highest price named.</summary>
    public MoneyGraph Maximum { get; }

    /// <summary>What the price is for, in the source's words: "kg", "330 ml".</summary>
    public string Unit => _price.Unit;

    /// <summary>"retail", "wholesale" or "farm-gate".</summary>
    public string Kind => _price.Kind;

    /// <summary>The year of the source; null where it gives none.</summary>
    public int? Year => _price.Year;
}
