using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Elasticsearch;

/// <summary>What is written for a product or a producer, field by field.</summary>
internal static class DocumentBody
{
    public static string IdOf(Guid id) => id.ToString("N");

    public static JsonObject Of(IndexDocument document)
    {
        var body = document switch
        {
            ProductDocument product => OfProduct(product),
            ProducerDocument producer => OfProducer(producer),
            _ => throw new ArgumentException($"No document is made of a {document.GetType().Name}.", nameof(document)),
        };
        body[ElasticsearchFields.Fingerprint] = document.Fingerprint;
        body[ElasticsearchFields.Document] = JsonSerializer.SerializeToNode(document);
        return body;
    }

    /// <summary>The document as it was given.</summary>
    public static T Read<T>(JsonNode source)
        where T : IndexDocument => (T)source[ElasticsearchFields.Document].Deserialize<IndexDocument>()!;

    private static JsonObject OfProduct(ProductDocument product)
    {
        var words = PlacedText.Of(product);
        var body = Common(ElasticsearchFields.ProductKind, product.Id, product.Name);
        body[ElasticsearchFields.NameVi] = Texts(words, Slots.NameVi, Slots.NameEn);
        body[ElasticsearchFields.NameEn] = Texts(words, Slots.NameEn, Slots.Shelf);
        body[ElasticsearchFields.Shelf] = Texts(words, Slots.Shelf, Slots.Origin);
        body[ElasticsearchFields.Other] = Texts(words, Slots.Origin, Slots.Count);
        body["words"] = new JsonObject
        {
            ["folded"] = Keywords(words.Select(word => word.Word.Folded)),
            ["marked"] = Keywords(words.Select(word => word.Word.Marked)),
            ["pairs"] = Keywords(PlacedText.PairsIn(words)),
            ["shelf"] = Keywords(KindNames.ShelvesOf(product)),
            ["noun"] = Keywords(KindNames.NounsOf(product)),
        };
        body[ElasticsearchFields.Facets] = new JsonObject(FacetFields.Of(product).Select(FacetFields.Parts).GroupBy(value => value.Facet)
            .Select(values => KeyValuePair.Create(values.Key, (JsonNode?)Keywords(values.Select(value => value.Value)))));
        body[ElasticsearchFields.Stars] = new JsonObject(product.Stars.GroupBy(period => period.Stars)
            .Select(periods => KeyValuePair.Create($"s{periods.Key}", (JsonNode?)new JsonArray([.. periods.Select(DaysOf)]))));
        if (product.PriceFrom is { } price)
        {
            body[ElasticsearchFields.Price] = price;
        }

        body[ElasticsearchFields.Listed] = product.ListedAt.Ticks;
        return body;
    }

    private static JsonObject OfProducer(ProducerDocument producer)
    {
        var body = Common(ElasticsearchFields.ProducerKind, producer.Id, producer.Name);
        body[ElasticsearchFields.Names] = new JsonArray([.. new[] { producer.Name.Vi, producer.Name.En }
            .Select(name => VietnameseText.Words(name, Slots.Width)).Where(words => words.Count > 0)
            .Select(words => (JsonNode)Text(words, isStart: true, isEnd: true))]);
        return body;
    }

    private static JsonObject Common(string kind, Guid id, LocalizedText name) => new()
    {
        [ElasticsearchFields.Kind] = kind,
        [ElasticsearchFields.Order] = Convert.ToHexString(Cursor.OrderOf(name, id)),
    };

    /// <summary>The words of some slots: one text for each stretch of neighbours, because between texts no phrase runs on.</summary>
    private static JsonArray Texts(List<(Word Word, int Position)> words, int slot, int end)
    {
        var texts = new JsonArray();
        var stretch = new List<Word>();
        var here = words.FindAll(word => word.Position >= slot * Slots.Width && word.Position < end * Slots.Width);
        for (var i = 0; i < here.Count; i++)
        {
            stretch.Add(here[i].Word);
            if (i + 1 == here.Count || here[i + 1].Position != here[i].Position + 1)
            {
                var first = here[i].Position - stretch.Count + 1;
                var isName = slot is Slots.NameVi or Slots.NameEn;
                texts.Add(Text(stretch, isStart: isName || first == Slots.Shelf * Slots.Width, isEnd: isName));
                stretch.Clear();
            }
        }

        return texts;
    }

    private static string Text(List<Word> words, bool isStart, bool isEnd)
    {
        var text = string.Join(' ', words.Select(ElasticsearchFields.Written));
        return $"{(isStart ? ElasticsearchFields.Start + " " : "")}{text}{(isEnd ? " " + ElasticsearchFields.End : "")}";
    }

    private static JsonArray Keywords(IEnumerable<string> values) => new([.. values.Where(value => value.Length > 0).Distinct().Select(value => (JsonNode)value)]);

    private static JsonObject DaysOf(StarPeriod period) => new() { ["gte"] = period.From.DayNumber, ["lte"] = period.To.DayNumber };
}
