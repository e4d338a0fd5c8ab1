using System.Text.Json.Nodes;
using Marketplace.Core.Search;
using Marketplace.Search.Facets;

namespace Marketplace.Search.Elasticsearch;

/// <summary>What is selected in the facets, asked as filters.</summary>
internal static class SelectionQueries
{
    /// <summary>Selected in all facets but one; of every facet when there is none to leave out.</summary>
    public static JsonObject Of(FacetSelection selection, DateOnly today, int except = -1) =>
        Query.All([.. Enumerable.Range(0, FacetFields.Names.Length).Where(facet => facet != except && selection.IsActive(facet)).Select(facet => Of(selection, facet, today))]);

    /// <summary>Shows at least so many stars on the day.</summary>
    public static JsonObject HasStars(int day, int least) =>
        Query.Any([.. Enumerable.Range(least, ElasticsearchFields.MostStars - least + 1).Select(stars => Shows(day, stars))]);

    /// <summary>Shows exactly so many. A term lies in a range of days: https://www.elastic.co/guide/en/elasticsearch/reference/8.17/range.html.</summary>
    public static JsonObject Shows(int day, int stars) => stars == 0 ? Query.Not(HasStars(day, 1)) : Query.Term(ElasticsearchFields.StarsOf(stars), day);

    private static JsonObject Of(FacetSelection selection, int facet, DateOnly today)
    {
        switch (FacetFields.Names[facet])
        {
            case FacetNames.Stars:
                return Query.Any([.. selection.ValuesOf(facet).Where(value => value is [>= '0' and <= '5']).Select(value => Shows(today.DayNumber, value[0] - '0'))]);
            case FacetNames.Price:
                return Query.Range(ElasticsearchFields.Price, selection.PriceMin ?? 0, selection.PriceMax);
            case FacetFields.Certified:
                var certified = HasStars(today.DayNumber, 1);
                return selection.IsCertified == true ? certified : Query.Not(certified);
            default:
                return Query.Terms(ElasticsearchFields.Facet(FacetFields.Names[facet]), [.. selection.ValuesOf(facet)]);
        }
    }
}
