using System.Text;
using Amazon.S3;
using Marketplace.Core.Files;
using Marketplace.Files.Storage;

namespace Marketplace.Tests.Files;

/// <summary>What a store of files promises, held to both of them.</summary>
public sealed class FileStoreTests : IAsyncDisposable
{
    private static readonly FileKey Key = FileKey.Of("pictures", "abc", "320.webp");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("file-store-");
    private S3StandIn? _s3;

    public enum Kind
    {
        Folder,
        Bucket,
    }

    public static TheoryData<Kind> Kinds => [Kind.Folder, Kind.Bucket];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_put_is_read_back_byte_by_byte(Kind kind)
    {
        var store = await OpenAsync(kind);
        var sent = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7)).ToArray();

        Assert.False(await store.ExistsAsync(Key, Stop));
        Assert.True(await store.PutAsync(Key, new MemoryStream(sent), "image/webp", Stop));

        Assert.True(await store.ExistsAsync(Key, Stop));
        await using var file = await store.OpenAsync(Key, Stop);
        using var read = new MemoryStream();
        await file!.Content.CopyToAsync(read, Stop);
        Assert.Equal(sent.Length, file.Length);
        Assert.Equal(sent, read.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_that_cannot_be_read_twice_and_an_empty_one_are_kept_too(Kind kind)
    {
        var store = await OpenAsync(kind);
        using var once = new System.IO.Compression.BrotliStream(Compressed("kẹo dừa"), System.IO.Compression.CompressionMode.Decompress);

        Assert.True(await store.PutAsync(Key, once, "text/plain", Stop));
        Assert.True(await store.PutAsync(FileKey.Of("empty"), Stream.Null, "text/plain", Stop));

        Assert.Equal("kẹo dừa", await TextAsync(store, Key));
        Assert.Equal("", await TextAsync(store, FileKey.Of("empty")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_ever_put_over_something(Kind kind)
    {
        var store = await OpenAsync(kind);
        await PutAsync(store, Key, "first");

        Assert.False(await PutAsync(store, Key, "second"));

        Assert.Equal("first", await TextAsync(store, Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_many_who_put_under_one_key_at_once_one_wins_and_its_file_is_whole(Kind kind)
    {
        var store = await OpenAsync(kind);
        string[] texts = [.. Enumerable.Range(0, 12).Select(i => new string((char)('a' + i), 50_000))];

        var won = await Task.WhenAll(texts.Select(text => Task.Run(() => PutAsync(store, Key, text), Stop)));

        Assert.Single(won, true);
        Assert.Equal(texts[won.IndexOf(true)], await TextAsync(store, Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_removed_is_gone_and_its_key_is_free_again(Kind kind)
    {
        var store = await OpenAsync(kind);
        var neighbour = FileKey.Of("pictures", "abc", "640.webp");
        await PutAsync(store, Key, "first");
        await PutAsync(store, neighbour, "neighbour");

        await store.DeleteAsync(Key, Stop);
        await store.DeleteAsync(Key, Stop);
        await store.DeleteAsync(FileKey.Of("never", "there"), Stop);

        Assert.Null(await store.OpenAsync(Key, Stop));
        Assert.False(await store.ExistsAsync(Key, Stop));
        Assert.Equal("neighbour", await TextAsync(store, neighbour));
        Assert.True(await PutAsync(store, Key, "second"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_that_breaks_off_leaves_nothing(Kind kind)
    {
        var store = await OpenAsync(kind);

        await Assert.ThrowsAsync<IOException>(() => store.PutAsync(Key, new BrokenStream(100_000), "image/webp", Stop));

        Assert.Null(await store.OpenAsync(Key, Stop));
        Assert.Empty(Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_holds_nothing_but_its_files_and_loses_the_folders_of_those_that_went()
    {
        var store = await OpenAsync(Kind.Folder);
        await PutAsync(store, Key, "text");
        Assert.Equal([Path.Combine(_folder.FullName, "files", "pictures", "abc", "320.webp")], Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories));

        await store.DeleteAsync(Key, Stop);

        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "files", "pictures", "abc")));
    }

    [Theory]
    [InlineData("..", "x")]
    [InlineData("pictures", "..", "..", "x")]
    [InlineData("pictures/../x")]
    [InlineData("/etc", "passwd")]
    [InlineData("pictures", "")]
    [InlineData("")]
    [InlineData("a\\..\\b")]
    [InlineData("c:", "x")]
    [InlineData(".unfinished", "x")]
    [InlineData("a.")]
    [InlineData("A")]
    [InlineData("kẹo")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    public void A_key_that_could_lead_elsewhere_cannot_be_made(params string[] parts) => Assert.Throws<ArgumentException>(() => FileKey.Of(parts));

    [Fact]
    public void A_key_has_an_end()
    {
        Assert.Equal(200, FileKey.Of(new string('a', 200)).Value.Length);
        Assert.Throws<ArgumentException>(() => FileKey.Of(new string('a', 201)));
    }

    [Fact]
    public async Task A_bucket_is_told_what_kind_a_file_is_and_asked_again_when_it_is_overloaded()
    {
        var store = await OpenAsync(Kind.Bucket);
        _s3!.FailNext(1);

        Assert.True(await PutAsync(store, Key, "text"));

        Assert.Equal(("text", "text/plain"), (Encoding.UTF8.GetString(_s3.Objects[Key.Value].Content), _s3.Objects[Key.Value].Type));
    }

    [Fact]
    public async Task A_bucket_that_cannot_be_used_is_no_missing_file()
    {
        await OpenAsync(Kind.Bucket);
        using var stranger = new S3Files(_s3!.Connection with { SecretKey = "another" });
        using var nowhere = new S3Files(_s3.Connection with { Bucket = "elsewhere" });

        await Assert.ThrowsAsync<AmazonS3Exception>(() => PutAsync(stranger, Key, "text"));
        await Assert.ThrowsAsync<AmazonS3Exception>(() => stranger.OpenAsync(Key, Stop));
        await Assert.ThrowsAsync<AmazonS3Exception>(() => nowhere.OpenAsync(Key, Stop));
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        if (_s3 is not null)
        {
            await _s3.DisposeAsync();
        }
    }

    private async Task<IFileStore> OpenAsync(Kind kind) => kind == Kind.Folder
        ? new FolderFiles(Path.Combine(_folder.FullName, "files"))
        : new S3Files((_s3 = await S3StandIn.OpenAsync()).Connection);

    private static Task<bool> PutAsync(IFileStore store, FileKey key, string text) => store.PutAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(text)), "text/plain", Stop);

    private static async Task<string> TextAsync(IFileStore store, FileKey key)
    {
        await using var file = await store.OpenAsync(key, Stop);
        using var reader = new StreamReader(file!.Content);
        return await reader.ReadToEndAsync(Stop);
    }

    private static MemoryStream Compressed(string text)
    {
        var whole = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(whole, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        whole.Position = 0;
        return whole;
    }
}
