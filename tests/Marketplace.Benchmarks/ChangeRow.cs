using System.Diagnostics;
using System.Globalization;
using System.Text;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Benchmarks;

/// <summary>A product is renamed as a seller would do it; the clock runs from before the save until a search over HTTP finds the new name.</summary>
internal static class ChangeRow
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Market market, Scale scale, Report report)
    {
        var databases = market.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>();
        using var connection = await Connection.OpenAsync(market.Port);
        var times = new List<double>();
        for (var change = 0; change < scale.Changes; change++)
        {
            var word = NewWord(change);
            var request = Connection.Request("/graphql", Documents.Find, new { search = word });
            await using var db = await databases.CreateDbContextAsync();
            var product = await db.Products.OrderBy(product => product.Slug).Skip(change * 7).FirstAsync();
            var slug = Encoding.UTF8.GetBytes($"\"{product.Slug}\"");

            var began = Stopwatch.GetTimestamp();
            product.Name = product.Name with { Vi = $"{product.Name.Vi} {word}" };
            await db.SaveChangesAsync();
            while ((await connection.AskAsync(request)).Span.IndexOf(slug) < 0)
            {
                if (Stopwatch.GetElapsedTime(began) > GiveUp)
                {
                    throw new InvalidOperationException($"{word} was never found.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(1));
            }

            times.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        times.Sort();
        var longest = times[^1];
        report.Add(new Row(
            "a changed listing until a search finds it", "< 1 s", Seconds(times[0]), Seconds(Load.Middle(times)),
            $"longest {Seconds(longest)}", $"{times.Count} changes", longest < 1));
    }

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.000} s");

    /// <summary>A word that no product has and that no typing error turns into another of them.</summary>
    private static string NewWord(int change)
    {
        const string Letters = "bcdghklmnpqrstvx";
        var hash = unchecked((uint)change * 2654435761);
        return string.Concat(Enumerable.Range(0, 7).Select(at => Letters[(int)((hash >> (at * 4)) & 15)])) + "z";
    }
}
