using Marketplace.Files.Storage;

namespace Marketplace.Api.Hosting;

/// <summary>Where people's files lie, read and checked once at start. What is refused is named; a secret is never repeated.</summary>
internal sealed class FileSettings
{
    private const string DirectoryKey = "Files:Directory";
    private const string EndpointKey = "Files:S3:Endpoint";
    private const string BucketKey = "Files:S3:Bucket";
    private const string RegionKey = "Files:S3:Region";
    private const string AccessKeyKey = "Files:S3:AccessKey";
    private const string SecretKeyKey = "Files:S3:SecretKey";

    private const int LongestBucket = 63;

    private static readonly string[] OfS3 = [EndpointKey, BucketKey, RegionKey, AccessKeyKey, SecretKeyKey];

    internal static IReadOnlyList<string> Keys { get; } = [DirectoryKey, .. OfS3];

    /// <summary>The folder that holds them, unless a bucket does.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether the folder was named, or is the one beside the database.</summary>
    public required bool DirectoryIsGiven { get; init; }

    /// <summary>The bucket that holds them; null when a folder does.</summary>
    public S3Connection? S3 { get; init; }

    public static FileSettings Read(IConfiguration configuration, string contentRoot, string dataDirectory)
    {
        var directory = Given(configuration, DirectoryKey);
        var first = OfS3.FirstOrDefault(key => Given(configuration, key) is not null);
        if (directory is not null && first is not null)
        {
            throw new StartException($"Files__Directory is set beside {Settings.Variable(first)}: files lie in a folder or in a bucket, remove one of the two.");
        }

        return new FileSettings
        {
            Directory = directory is null ? Path.Combine(dataDirectory, "files") : Path.GetFullPath(directory, contentRoot),
            DirectoryIsGiven = directory is not null,
            S3 = first is null ? null : new S3Connection
            {
                Endpoint = Endpoint(Needed(configuration, EndpointKey, "https://s3.example.com")),
                Bucket = Bucket(Needed(configuration, BucketKey, "marketplace")),
                Region = Region(Given(configuration, RegionKey) ?? S3Connection.DefaultRegion),
                AccessKey = Needed(configuration, AccessKeyKey, "AKIA…"),
                SecretKey = Needed(configuration, SecretKeyKey, "the secret that came with the access key"),
            },
        };
    }

    /// <summary>Makes the folder that was named, so that a wrong one is found now and not with the first file.</summary>
    public void Prepare()
    {
        if (!DirectoryIsGiven)
        {
            return;
        }

        try
        {
            System.IO.Directory.CreateDirectory(Directory);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"Files__Directory is {Directory}, which cannot be created ({refused.Message.TrimEnd('.')}): name a folder that this user may write to.");
        }
    }

    private static Uri Endpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps)
        && endpoint is { UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" }
            ? endpoint
            : throw new StartException("Files__S3__Endpoint must be an address that begins with http:// or https:// and ends with the host, for example https://s3.example.com; the bucket and the keys have settings of their own.");

    private static string Bucket(string text) =>
        text.Length is >= 3 and <= LongestBucket && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]) && text.All(IsOfName)
            ? text
            : throw new StartException($"Files__S3__Bucket is \"{text}\" but must be 3 to 63 small letters, digits, full stops and hyphens.");

    private static string Region(string text) => text.All(IsOfName)
        ? text
        : throw new StartException($"Files__S3__Region is \"{text}\" but must be small letters, digits and hyphens, for example {S3Connection.DefaultRegion}.");

    private static bool IsOfName(char sign) => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '-' or '.';

    private static string Needed(IConfiguration configuration, string key, string example) => Given(configuration, key)
        ?? throw new StartException($"{Settings.Variable(key)} is missing: a bucket needs Files__S3__Endpoint, Bucket, AccessKey and SecretKey; this one is for example {example}.");

    private static string? Given(IConfiguration configuration, string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
