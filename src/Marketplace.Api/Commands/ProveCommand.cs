using Marketplace.Api.Hosting;
using Marketplace.Api.Proof;
using Marketplace.Core;

namespace Marketplace.Api.Commands;

/// <summary>Looks through the books and says what is wrong. May run beside a host that serves.</summary>
internal static class ProveCommand
{
    private const int MostNamed = 20;

    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<Preparation>().MigrateAsync(stop);
        var (holding, broken) = (0, 0);
        await foreach (var (invariant, findings) in services.GetRequiredService<BookCheck>().RunAsync(stop))
        {
            _ = findings.Count == 0 ? holding++ : broken++;
            Console.WriteLine($"{(findings.Count == 0 ? "ok    " : "WRONG ")} {InvariantWords.Of(invariant).In(Language.En)}");
            foreach (var finding in findings.Take(MostNamed))
            {
                Console.WriteLine($"         {finding.Subject}: {finding.Found} instead of {finding.Expected}");
            }

            if (findings.Count > MostNamed)
            {
                Console.WriteLine($"         and {findings.Count - MostNamed} more");
            }
        }

        Console.WriteLine(broken == 0 ? $"All {holding} hold." : $"{broken} of {holding + broken} do not hold.");
        return broken == 0 ? 0 : 1;
    }
}
