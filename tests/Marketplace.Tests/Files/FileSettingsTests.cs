using Marketplace.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace Marketplace.Tests.Files;

/// <summary>A place for files is described wholly and rightly, or the host does not start and says what would be right.</summary>
public sealed class FileSettingsTests : IDisposable
{
    private const string Secret = "very-secret";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("file-settings-");

    [Theory]
    [InlineData("Files__S3__Endpoint is missing: ", "S3:Bucket=b12")]
    [InlineData("Files__S3__Bucket is missing: ", "S3:Endpoint=https://s3.example.com")]
    [InlineData("Files__S3__AccessKey is missing: ", "S3:Endpoint=https://s3.example.com", "S3:Bucket=pictures", "S3:SecretKey=very-secret")]
    [InlineData("Files__S3__SecretKey is missing: ", "S3:Endpoint=https://s3.example.com", "S3:Bucket=pictures", "S3:AccessKey=a")]
    [InlineData("Files__S3__Endpoint must be an address ", "S3:Endpoint=s3.example.com", "S3:Bucket=pictures", "S3:AccessKey=a", "S3:SecretKey=very-secret")]
    [InlineData("Files__S3__Endpoint must be an address ", "S3:Endpoint=https://a:very-secret@s3.example.com", "S3:Bucket=pictures", "S3:AccessKey=a", "S3:SecretKey=b")]
    [InlineData("Files__S3__Endpoint must be an address ", "S3:Endpoint=https://s3.example.com/pictures", "S3:Bucket=pictures", "S3:AccessKey=a", "S3:SecretKey=b")]
    [InlineData("Files__S3__Bucket is \"Pictures/a\" but must be ", "S3:Endpoint=https://s3.example.com", "S3:Bucket=Pictures/a", "S3:AccessKey=a", "S3:SecretKey=b")]
    [InlineData("Files__S3__Region is \"Sài Gòn\" but must be ", "S3:Endpoint=https://s3.example.com", "S3:Bucket=pictures", "S3:Region=Sài Gòn", "S3:AccessKey=a", "S3:SecretKey=b")]
    [InlineData("Files__Directory is set beside Files__S3__Bucket: ", "Directory=pictures", "S3:Bucket=pictures")]
    public void A_bad_setting_is_named_and_no_secret_is_repeated(string message, params string[] settings)
    {
        var refused = Assert.Throws<StartException>(() => Read(settings));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bucket_is_taken_as_it_is_described()
    {
        var bucket = Read("S3:Endpoint=http://minio:9000", "S3:Bucket=pictures", "S3:AccessKey=a", "S3:SecretKey=b").S3!;

        Assert.Equal(("http://minio:9000/", "pictures", "us-east-1", "a", "b"), (bucket.Endpoint.AbsoluteUri, bucket.Bucket, bucket.Region, bucket.AccessKey, bucket.SecretKey));
    }

    [Fact]
    public void Files_lie_beside_the_database_unless_a_folder_is_named()
    {
        Assert.Equal((Path.Combine(_folder.FullName, "data", "files"), null), (Read().Directory, Read().S3));
        Assert.Equal(Path.Combine(_folder.FullName, "elsewhere"), Read("Directory=elsewhere").Directory);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_at_start()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "taken"), "");

        var refused = Assert.Throws<StartException>(Read("Directory=taken/files").Prepare);

        Assert.Matches("^Files__Directory is .*, which cannot be created \\(.+\\): name a folder that this user may write to\\.$", refused.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private FileSettings Read(params string[] settings) => FileSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create($"Files:{pair[0]}", (string?)pair[1]))).Build(),
        _folder.FullName,
        Path.Combine(_folder.FullName, "data"));
}
