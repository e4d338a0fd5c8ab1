using System.Security.Cryptography;
using System.Text;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Answers searches and suggestions from the index that an alias stands for.</summary>
internal sealed class ElasticsearchSearch(IElasticsearch elasticsearch, string alias)
{
    private const int PreferenceBytes = 8;

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        await new SearchRun(new ElasticsearchEngine(Questions(query.Text), query, cancellationToken), query).AnswerAsync();

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) =>
        await new SuggestRun(new ElasticsearchNames(Questions(query.Prefix), cancellationToken), query).AnswerAsync();

    /// <summary>A text's hash, because the text itself has no business in an address.</summary>
    private ElasticsearchQuestions Questions(string? text) => new(
        elasticsearch, alias, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")).AsSpan(0, PreferenceBytes)));
}
