using Lucene.Net.Index;
using Lucene.Net.Store;
using Marketplace.Search.Lucene;
using Marketplace.Search.Ranking;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Tests.Search;

/// <summary>Which documents hold a phrase, held against reading every text from its beginning to its end.</summary>
public sealed class OccurrenceTests
{
    private const int Documents = 2_000;

    // The first are in most documents, the last in few; some differ in their marks alone.
    private static readonly string[] Words = ["dừa", "kẹo", "bình", "binh", "thắng", "tháng", "thang", "sầu", "riêng", "chợ", "lách", "hiếm"];

    private static readonly Lazy<DirectoryReader> Reader = new(Filled);

    private static readonly string[] Names = [.. Enumerable.Range(0, Documents).Select(NameOf)];

    [Theory]
    [InlineData("dừa")]
    [InlineData("hiếm")]
    [InlineData("bình thắng")]
    [InlineData("binh thang")]
    [InlineData("kẹo dừa")]
    [InlineData("kẹo dừa bình")]
    [InlineData("dừa kẹo dừa kẹo")]
    [InlineData("chợ hiếm")]
    public void Words_in_a_row_are_found_in_every_text_that_has_them_in_a_row_and_in_no_other(string phrase)
    {
        string[] marked = phrase.Split(' ');
        string[] folded = [.. marked.Select(VietnameseText.Fold)];

        Assert.Equal(Holding(marked, word => word), Found(DocumentFields.Marked, marked));
        Assert.Equal(Holding(folded, VietnameseText.Fold), Found(DocumentFields.Folded, folded));
    }

    [Fact]
    public void A_phrase_that_no_text_has_is_found_nowhere()
    {

        Assert.Empty(Found(DocumentFields.Marked, ["dừa", "dứa"]));
    }

    [Theory]
    [InlineData(DocumentFields.Marked, true)]
    [InlineData(DocumentFields.Folded, true)]
    [InlineData(DocumentFields.Pairs, false)]
    public void A_word_stands_in_memory_where_the_lists_have_it(string field, bool hasPlaces)
    {
        var reader = Assert.Single(Reader.Value.Leaves).AtomicReader;
        var terms = reader.GetTerms(field).GetEnumerator();
        while (terms.MoveNext())
        {
            var read = Walk(new LucenePostings(terms), hasPlaces);

            Assert.Equal(read, Walk(new DensePostings(reader.MaxDoc, terms), hasPlaces));
            Assert.Equal(read, Walk(new SparsePostings(terms), hasPlaces));
            Assert.Equal(terms.DocFreq, read.Count);
        }
    }

    [Fact]
    public void A_word_for_which_there_is_no_room_is_read_from_the_lists()
    {
        var reader = Assert.Single(Reader.Value.Leaves).AtomicReader;
        var (narrow, wide) = (new SegmentPostings(reader.MaxDoc, room: 1_000), new SegmentPostings(reader.MaxDoc, room: 1_000_000));

        Assert.IsType<LucenePostings>(narrow.FindIn(reader, DocumentFields.Marked, "dừa"));
        Assert.IsType<DensePostings>(wide.FindIn(reader, DocumentFields.Marked, "dừa"));
        Assert.Same(wide.FindIn(reader, DocumentFields.Marked, "dừa"), wide.FindIn(reader, DocumentFields.Marked, "dừa"));
        Assert.Null(wide.FindIn(reader, DocumentFields.Marked, "dứa"));
    }

    private static List<string> Walk(Postings postings, bool hasPlaces)
    {
        var found = new List<string>();
        for (var document = postings.Next(0); document != Occurrences.End; document = postings.Next(document + 1))
        {
            found.Add(hasPlaces ? $"{document}: {string.Join(' ', postings.PlacesIn(document).ToArray())}" : $"{document}");
        }

        return found;
    }

    private static string NameOf(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 6).Select(_ => Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))]));
    }

    private static IEnumerable<int> Holding(string[] phrase, Func<string, string> form) => Enumerable.Range(0, Documents).Where(number =>
    {
        string[] words = [.. Names[number].Split(' ').Select(form)];
        return Enumerable.Range(0, words.Length - phrase.Length + 1).Any(start => words.AsSpan(start, phrase.Length).SequenceEqual(phrase));
    });

    private static List<int> Found(string field, string[] phrase)
    {
        var found = new List<int>();
        if (Occurrences.InARow(Assert.Single(Reader.Value.Leaves).AtomicReader, field, phrase, DocumentFields.Pairs) is not { } occurrences)
        {
            return found;
        }

        while (occurrences.Advance(occurrences.Document + 1) is var document && document != Occurrences.End)
        {
            if (occurrences.IsHere())
            {
                found.Add(document);
                var evidence = new ClauseEvidence();
                occurrences.Report(evidence);
                Assert.True(evidence.IsMatched);
            }
        }

        return found;
    }

    private static DirectoryReader Filled()
    {
        var directory = new RAMDirectory();
        using (var writer = LiveVersion.Write(directory, OpenMode.CREATE))
        {
            for (var number = 0; number < Documents; number++)
            {
                writer.AddDocument(DocumentFields.Of(SmallIndex.Product(number, Names[number])));
            }

            writer.ForceMerge(1);
            writer.Commit();
        }

        return DirectoryReader.Open(directory);
    }
}
