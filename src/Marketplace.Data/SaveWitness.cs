using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Data;

/// <summary>
/// One row of a save by which the whole of it is known: a save is one transaction. A new row is known by its id, made by us and by nobody else;
/// a changed one by its version together with the time of the change; a removed one by its absence.
/// </summary>
internal sealed class SaveWitness
{
    private const string Version = "Version";
    private const string UpdatedAt = "UpdatedAt";

    private readonly EntityEntry _row;
    private readonly EntityState _state;
    private readonly bool _accept;
    private readonly ChangeTracker _tracker;

    private SaveWitness(ChangeTracker tracker, EntityEntry row, int rows, bool accept) =>
        (_tracker, _row, _state, Rows, _accept) = (tracker, row, row.State, rows, accept);

    /// <summary>How many rows the save writes.</summary>
    public int Rows { get; }

    /// <summary>Null when no row can bear witness: then a save that is tried again meets its own rows, and fails rather than double them.</summary>
    public static SaveWitness? Of(ChangeTracker tracker, bool accept)
    {
        var changed = tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        return changed.OrderBy(entry => entry.State == EntityState.Deleted).FirstOrDefault(CanTell) is { } row ? new(tracker, row, changed.Count, accept) : null;
    }

    /// <summary>Whether the database holds what was to be saved; if so, the rows in memory count as saved too.</summary>
    public async Task<bool> SawAsync(CancellationToken cancellationToken)
    {
        var there = await _row.GetDatabaseValuesAsync(cancellationToken);
        var saved = _state switch
        {
            EntityState.Added => there is not null,
            EntityState.Deleted => there is null,
            _ => there is not null && Same(there, Version) && Same(there, UpdatedAt),
        };
        if (saved && _accept)
        {
            Accept();
        }

        return saved;
    }

    private void Accept()
    {
        // The numbers that the database gave to new rows went down with the answer: such rows are let go of.
        foreach (var numbered in _tracker.Entries().Where(entry => entry.State == EntityState.Added && IsNumbered(entry)).ToList())
        {
            numbered.State = EntityState.Detached;
        }

        _tracker.AcceptAllChanges();
    }

    private static bool IsNumbered(EntityEntry entry) => entry.Metadata.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd }];

    private static bool CanTell(EntityEntry entry) => !entry.Metadata.IsOwned() && entry.State switch
    {
        EntityState.Added => entry.Metadata.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.Never, ClrType: { } key }] && key == typeof(Guid),
        EntityState.Modified => entry.Metadata.FindProperty(Version) is not null && entry.Metadata.FindProperty(UpdatedAt) is not null,
        _ => entry.Metadata.FindProperty(Version) is not null,
    };

    private bool Same(PropertyValues there, string property) => Equals(there[property], _row.Property(property).CurrentValue);
}
