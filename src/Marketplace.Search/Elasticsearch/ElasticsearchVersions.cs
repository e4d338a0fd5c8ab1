using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Core.Search;

namespace Marketplace.Search.Elasticsearch;

/// <summary>The index that an alias stands for, and what is noted with it.</summary>
/// <param name="Sequence">The outbox row at which it was built.</param>
/// <param name="BuiltAt">When it was begun.</param>
internal sealed record LiveVersion(string Index, string Format, long Sequence, DateTimeOffset BuiltAt);

/// <summary>
/// The versions of the index on the cluster: numbered indices, an alias that names the live one, and another alias for each that is in the
/// making, since writing to an alias never makes an index.
/// </summary>
/// <param name="alias">The name of the whole, which no other installation has.</param>
internal sealed class ElasticsearchVersions(IElasticsearch engine, string alias, ElasticsearchConnection layout, TimeProvider clock)
{
    private const string FormatKey = "format";
    private const string SequenceKey = "sequence";
    private const string BuiltKey = "built";

    /// <summary>Two that build at once take two numbers; more than these attempts means that something else is wrong.</summary>
    private const int Attempts = 5;

    public string Alias => alias;

    private string All => $"{alias}-*";

    public static string MakingOf(string index) => $"{index}-making";

    /// <summary>What the alias stands for; null when there is none.</summary>
    /// <exception cref="SearchUnavailableException">It does not stand for one index.</exception>
    public async Task<LiveVersion?> LiveAsync(CancellationToken cancellationToken)
    {
        JsonObject found;
        try
        {
            found = await engine.MappingsAsync(alias, cancellationToken);
        }
        catch (ElasticsearchRefusal refusal) when (refusal.IsMissing)
        {
            return null;
        }

        if (found.Count != 1)
        {
            return found.Count == 0 ? null : new LiveVersion(found.First().Key, "", 0, DateTimeOffset.MinValue);
        }

        var (index, about) = found.First();
        var notes = about?["mappings"]?["_meta"];
        return new LiveVersion(
            index,
            (string?)notes?[FormatKey] ?? "",
            (long?)notes?[SequenceKey] ?? 0,
            DateTimeOffset.TryParse((string?)notes?[BuiltKey], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var built) ? built : DateTimeOffset.MinValue);
    }

    /// <summary>Makes an empty version that nobody searches yet; its settings are those for being filled quickly.</summary>
    public async Task<string> CreateAsync(long sequence, CancellationToken cancellationToken)
    {
        var number = (await NamesAsync(cancellationToken)).Select(NumberOf).Append(0).Max();
        for (var attempt = 1; ; attempt++)
        {
            var index = string.Create(CultureInfo.InvariantCulture, $"{alias}-{++number}");
            try
            {
                await engine.CreateAsync(index, Body(index, sequence), cancellationToken);
                return index;
            }
            catch (ElasticsearchRefusal taken) when (taken.Kind == "resource_already_exists_exception" && attempt < Attempts)
            {
                // Somebody else builds too; whoever publishes last stays.
            }
        }
    }

    /// <summary>Gives a filled version its copies and the engine's usual habits, and waits until it can be searched.</summary>
    public async Task OpenAsync(string index, CancellationToken cancellationToken)
    {
        var settings = new JsonObject { ["number_of_replicas"] = layout.Replicas, ["refresh_interval"] = null };
        await engine.ChangeSettingsAsync(index, settings, cancellationToken);
        await engine.RefreshAsync(index, cancellationToken);

        // Copies have no place on a cluster with fewer nodes: waiting for them would be in vain.
        var health = await engine.HealthAsync(index, cancellationToken);
        if ((int?)health["number_of_data_nodes"] > layout.Replicas)
        {
            health = await engine.WaitForCopiesAsync(index, cancellationToken);
        }

        if ((string?)health["status"] == "red")
        {
            throw new SearchUnavailableException("The search index that was built is not whole: a part of it has no node.");
        }
    }

    /// <summary>Makes a version the live one, at once and as a whole. It is asked once; when no answer comes back, the alias tells what happened.</summary>
    public async Task PublishAsync(string index, CancellationToken cancellationToken)
    {
        var actions = new JsonArray
        {
            new JsonObject { ["remove"] = new JsonObject { ["index"] = All, ["alias"] = alias, ["must_exist"] = false } },
            new JsonObject { ["remove"] = new JsonObject { ["index"] = index, ["alias"] = MakingOf(index), ["must_exist"] = false } },
            new JsonObject { ["add"] = new JsonObject { ["index"] = index, ["alias"] = alias } },
        };
        if ((await LiveAsync(cancellationToken))?.Index == alias)
        {
            // Something wrote to the alias while there was none, and the engine made an index of that name.
            actions.Insert(0, new JsonObject { ["remove_index"] = new JsonObject { ["index"] = alias } });
        }

        try
        {
            await engine.MoveAliasesAsync(new JsonObject { ["actions"] = actions }, cancellationToken);
        }
        catch (SearchUnavailableException)
        {
            if ((await LiveAsync(cancellationToken))?.Index != index)
            {
                throw;
            }
        }
    }

    /// <summary>
    /// Removes every version but the live one: older ones, and what a build left behind that did not end. One that another node is building
    /// right now would go too, and that build would fail and do no harm: whoever builds must be the only one.
    /// </summary>
    public async Task RemoveOthersAsync(CancellationToken cancellationToken)
    {
        var live = await LiveAsync(cancellationToken);
        foreach (var index in (await NamesAsync(cancellationToken)).Where(index => index != live?.Index))
        {
            await RemoveAsync(index, cancellationToken);
        }
    }

    public async Task RemoveAsync(string index, CancellationToken cancellationToken)
    {
        try
        {
            await engine.RemoveAsync(index, cancellationToken);
        }
        catch (ElasticsearchRefusal gone) when (gone.IsMissing)
        {
            // Somebody else was quicker.
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await engine.MappingsAsync(All, cancellationToken)).Select(index => index.Key)];
        }
        catch (ElasticsearchRefusal refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    private int NumberOf(string index) =>
        int.TryParse(index.AsSpan(alias.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private JsonObject Body(string index, long sequence)
    {
        var settings = new JsonObject { ["number_of_shards"] = layout.Shards, ["number_of_replicas"] = 0, ["refresh_interval"] = "-1" };
        var notes = new JsonObject { [SequenceKey] = sequence, [BuiltKey] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) };
        var body = ElasticsearchMapping.Body(settings, notes);
        body["aliases"] = new JsonObject { [MakingOf(index)] = new JsonObject() };
        return body;
    }
}
