using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Marketplace.Search.Elasticsearch;

namespace Marketplace.Api.Hosting;

/// <summary>Which engine searches the catalogue.</summary>
internal enum SearchEngine
{
    Lucene,
    Elasticsearch,
}

/// <summary>The settings of the search engine, read and checked once at start. What is refused is named; a secret is never repeated.</summary>
internal sealed class SearchSettings
{
    private const string EngineKey = "Search:Engine";
    private const string UrlKey = "Search:Url";
    private const string ApiKeyKey = "Search:ApiKey";
    private const string UsernameKey = "Search:Username";
    private const string PasswordKey = "Search:Password";
    private const string AuthorityKey = "Search:CertificateAuthority";
    private const string ShardsKey = "Search:Shards";
    private const string ReplicasKey = "Search:Replicas";

    private const int MostShards = 1024;
    private const int MostReplicas = 100;

    /// <summary>What only a cluster needs.</summary>
    private static readonly string[] OfElasticsearch = [UrlKey, ApiKeyKey, UsernameKey, PasswordKey, AuthorityKey, ShardsKey, ReplicasKey];

    internal static IReadOnlyList<string> Keys { get; } = [EngineKey, .. OfElasticsearch];

    public required SearchEngine Engine { get; init; }

    /// <summary>The cluster; null with Lucene.</summary>
    public ElasticsearchConnection? Elasticsearch { get; init; }

    public static SearchSettings Read(IConfiguration configuration, string contentRoot)
    {
        var engine = Settings.Choice(configuration, EngineKey, SearchEngine.Lucene);
        if (engine == SearchEngine.Elasticsearch)
        {
            return new SearchSettings { Engine = engine, Elasticsearch = Connection(configuration, contentRoot) };
        }

        return OfElasticsearch.FirstOrDefault(key => Given(configuration, key) is not null) is { } foreign
            ? throw new StartException($"{Settings.Variable(foreign)} is for Elasticsearch only: set Search__Engine=Elasticsearch or remove it.")
            : new SearchSettings { Engine = engine };
    }

    private static ElasticsearchConnection Connection(IConfiguration configuration, string contentRoot)
    {
        var nodes = Nodes(Given(configuration, UrlKey));
        var authority = Given(configuration, AuthorityKey);
        if (authority is not null && nodes.FirstOrDefault(node => node.Scheme != Uri.UriSchemeHttps) is { } open)
        {
            throw new StartException($"Search__CertificateAuthority is set but Search__Url is {open.GetLeftPart(UriPartial.Authority)}, which has no certificate: use https or remove the authority.");
        }

        return new ElasticsearchConnection
        {
            Nodes = nodes,
            SignIn = SignIn(Given(configuration, ApiKeyKey), Given(configuration, UsernameKey), Given(configuration, PasswordKey)),
            Authorities = authority is null ? null : Authorities(Path.GetFullPath(authority, contentRoot)),
            Shards = Number(configuration, ShardsKey, otherwise: 1, least: 1, MostShards),
            Replicas = Number(configuration, ReplicasKey, otherwise: 1, least: 0, MostReplicas),
        };
    }

    private static Uri[] Nodes(string? text)
    {
        if (text is null)
        {
            throw new StartException("Search__Url is missing: Search__Engine=Elasticsearch needs one, for example https://search:9200.");
        }

        Uri[] nodes = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Node)];
        return nodes.Length > 0 ? nodes : throw new StartException("Search__Url names no address: give one, for example https://search:9200, or several with commas between them.");
    }

    private static Uri Node(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var node) || (node.Scheme != Uri.UriSchemeHttp && node.Scheme != Uri.UriSchemeHttps))
        {
            throw new StartException("Search__Url must be addresses that begin with http:// or https://, for example https://search:9200, with commas between them.");
        }

        if (node.UserInfo.Length > 0)
        {
            throw new StartException($"Search__Url holds a user name or password for {node.Host}: put them into Search__Username and Search__Password, or use Search__ApiKey.");
        }

        return node.Query.Length > 0 || node.Fragment.Length > 0
            ? throw new StartException($"Search__Url has a ? or # after {node.Host}: give the address of the cluster alone, for example https://search:9200.")
            : node.AbsolutePath.EndsWith('/') ? node : new Uri(node.AbsoluteUri + "/");
    }

    private static AuthenticationHeaderValue? SignIn(string? key, string? username, string? password)
    {
        if (key is not null && (username ?? password) is not null)
        {
            throw new StartException("Search__ApiKey is set beside Search__Username or Search__Password: one way to sign in is enough, remove the other.");
        }

        if ((username is null) != (password is null))
        {
            throw new StartException($"{(username is null ? "Search__Username" : "Search__Password")} is missing: a user name and a password go together.");
        }

        if (key is not null && !key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '+' or '/' or '=' or '-' or '_'))
        {
            throw new StartException("Search__ApiKey is not a key as Elasticsearch gives it: take the value \"encoded\" of its answer.");
        }

        return key is not null ? new AuthenticationHeaderValue("ApiKey", key)
            : username is null ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")));
    }

    private static X509Certificate2Collection Authorities(string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartException($"Search__CertificateAuthority is {file}, which cannot be read ({problem.Message.TrimEnd('.')}): name a PEM file with the certificate of the authority.");
        }

        return authorities.Count > 0 ? authorities
            : throw new StartException($"Search__CertificateAuthority is {file}, which holds no certificate: name a PEM file with the certificate of the authority.");
    }

    private static int Number(IConfiguration configuration, string key, int otherwise, int least, int most)
    {
        var text = Given(configuration, key);
        return text is null ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new StartException($"{Settings.Variable(key)} is \"{text}\" but must be a number from {least} to {most}.");
    }

    private static string? Given(IConfiguration configuration, string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
