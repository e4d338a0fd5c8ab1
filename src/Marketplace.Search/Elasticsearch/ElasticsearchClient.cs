using System.Net;
using System.Security.Authentication;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Marketplace.Core.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Refit;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Puts the way to the cluster together: what is sent where, how often, and what a failure is called.</summary>
public static class ElasticsearchClient
{
    private const string Name = "elasticsearch";

    /// <summary>Every answer of the engine says what it is; a proxy's page, or another product, does not.</summary>
    private const string ProductHeader = "X-Elastic-Product";

    private static readonly HttpStatusCode[] Refusals =
        [HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.TooManyRequests];

    public static void AddElasticsearch(this IServiceCollection services, ElasticsearchConnection connection)
    {
        // A failure is told once, when it changes what can be searched, and not for every attempt.
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.None));
        services.AddSingleton(connection);
        services.AddSingleton(provider => Of(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Name)));
        var client = services.AddHttpClient(Name, http =>
        {
            // Which node is asked is decided for every attempt.
            http.BaseAddress = new Uri("http://elasticsearch/");
            http.DefaultRequestHeaders.Authorization = connection.SignIn;
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
        client.RemoveAllLoggers();
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // A redirect would take the key elsewhere.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            SslOptions = ElasticsearchCertificates.Check(connection.Authorities),
        });
        client.AddResilienceHandler(Name, (pipeline, context) => ElasticsearchCalls.Build(pipeline, context.InstanceName, connection))
            .SelectPipelineBy(_ => ElasticsearchCalls.KindOf);
        client.AddHttpMessageHandler(() => new ElasticsearchNodes(connection.Nodes, TimeProvider.System));
    }

    /// <summary>The index of one installation, whose database has this id.</summary>
    public static ElasticsearchIndex OpenElasticsearch(this IServiceProvider services, Guid installation, TimeProvider clock) => new(
        services.GetRequiredService<IElasticsearch>(), services.GetRequiredService<ElasticsearchConnection>(), installation, clock, services.GetRequiredService<ILogger<ElasticsearchIndex>>());

    private static IElasticsearch Of(HttpClient http)
    {
        var settings = RefitSettings.ForJsonContext(ElasticsearchJson.Default);
        settings.Exceptions.ExceptionFactory = RefusedAsync;
        settings.Exceptions.TransportExceptionFactory = (request, failure, _) => Unavailable(request.RequestUri!, failure);
        settings.Exceptions.DeserializationExceptionFactory = (response, failure) =>
            new(new SearchUnavailableException($"{Place(response)} broke off in the middle of an answer, or is not Elasticsearch: check the URL.", failure));
        return RestService.ForGenerated<IElasticsearch>(http, settings);
    }

    private static async ValueTask<Exception?> RefusedAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return response.Headers.Contains(ProductHeader) ? null
                : new SearchUnavailableException($"{Place(response)} answers, but is not Elasticsearch: check the URL.");
        }

        var refusal = ElasticsearchRefusal.Of(response, await response.Content.ReadAsStringAsync());
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new SearchUnavailableException($"Elasticsearch at {Place(response)} refuses the sign-in (401): check the API key, or the user name and password."),
            HttpStatusCode.Forbidden => new SearchUnavailableException($"{refusal.Message}: check what the API key or the user may do, and whether the index may be written to.", refusal),
            < HttpStatusCode.BadRequest => new SearchUnavailableException($"{Place(response)} sends us elsewhere ({(int)response.StatusCode}), which Elasticsearch does not: check the URL."),
            _ when Refusals.Contains(response.StatusCode) && response.Headers.Contains(ProductHeader) => refusal,
            _ when Refusals.Contains(response.StatusCode) && refusal.Kind.Length > 0 => refusal,
            HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.TooManyRequests => refusal,
            < HttpStatusCode.InternalServerError => new SearchUnavailableException($"{Place(response)} answers {(int)response.StatusCode}, but not as Elasticsearch does: check the URL."),
            _ => new SearchUnavailableException(refusal.Message, refusal),
        };
    }

    private static Exception Unavailable(Uri address, Exception failure)
    {
        var place = address.GetLeftPart(UriPartial.Authority);
        return failure switch
        {
            OperationCanceledException => failure,
            BrokenCircuitException => new SearchUnavailableException("Elasticsearch has failed too often and is left alone for some seconds.", failure),
            TimeoutRejectedException slow => new SearchUnavailableException($"Elasticsearch at {place} did not answer within {slow.Timeout.TotalSeconds:0.#} s.", failure),
            { InnerException: AuthenticationException { InnerException: AuthenticationException why } } => new SearchUnavailableException($"The certificate of {place} is not trusted: {why.Message}.", failure),
            { InnerException: AuthenticationException why } => new SearchUnavailableException($"The certificate of {place} is not trusted: {why.Message}.", failure),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new SearchUnavailableException($"There is no host {address.Host}: check the URL.", failure),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new SearchUnavailableException($"Nothing answers at {place}: check the URL and whether Elasticsearch runs.", failure),
            _ => new SearchUnavailableException($"The connection to {place} broke: {failure.Message}", failure),
        };
    }

    private static string Place(HttpResponseMessage response) => response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Authority) ?? "Elasticsearch";
}

/// <summary>Bodies and answers are JSON as it is; nothing is read by reflection.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ElasticsearchJson : JsonSerializerContext;
