namespace Marketplace.Benchmarks.Sizes;

/// <summary>
/// The same questions at every size. Words of real names find more the larger the catalogue is, all of it in proportion: nobody types more precisely
/// because more is on offer. A brand finds a dozen products at every size: what it costs more is what the engine does without need.
/// </summary>
internal sealed class SizeQuestions(Seedling seed, SizeOptions options)
{
    private const int WarmUp = 1;
    private const int Brandings = 30;

    private readonly Random _random = new(1802);
    private readonly Typed _typed = new(seed.Originals);

    /// <summary>Asks every kind of question of every index, the sizes in turns.</summary>
    public async Task<IReadOnlyList<Asked>> AskAsync(IReadOnlyList<SizedIndex> indexes)
    {
        return
        [
            await AskAsync(Kinds.Search, indexes, options.Searches, Words, (index, text) => index.SearchAsync(text, facets: false)),
            await AskAsync(Kinds.Facets, indexes, options.Searches, Words, (index, text) => index.SearchAsync(text, facets: true)),
            await AskAsync(Kinds.Brand, indexes, options.Searches, BrandNames, (index, text) => index.SearchAsync(text, facets: true)),
            await AskAsync(Kinds.Browse, indexes, Math.Max(5, options.Searches / 10), count => new string[count], (index, text) => index.SearchAsync(text, facets: true)),
            await AskAsync(Kinds.Suggest, indexes, options.Searches, Prefixes, (index, text) => index.SuggestAsync(text)),
        ];
    }

    public string[] Words(int count) => _typed.Next(count);

    private async Task<Asked> AskAsync(string what, IReadOnlyList<SizedIndex> indexes, int count, Func<int, string[]> texts, Func<SizedIndex, string, Task> ask)
    {
        Console.WriteLine(what);
        var rounds = new List<Sample[]>();
        for (var round = 0; round < WarmUp + options.Rounds; round++)
        {
            var asked = texts(count);
            var samples = new Sample[indexes.Count];
            foreach (var at in round % 2 == 0 ? Enumerable.Range(0, indexes.Count) : Enumerable.Range(0, indexes.Count).Reverse())
            {
                samples[at] = await Load.RunAsync(workers: 1, count, async (_, number) => await ask(indexes[at], asked[number]));
            }

            if (round >= WarmUp)
            {
                rounds.Add(samples);
            }
        }

        return new Asked(what, rounds);
    }

    /// <summary>Brands that the smallest catalogue has too, alone or with the first word of a product.</summary>
    private string[] BrandNames(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var brand = Brands.Of(_random.Next(Brandings));
        return _random.Next(2) == 0 ? brand : $"{AnyName().Split(' ')[0]} {brand}";
    })];

    /// <summary>The beginning of a name, broken off anywhere in its first words.</summary>
    private string[] Prefixes(int count) => [.. Enumerable.Range(0, count).Select(_ => AnyName() is var name ? name[..Math.Min(name.Length, _random.Next(1, 13))].TrimEnd() : "")];

    private string AnyName() => seed.Originals.Products[_random.Next(seed.Originals.Products.Count)].Product.Name.Vi.ToLowerInvariant();

    public static class Kinds
    {
        public const string Search = "search";
        public const string Facets = "search with facets";
        public const string Brand = "a brand, with facets";
        public const string Browse = "browse all, with facets";
        public const string Suggest = "suggestions";
    }
}
