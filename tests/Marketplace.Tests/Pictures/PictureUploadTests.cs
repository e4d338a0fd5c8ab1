using Marketplace.Api.Pictures;
using Marketplace.Core.Files;
using Marketplace.Core.Pictures;
using Marketplace.Data;
using Marketplace.Data.Pictures;
using Marketplace.Files.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Pictures;

/// <summary>A picture comes in whole or not at all, and goes the same way.</summary>
public sealed class PictureUploadTests : IDisposable
{
    private static readonly Guid Owner = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
    private static readonly Guid Stranger = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    private readonly FickleFiles _files;
    private readonly LostAnswer _lost = new();
    private readonly MarketplaceApp _app;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("picture-upload-");

    public PictureUploadTests()
    {
        _files = new FickleFiles(new FolderFiles(_folder.FullName));
        _app = new MarketplaceApp
        {
            With = services =>
            {
                services.AddSingleton<IFileStore>(_files);
                services.ConfigureDbContext<MarketplaceDb>(options => options.AddInterceptors(_lost));
            },
        };
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PictureUpload Upload => _app.Services.GetRequiredService<PictureUpload>();

    private IEnumerable<string> Kept => Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullName, file).Replace('\\', '/'));

    [Fact]
    public async Task A_picture_that_was_sent_is_a_row_and_the_files_that_it_names()
    {
        var sent = Samples.Photographed(1200, 800, turn: 6);

        var picture = await AddedAsync(sent, new PictureFor(Owner, Alt: new("Kẹo dừa trong hộp", "Coconut candy in its box")));

        var row = Assert.Single(await RowsAsync());
        Assert.Equal((picture.Id, Owner, null, 800, 1200), (row.Id, row.OwnerId, row.ProductId, row.Width, row.Height));
        Assert.Equal(("Kẹo dừa trong hộp", "Coconut candy in its box"), (row.Alt!.Vi, row.Alt.En));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent)), row.SourceHash);
        Assert.Equal((_app.Clock.GetUtcNow().UtcDateTime, _app.Clock.GetUtcNow().UtcDateTime), (row.CreatedAt, row.UpdatedAt));
        Assert.Equal(picture.Renditions, row.Renditions);
        Assert.Equal(7, row.Renditions.Count);
        Assert.Equal(row.Renditions.Select(rendition => rendition.KeyFor(row.Id).Value).Order(StringComparer.Ordinal), Kept.Order(StringComparer.Ordinal));
        Assert.All(row.Renditions, rendition => Assert.Equal(rendition.Bytes, new FileInfo(Path.Combine(_folder.FullName, rendition.KeyFor(row.Id).Value)).Length));
    }

    [Fact]
    public async Task A_picture_that_is_refused_leaves_nothing_and_says_why()
    {
        Assert.True((await Upload.AddAsync(new MemoryStream(Samples.Noise(1000)), new PictureFor(Owner), Stop)).Failed(out var noise, out _));
        Assert.True((await Upload.AddAsync(new MemoryStream(Samples.Jpeg(500, 500)), new PictureFor(Owner, Alt: new("ă", new string('a', 201))), Stop)).Failed(out var wordy, out _));

        Assert.Equal((new PictureKindRefused(PictureKind.Unknown), new PictureAltTooLong()), ((PictureKindRefused)noise, (PictureAltTooLong)wordy));
        await AssertNothingAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_store_that_fails_in_the_middle_leaves_nothing(int put)
    {
        _files.FailAt = put;

        await Assert.ThrowsAsync<IOException>(() => Upload.AddAsync(new MemoryStream(Samples.Jpeg(500, 500)), new PictureFor(Owner), Stop));

        await AssertNothingAsync();
    }

    [Fact]
    public async Task A_row_that_cannot_be_saved_leaves_nothing()
    {
        await _app.WithAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER \"NoPictures\" BEFORE INSERT ON \"Pictures\" BEGIN SELECT RAISE(ABORT, 'none'); END", Stop));

        await Assert.ThrowsAsync<DbUpdateException>(() => Upload.AddAsync(new MemoryStream(Samples.Jpeg(500, 500)), new PictureFor(Owner), Stop));

        Assert.Equal(5, _files.Puts);
        await AssertNothingAsync();
    }

    [Fact]
    public async Task Whoever_goes_away_in_the_middle_leaves_nothing()
    {
        using var gone = new CancellationTokenSource();
        _files.AtPut = put => put == 3 ? gone.CancelAsync() : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Upload.AddAsync(new MemoryStream(Samples.Jpeg(500, 500)), new PictureFor(Owner), gone.Token));

        await AssertNothingAsync();
    }

    [Fact]
    public async Task A_row_whose_save_went_through_although_its_answer_was_lost_keeps_its_files()
    {
        await _app.WithAsync(_ => Task.CompletedTask);
        _lost.Armed = true;

        await Assert.ThrowsAsync<TimeoutException>(() => Upload.AddAsync(new MemoryStream(Samples.Jpeg(500, 500)), new PictureFor(Owner), Stop));

        var row = Assert.Single(await RowsAsync());
        Assert.Equal(row.Renditions.Count, Kept.Count());
    }

    [Fact]
    public async Task A_picture_goes_with_its_files_and_only_for_its_owner()
    {
        var picture = await AddedAsync(Samples.Jpeg(500, 500), new PictureFor(Owner));

        Assert.False(await Upload.RemoveAsync(picture.Id, Stranger, Stop));
        Assert.Equal(5, Kept.Count());
        Assert.True(await Upload.RemoveAsync(picture.Id, Owner, Stop));
        Assert.False(await Upload.RemoveAsync(picture.Id, Owner, Stop));

        await AssertNothingAsync();
    }

    [Fact]
    public async Task A_product_has_only_so_many_pictures_and_each_new_one_is_its_last()
    {
        var product = await _app.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContext().Products.Select(product => product.Id).FirstAsync(Stop);
        var sent = Samples.Jpeg(400, 400);
        for (var i = 0; i < PictureRules.MostOfProduct; i++)
        {
            Assert.Equal(i, (await AddedAsync(sent, new PictureFor(Owner, product))).Position);
        }

        Assert.True((await Upload.AddAsync(new MemoryStream(sent), new PictureFor(Owner, product), Stop)).Failed(out var problem, out _));

        Assert.IsType<TooManyPictures>(problem);
        await _app.WithAsync(async db => Assert.Equal(Enumerable.Range(0, PictureRules.MostOfProduct), (await db.PicturesOfProductsAsync([product], Stop)).Select(picture => picture.Position)));
    }

    [Fact]
    public async Task Pictures_without_a_product_are_found_by_their_owner_the_newest_first()
    {
        var first = await AddedAsync(Samples.Jpeg(400, 400), new PictureFor(Owner));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await AddedAsync(Samples.Jpeg(400, 400), new PictureFor(Owner));
        await AddedAsync(Samples.Jpeg(400, 400), new PictureFor(Stranger));

        await _app.WithAsync(async db => Assert.Equal([second.Id, first.Id], (await db.LoosePicturesAsync(Owner, 10, Stop)).Select(picture => picture.Id)));
    }

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<Picture> AddedAsync(byte[] sent, PictureFor its) =>
        (await Upload.AddAsync(new MemoryStream(sent), its, Stop)).Failed(out var problem, out var picture) ? throw new InvalidOperationException(problem.Message.En) : picture;

    private async Task<IReadOnlyList<Picture>> RowsAsync()
    {
        IReadOnlyList<Picture> rows = [];
        await _app.WithAsync(async db => rows = await db.Pictures.AsNoTracking().ToListAsync(Stop));
        return rows;
    }

    private async Task AssertNothingAsync()
    {
        Assert.Empty(await RowsAsync());
        Assert.Empty(Kept);
    }

    /// <summary>A store that fails when it is told to.</summary>
    private sealed class FickleFiles(IFileStore files) : IFileStore
    {
        public int FailAt { get; set; }

        public int Puts { get; private set; }

        public Func<int, Task> AtPut { get; set; } = _ => Task.CompletedTask;

        public async Task<bool> PutAsync(FileKey key, Stream content, string contentType, CancellationToken cancellationToken)
        {
            await AtPut(++Puts);
            return Puts == FailAt ? throw new IOException("The disk is full.") : await files.PutAsync(key, content, contentType, cancellationToken);
        }

        public Task<StoredFile?> OpenAsync(FileKey key, CancellationToken cancellationToken) => files.OpenAsync(key, cancellationToken);

        public Task DeleteAsync(FileKey key, CancellationToken cancellationToken) => files.DeleteAsync(key, cancellationToken);

        public Task<bool> ExistsAsync(FileKey key, CancellationToken cancellationToken) => files.ExistsAsync(key, cancellationToken);
    }

    /// <summary>A line to the database that breaks off just after a save.</summary>
    private sealed class LostAnswer : SaveChangesInterceptor
    {
        public bool Armed { get; set; }

        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
            Armed ? throw new TimeoutException("The answer was lost.") : ValueTask.FromResult(result);
    }
}
