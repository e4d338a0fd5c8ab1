using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Certification;

/// <summary>A place in the log of decisions: the day, the certificate, and the number of the event there; 0 is its issue.</summary>
public readonly record struct DecisionPlace(DateOnly On, Guid CertificateId, int Number);

/// <summary>One decision over one certificate.</summary>
/// <param name="Event">What was decided after the issue; null for the issue itself.</param>
public sealed record DecisionLine(DecisionPlace Place, RegisterEntry Entry, CertificateEvent? Event);

/// <summary>The log of decisions as the public reads it: what was certified, extended and revoked. Hidden products are not in it.</summary>
public static class DecisionLogQueries
{
    /// <summary>Newest first; not tracked. Three statements.</summary>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<DecisionLine>> DecisionLogAsync(this MarketplaceDb db, DecisionPlace? after, int take, CancellationToken cancellationToken)
    {
        var places = db.Certificates.Select(certificate => new { On = certificate.IssuedOn, certificate.Id, Number = 0 }).Concat(
            db.Certificates.SelectMany(
                certificate => certificate.Events.Where(happened => happened.Kind == CertificateEventKind.Extended || happened.Kind == CertificateEventKind.Revoked),
                (certificate, happened) => new { happened.On, certificate.Id, happened.Number }));
        if (after is var (on, id, number))
        {
            places = places.Where(place => place.On < on || (place.On == on && (place.Id < id || (place.Id == id && place.Number < number))));
        }

        var page = await places.OrderByDescending(place => place.On).ThenByDescending(place => place.Id).ThenByDescending(place => place.Number).Take(take + 1).ToListAsync(cancellationToken);
        Guid[] ids = [.. page.Select(place => place.Id).Distinct()];
        var entries = (await db.WithProductsAsync(await db.Certificates.AsNoTracking().Where(certificate => ids.Contains(certificate.Id)).ToListAsync(cancellationToken), cancellationToken))
            .ToDictionary(entry => entry.Certificate.Id);
        return [.. page.Select(place => new DecisionLine(new(place.On, place.Id, place.Number), entries[place.Id], place.Number == 0 ? null : entries[place.Id].Certificate.Events[place.Number - 1]))];
    }
}
