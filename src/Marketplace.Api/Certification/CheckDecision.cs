using System.Globalization;
using GraphQL;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A row of a decision as people write it in a sheet.</summary>
[Name("DecisionRowInput")]
public sealed class DecisionRowInput
{
    /// <summary>The product by its id, its slug or its Vietnamese name.</summary>
    public required string Product { get; init; }

    /// <summary>As printed on the certificate.</summary>
    public required string Number { get; init; }

    /// <summary>3, 4 or 5.</summary>
    public required int Stars { get; init; }

    /// <summary>Number of the certificate that this one takes the place of.</summary>
    public string? Supersedes { get; init; }
}

/// <summary>A decision before it is recorded, its rows as people write them.</summary>
[Name("CheckDecisionInput")]
public sealed class CheckDecisionInput
{
    /// <summary>Up to 64 characters; null where no source gives it.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>The authority in the decision's words, 1 to 200 characters.</summary>
    public required string Issuer { get; init; }

    /// <summary>The decision's day, not after today.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>How well it is backed.</summary>
    public required EvidenceGrade EvidenceGrade { get; init; }

    /// <summary>1 to 500.</summary>
    public required IReadOnlyList<DecisionRowInput> Products { get; init; }

    internal Decision Decision => new(DecisionNumber?.Trim(), Issuer.Trim(), IssuedOn, EvidenceGrade);
}

/// <summary>What a row was understood to say.</summary>
[Name("CheckedRow")]
public sealed class CheckedRowGraph
{
    internal CheckedRowGraph(CertifiableProduct? product, RegisterEntry? superseded) =>
        (ProductId, Product, Producer, Supersedes) = (product is null ? null : GlobalId.Encode("Product", product.Id), product?.Name, product?.Producer, superseded is null ? null : new(superseded));

    /// <summary>The product; null where none or several are called so.</summary>
    [Id]
    public string? ProductId { get; }

    /// <summary>Its name.</summary>
    public LocalizedText? Product { get; }

    /// <summary>Whose product it is; null where nobody is known.</summary>
    public LocalizedText? Producer { get; }

    /// <summary>The certificate whose place is taken; null where none is named or none bears the number.</summary>
    public RegisterEntryGraph? Supersedes { get; }
}

/// <summary>A decision as it was understood.</summary>
[Name("CheckDecisionPayload")]
public sealed class CheckDecisionPayload : Payload
{
    internal CheckDecisionPayload(IEnumerable<IProblem> problems, Ask ask, IReadOnlyList<CheckedRowGraph> rows)
        : base(problems, ask) => Rows = rows;

    /// <summary>In the order of the input; empty where there are too many.</summary>
    public IReadOnlyList<CheckedRowGraph> Rows { get; }
}

public sealed partial class Query
{
    /// <summary>
    /// Reads a decision without recording it: finds the products and certificates that its rows name, and says all that recordDecision would refuse.
    /// Problems, of each field and row: OUT_OF_RANGE, UNKNOWN, TWICE.
    /// </summary>
    [Cost(50)]
    public static async Task<CheckDecisionPayload> CheckDecision(
        CheckDecisionInput input, Officer officer, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        _ = officer;
        if (input.Products.Count > Decision.MostProducts)
        {
            return new([new FieldsRefused(input.Decision.Faults(input.Products.Count, ask.Today))], ask, []);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var named = await NamedProducts.FindAsync(db, [.. input.Products.Select(row => row.Product.Trim())], cancellationToken);
        var older = await db.CertificatesNumberedAsync([.. input.Products.Select(row => row.Supersedes?.Trim()).OfType<string>()], cancellationToken);
        var superseded = (await db.WithProductsAsync(older, cancellationToken)).ToDictionary(entry => entry.Certificate.Number, StringComparer.Ordinal);
        List<CheckedRowGraph> rows = [.. input.Products.Select((row, at) => new CheckedRowGraph(named.At(at), superseded.GetValueOrDefault(row.Supersedes?.Trim() ?? "")))];
        var read = await DecisionRows.ReadAsync(db, input.Decision, [.. input.Products.Select((row, at) => AsRecorded(row, rows[at]))], ask.Today, clock.GetUtcNow(), cancellationToken);
        return new(read.Faults.Count > 0 ? [new FieldsRefused([.. read.Faults.Select(named.Explained)])] : [], ask, rows);
    }

    private static CertifiedProductInput AsRecorded(DecisionRowInput row, CheckedRowGraph found) => new()
    {
        Product = found.ProductId ?? "",
        Number = row.Number,
        Stars = row.Stars,
        // A number that no certificate bears is a fault as well.
        Supersedes = string.IsNullOrWhiteSpace(row.Supersedes) ? null : found.Supersedes?.Id ?? "",
    };
}

/// <summary>The products that rows of a sheet name, by the place of the row.</summary>
internal sealed class NamedProducts(IReadOnlyList<IReadOnlyList<CertifiableProduct>> found)
{
    /// <summary>One statement, however many rows.</summary>
    public static async Task<NamedProducts> FindAsync(MarketplaceDb db, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. texts.Select(IdIn).OfType<Guid>()];
        string[] slugs = [.. texts.SelectMany(text => new[] { text, Slug.Of(text) }).Distinct(StringComparer.Ordinal)];
        var products = await db.CertifiableProductsAsync(ids, slugs, texts, cancellationToken);
        var (byId, bySlug, byName) = (products.ToDictionary(product => product.Id), products.ToDictionary(product => product.Slug, StringComparer.Ordinal), products.ToLookup(product => product.Name.Vi, StringComparer.Ordinal));
        return new([.. texts.Select(Called)]);

        // A slug was made of a name once: it also finds what is written with other capitals.
        IReadOnlyList<CertifiableProduct> Called(string text) =>
            IdIn(text) is { } id && byId.TryGetValue(id, out var given) ? [given]
            : bySlug.TryGetValue(text, out var addressed) ? [addressed]
            : byName[text].ToList() is { Count: > 0 } same ? same
            : text.Length > 0 && bySlug.TryGetValue(Slug.Of(text), out var like) ? [like]
            : [];
    }

    public CertifiableProduct? At(int row) => found[row] is [var only] ? only : null;

    /// <summary>Says of a product that is not clear which ones are called so.</summary>
    public FieldFault Explained(FieldFault fault) =>
        fault.Path.Split('.') is ["products", var at, "product"] && found[int.Parse(at, CultureInfo.InvariantCulture)] is { Count: > 1 } same
            ? fault with { Message = new($"Nhiều sản phẩm mang tên này. Hãy ghi một trong các mã: {Slugs(same)}.", $"Several products have this name. Write one of: {Slugs(same)}.") }
            : fault;

    private static string Slugs(IReadOnlyList<CertifiableProduct> products) => string.Join(", ", products.Select(product => product.Slug));

    private static Guid? IdIn(string text) => GlobalId.TryDecode(text, "Product", out var id) ? id : null;
}
