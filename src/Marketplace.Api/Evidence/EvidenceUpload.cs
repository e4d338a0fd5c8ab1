using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Evidence;
using Marketplace.Core.Files;
using Marketplace.Data;
using Marketplace.Data.Evidence;
using Marketplace.Data.Listings;
using Marketplace.Files.Papers;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Evidence;

/// <summary>What a sent file is for. The caller has made sure that the sender may, and that the listing is the sender's.</summary>
/// <param name="Id">The paper: a new one, or the one whose file is to be replaced.</param>
/// <param name="Details">Of a new one; null for another file of one that is there.</param>
/// <param name="Version">Of the one that is there, as it was read.</param>
public sealed record EvidenceFor(Guid Id, Actor Sender, Guid? ProductId, EvidenceDetails? Details, int Version = 0);

/// <summary>Takes files of papers in and lets them go. Files come before the row and go after it, so that no row is ever without its file.</summary>
public sealed partial class EvidenceUpload(
    IDbContextFactory<MarketplaceDb> databases, IFileStore files, PaperMaker maker, IDatabaseEngine engine, TimeProvider clock, ILogger<EvidenceUpload> log)
{
    /// <summary>
    /// Looks through what the stream holds, keeps it and saves the paper, which then waits for review. When any step fails nothing stays behind. Problems:
    /// those of <see cref="PaperMaker.MakeAsync"/>, <see cref="UploadUsed"/>, <see cref="TooManyPapers"/>, <see cref="NothingThere"/>, <see cref="ChangedMeanwhile"/>.
    /// </summary>
    public async Task<Result<EvidenceFile>> TakeAsync(Stream source, EvidenceFor its, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if ((await PlaceAsync(db, its, cancellationToken)).Failed(out var refused, out var place))
        {
            return new(refused);
        }

        if ((await maker.MakeAsync(source, cancellationToken)).Failed(out var problem, out var made))
        {
            return new(problem);
        }

        var now = clock.GetUtcNow();
        var paper = new Paper(Guid.CreateVersion7(now), made.Format, made.Content.Length, made.Sha256);
        var before = place.Evidence?.Paper;
        try
        {
            using (var content = new MemoryStream(made.Content.ToArray(), writable: false))
            {
                if (!await files.PutAsync(paper.Key, content, paper.ContentType, cancellationToken))
                {
                    throw new InvalidOperationException($"Something lies under {paper.Key}, the key of a new paper.");
                }
            }

            var evidence = Put(db, its, place.Evidence, paper, now);
            if (await db.SaveWorkAsync(engine, cancellationToken) is { } raced)
            {
                await DropAsync(paper);
                return new(before is null ? new UploadUsed() : raced);
            }

            await (before is null ? Task.CompletedTask : DropAsync(before));
            return new(evidence);
        }
        catch
        {
            await UndoAsync(paper);
            throw;
        }
    }

    /// <summary>Removes the file of a paper that is no more.</summary>
    public async Task DropAsync(Paper paper)
    {
        try
        {
            await files.DeleteAsync(paper.Key, CancellationToken.None);
        }
        catch (Exception stuck) when (stuck is not OutOfMemoryException)
        {
            LeftBehind(paper.Key, stuck);
        }
    }

    private static async Task<Result<Place>> PlaceAsync(MarketplaceDb db, EvidenceFor its, CancellationToken cancellationToken)
    {
        var there = await db.EvidenceAsync(its.Id, cancellationToken);
        if (its.Details is null)
        {
            return there?.OrganisationId == its.Sender.OrganisationId ? there.At(its.Version).Then(found => new Place(found)) : new(new NothingThere(["evidence"]));
        }

        return there is not null ? new(new UploadUsed())
            : await db.EvidenceCountOfAsync(its.Sender.OrganisationId, cancellationToken) >= EvidenceFile.MostOfOrganisation ? new(new TooManyPapers())
            : new(new Place(Evidence: null));
    }

    private static EvidenceFile Put(MarketplaceDb db, EvidenceFor its, EvidenceFile? there, Paper paper, DateTimeOffset now)
    {
        var sender = its.Sender;
        if (there is not null)
        {
            db.Note(sender, "replaceEvidence", ("EvidenceFile", there.Id), now, new { state = there.State.ToString(), there.Paper.Sha256 }, new { state = nameof(EvidenceState.InReview), paper.Sha256 });
            there.Replace(paper, sender.AccountId, now);
            return there;
        }

        var sent = EvidenceFile.Send(its.Id, sender.OrganisationId, sender.ProducerId!.Value, its.ProductId, its.Details!, paper, sender.AccountId, now);
        db.Note(sender, "sendEvidence", ("EvidenceFile", sent.Id), now, after: new { sent.ProductId, sent.Details, sent.Paper.Sha256 });
        return db.Evidence.Add(sent).Entity;
    }

    /// <summary>Takes back what was kept, unless the row has come through all the same: an answer may be lost after the commit.</summary>
    private async Task UndoAsync(Paper paper)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            if (await db.HasPaperAsync(paper.Id, CancellationToken.None))
            {
                return;
            }
        }
        catch (Exception unknown) when (unknown is not OutOfMemoryException)
        {
            // A file without a row harms nobody; a row without its file would.
            LeftBehind(paper.Key, unknown);
            return;
        }

        await DropAsync(paper);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file {Key} may belong to no paper any more and could not be removed: remove it by hand.")]
    private partial void LeftBehind(FileKey key, Exception stuck);

    /// <summary>The paper whose file is replaced; null for a new one.</summary>
    private sealed record Place(EvidenceFile? Evidence);
}
