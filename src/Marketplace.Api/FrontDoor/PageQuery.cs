using Microsoft.AspNetCore.Http.Extensions;

namespace Marketplace.Api.FrontDoor;

/// <summary>The query of a page as the storefront sees it: one order, and without the marks by which advertisers follow people.</summary>
internal static class PageQuery
{
    private static readonly string[] Marks = ["fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "ttclid", "yclid", "igshid", "mc_cid", "mc_eid", "zarsrc", "_ga"];

    public static QueryString Normalised(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return request.QueryString;
        }

        // Values of one name keep their order: it may mean something.
        var kept = request.Query.Where(pair => !IsMark(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return new QueryBuilder(kept.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""))).ToQueryString();
    }

    private static bool IsMark(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Marks.Contains(name, StringComparer.OrdinalIgnoreCase);
}
