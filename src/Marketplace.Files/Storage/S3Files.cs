using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Marketplace.Core.Files;

namespace Marketplace.Files.Storage;

/// <summary>A bucket of S3 or of a server that speaks like it. The bucket is addressed by path, since few but Amazon give each a host name of its own.</summary>
public sealed record S3Connection
{
    /// <summary>What servers that know no regions take.</summary>
    public const string DefaultRegion = "us-east-1";

    public required Uri Endpoint { get; init; }

    public required string Bucket { get; init; }

    public string Region { get; init; } = DefaultRegion;

    public required string AccessKey { get; init; }

    public required string SecretKey { get; init; }

    /// <summary>Without the keys, wherever it may be written.</summary>
    public override string ToString() => $"{Bucket} at {Endpoint}";
}

/// <summary>Files in a bucket that several nodes share.</summary>
public sealed class S3Files : IFileStore, IDisposable
{
    /// <summary>For one request; a rendition has some hundred kilobytes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly AmazonS3Client _client;
    private readonly string _bucket;

    public S3Files(S3Connection connection)
    {
        _bucket = connection.Bucket;
        _client = new AmazonS3Client(new BasicAWSCredentials(connection.AccessKey, connection.SecretKey), new AmazonS3Config
        {
            ServiceURL = connection.Endpoint.AbsoluteUri,
            AuthenticationRegion = connection.Region,
            ForcePathStyle = true,
            Timeout = Patience,
            MaxErrorRetry = 2,

            // Sums behind the body are Amazon's own: other servers refuse them, and TLS guards the way.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task<bool> PutAsync(FileKey key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        // A request is signed over the body and may be sent twice: it must be possible to read it again.
        await using var whole = content.CanSeek ? null : await WholeAsync(content, cancellationToken);
        try
        {
            await _client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = _bucket,
                    Key = key.Value,
                    InputStream = whole ?? content,
                    AutoCloseStream = false,
                    AutoResetStreamPosition = false,
                    ContentType = contentType,
                    IfNoneMatch = "*",
                    UseChunkEncoding = false,
                },
                cancellationToken);
            return true;
        }
        catch (AmazonS3Exception taken) when (taken.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            return false;
        }
    }

    public async Task<StoredFile?> OpenAsync(FileKey key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.GetObjectAsync(new GetObjectRequest { BucketName = _bucket, Key = key.Value }, cancellationToken);
            return new StoredFile(answer.ResponseStream, answer.ContentLength);
        }
        catch (AmazonS3Exception missing) when (missing is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            return null;
        }
    }

    public Task DeleteAsync(FileKey key, CancellationToken cancellationToken) =>
        _client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = _bucket, Key = key.Value }, cancellationToken);

    public async Task<bool> ExistsAsync(FileKey key, CancellationToken cancellationToken)
    {
        try
        {
            await _client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = _bucket, Key = key.Value }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<FileStream> WholeAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await content.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
