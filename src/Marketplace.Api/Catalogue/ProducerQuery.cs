using System.Text;
using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api
{
    public sealed partial class Query
    {
        /// <summary>Producers in Vietnamese alphabetical order. 1 to 100 a page, 20 unless told.</summary>
        [Cost(5)]
        public static async Task<ProducerConnection> Producers(
            [FromServices] CatalogueCache catalogue,
            [FromServices] IDbContextFactory<MarketplaceDb> databases,
            CancellationToken cancellationToken,
            ProducerFilterInput? filter = null,
            int? first = null,
            string? after = null,
            int? last = null,
            string? before = null)
        {
            var page = PageArguments.From(first, after, last, before);
            var choice = new ProducerChoice(filter?.Kinds ?? [], filter?.Districts ?? []);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var read = await db.ProducerPageAsync(choice, ProducerCursor.Read(page.Cursor), page.Backward, page.Size, cancellationToken);
            var more = read.Count > page.Size;
            var shown = read.Take(page.Size).Select(producer => producer.Id);
            var producers = await catalogue.ProducersAsync([.. page.Backward ? shown.Reverse() : shown], cancellationToken);
            return new ProducerConnection(choice, [.. producers.Select(producer => new ProducerEdge(producer))], page, more);
        }
    }
}

namespace Marketplace.Api.Catalogue
{
    /// <summary>Narrows a list of producers. Values inside one field are alternatives.</summary>
    [Name("ProducerFilter")]
    public sealed class ProducerFilterInput
    {
        /// <summary>Legal forms.</summary>
        public IReadOnlyList<ProducerKind>? Kinds { get; init; }

        /// <summary>Codes of districts.</summary>
        public IReadOnlyList<string>? Districts { get; init; }
    }

    /// <summary>A page of producers.</summary>
    [Name("ProducerConnection")]
    public sealed class ProducerConnection
    {
        private readonly ProducerChoice _choice;

        internal ProducerConnection(ProducerChoice choice, IReadOnlyList<ProducerEdge> edges, PageArguments page, bool more)
        {
            _choice = choice;
            Edges = edges;
            Nodes = [.. edges.Select(edge => edge.Node)];
            PageInfo = new PageInfoGraph
            {
                HasNextPage = page.Backward ? page.Cursor is not null : more,
                HasPreviousPage = page.Backward ? more : page.Cursor is not null,
                StartCursor = edges.Count > 0 ? edges[0].Cursor : null,
                EndCursor = edges.Count > 0 ? edges[^1].Cursor : null,
            };
        }

        /// <summary>The producers of the page.</summary>
        public IReadOnlyList<ProducerGraph> Nodes { get; }

        /// <summary>The producers of the page, each with its cursor.</summary>
        public IReadOnlyList<ProducerEdge> Edges { get; }

        /// <summary>Where the page stands in the list.</summary>
        public PageInfoGraph PageInfo { get; }

        /// <summary>All producers that the filter lets through. Counted only when asked for.</summary>
        public async Task<int> TotalCount([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await db.ProducerCountAsync(_choice, cancellationToken);
        }
    }

    /// <summary>A producer's place in a list.</summary>
    [Name("ProducerEdge")]
    public sealed class ProducerEdge
    {
        internal ProducerEdge(ProducerGraph producer) => (Node, Cursor) = (producer, ProducerCursor.Of(producer));

        /// <summary>Opaque: the sort key and the id.</summary>
        public string Cursor { get; }

        /// <summary>The producer.</summary>
        public ProducerGraph Node { get; }
    }

    /// <summary>A place in the list of producers as an opaque text.</summary>
    internal static class ProducerCursor
    {
        public static string Of(ProducerGraph producer) =>
            WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes($"p1:{producer.NameSortKey}:{producer.Key:N}"));

        public static ProducerPosition? Read(string? cursor)
        {
            if (cursor is null)
            {
                return null;
            }

            try
            {
                var parts = Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(cursor)).Split(':');
                if (parts is ["p1", var key, var id] && Guid.TryParseExact(id, "N", out var producer) && key.All(char.IsAsciiHexDigitUpper))
                {
                    return new(key, producer);
                }
            }
            catch (FormatException)
            {
                // Said below: to the client every cursor of others is the same mistake.
            }

            throw new BadInputException(new(
                "Con trỏ trang (after, before) không phải do danh sách này cấp; hãy bắt đầu lại từ trang đầu.",
                "The cursor (after, before) was not given out by this list; start again from the first page."));
        }
    }
}
