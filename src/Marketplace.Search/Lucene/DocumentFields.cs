using System.Buffers.Binary;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Lucene;

/// <summary>What is written for a product or a producer, field by field.</summary>
internal static class DocumentFields
{
    public const string Key = "key";
    public const string Kind = "kind";
    public const string ProductKind = "product";
    public const string ProducerKind = "producer";

    public const string Folded = "folded";
    public const string Marked = "marked";
    public const string Pairs = "pairs";
    public const string Shelf = "shelf";
    public const string Noun = "noun";
    public const string NamePrefix = "prefix";
    public const string Facets = "facets";

    public const string Id = "id";
    public const string Fingerprint = "fingerprint";
    public const string Order = "order";
    public const string Price = "price";
    public const string Listed = "listed";
    public const string Stars = "stars";

    public const string NameVi = "name.vi";
    public const string NameEn = "name.en";
    public const string DescriptionVi = "description.vi";
    public const string DescriptionEn = "description.en";
    public const string Slug = "slug";

    public const long NoPrice = -1;
    public const int StarPeriodSize = 9;

    /// <summary>Nobody types further before choosing; longer beginnings of a word are not written.</summary>
    public const int LongestPrefix = 10;

    private static readonly FieldType Positions = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS };
    private static readonly FieldType Documents = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    public static string KeyOf(Guid id) => id.ToString("N");

    public static Document Of(IndexDocument document)
    {
        var fields = document switch
        {
            ProductDocument product => OfProduct(product),
            ProducerDocument producer => OfProducer(producer),
            _ => throw new ArgumentException($"No document is made of a {document.GetType().Name}.", nameof(document)),
        };
        fields.Add(new NumericDocValuesField(Fingerprint, document.Fingerprint));
        return fields;
    }

    private static Document OfProduct(ProductDocument product)
    {
        var fields = Common(product.Id, ProductKind, product.Name, product.Slug);
        AddText(fields, product);
        foreach (var value in FacetFields.Of(product))
        {
            fields.Add(new StringField(Facets, value, Field.Store.NO));
            fields.Add(new SortedSetDocValuesField(Facets, new BytesRef(value)));
        }

        AddKinds(fields, product);
        fields.Add(new NumericDocValuesField(Price, product.PriceFrom ?? NoPrice));
        fields.Add(new NumericDocValuesField(Listed, product.ListedAt.Ticks));
        fields.Add(new BinaryDocValuesField(Stars, new BytesRef(Periods(product.Stars))));
        fields.Add(new StoredField(DescriptionVi, product.Description?.Vi ?? ""));
        fields.Add(new StoredField(DescriptionEn, product.Description?.En ?? ""));
        return fields;
    }

    private static Document OfProducer(ProducerDocument producer) => Common(producer.Id, ProducerKind, producer.Name, producer.Slug);

    private static Document Common(Guid id, string kind, LocalizedText name, string slug) =>
    [
        new StringField(Key, KeyOf(id), Field.Store.NO),
        new StringField(Kind, kind, Field.Store.NO),
        new BinaryDocValuesField(Id, new BytesRef(id.ToByteArray(bigEndian: true))),
        new SortedDocValuesField(Order, new BytesRef(Cursor.OrderOf(name, id))),
        new Field(NamePrefix, new PositionedTokens(Beginnings(name)), Positions),
        new StoredField(NameVi, name.Vi),
        new StoredField(NameEn, name.En ?? ""),
        new StoredField(Slug, slug),
    ];

    private static void AddText(Document fields, ProductDocument product)
    {
        var words = PlacedText.Of(product);
        fields.Add(new Field(Folded, new PositionedTokens([.. words.Select(word => (word.Word.Folded, word.Position))]), Positions));
        fields.Add(new Field(Marked, new PositionedTokens([.. words.Select(word => (word.Word.Marked, word.Position))]), Positions));
        fields.Add(new Field(Pairs, new PositionedTokens([.. PlacedText.PairsIn(words).Distinct().Select((pair, i) => (pair, i))]), Documents));
    }

    private static void AddKinds(Document fields, ProductDocument product)
    {
        foreach (var noun in KindNames.NounsOf(product))
        {
            fields.Add(new StringField(Noun, noun, Field.Store.NO));
        }

        foreach (var shelf in KindNames.ShelvesOf(product))
        {
            fields.Add(new StringField(Shelf, shelf, Field.Store.NO));
        }
    }

    /// <summary>Every beginning of every word of the name at the word's position, and the whole word with a blank after it; with marks and without.</summary>
    private static List<(string Text, int Position)> Beginnings(LocalizedText name)
    {
        var tokens = new List<(string Text, int Position)>();
        foreach (var (slot, text) in new[] { (Slots.NameVi, name.Vi), (Slots.NameEn, name.En) })
        {
            var position = slot * Slots.Width;
            foreach (var word in VietnameseText.Words(text, Slots.Width))
            {
                foreach (var form in word.HasMarks ? new[] { word.Folded, word.Marked } : [word.Folded])
                {
                    for (var length = 1; length <= Math.Min(form.Length, LongestPrefix); length++)
                    {
                        tokens.Add((form[..length], position));
                    }

                    tokens.Add((form + ' ', position));
                }

                position++;
            }
        }

        return [.. tokens.Distinct()];
    }

    private static byte[] Periods(IReadOnlyList<StarPeriod> periods)
    {
        var bytes = new byte[periods.Count * StarPeriodSize];
        for (var i = 0; i < periods.Count; i++)
        {
            var period = bytes.AsSpan(i * StarPeriodSize, StarPeriodSize);
            period[0] = (byte)periods[i].Stars;
            BinaryPrimitives.WriteInt32BigEndian(period[1..], periods[i].From.DayNumber);
            BinaryPrimitives.WriteInt32BigEndian(period[5..], periods[i].To.DayNumber);
        }

        return bytes;
    }
}
