using GraphQL;
using Marketplace.Core.Search;
using Marketplace.Search.Ranking;

namespace Marketplace.Api.Search;

/// <summary>A published ranking criterion.</summary>
[Name("RankingCriterion")]
public sealed class RankingCriterionGraph
{
    private readonly RankingCriterion _criterion;

    private RankingCriterionGraph(RankingCriterion criterion) => _criterion = criterion;

    /// <summary>Stable code.</summary>
    public string Code => _criterion.Code;

    internal static IReadOnlyList<RankingCriterionGraph> All { get; } = [.. RankingCriteria.All.Select(criterion => new RankingCriterionGraph(criterion))];

    /// <summary>In the reader's language.</summary>
    public string Label(Ask ask) => _criterion.Label.In(ask.Language);

    /// <summary>What it means, in the reader's language.</summary>
    public string Description(Ask ask) => _criterion.Description.In(ask.Language);

    internal static RankingCriterionGraph Of(string code) => All.First(criterion => criterion.Code == code);
}
