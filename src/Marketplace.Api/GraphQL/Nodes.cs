using GraphQL;
using GraphQL.DataLoader;
using Marketplace.Core;

namespace Marketplace.Api;

/// <summary>Anything that can be fetched again by its id alone.</summary>
[Name("Node")]
public interface INode
{
    /// <summary>Opaque, unique over all types, never reused.</summary>
    [Id]
    string Id { get; }
}

/// <summary>How one type is fetched by its keys. A feature registers one for each of its types that is a node.</summary>
public interface INodeLoader
{
    /// <summary>The graph type's name, as it stands in global ids.</summary>
    string TypeName { get; }

    /// <summary>The nodes of those keys in one go; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<Guid, object>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}

/// <summary>Fetches nodes of mixed types: one batch for each type and level.</summary>
public sealed class NodeBatch(IEnumerable<INodeLoader> loaders) : BatchLoader<(string Type, Guid Id), INode>
{
    private const int Most = PageArguments.LargestSize;

    /// <summary>The node of a global id; null where it names nothing; refused where it is not an id at all.</summary>
    public IDataLoaderResult<INode?> Node(string id) =>
        GlobalId.TryDecode(id, out var type, out var key)
            ? Load((type, key))
            : throw new BadInputException(new LocalizedText($"“{Short(id)}” không phải là mã định danh (id) do hệ thống này cấp.", $"“{Short(id)}” is not an id that this API has given out."));

    /// <summary>The nodes of up to a hundred global ids, in their order.</summary>
    public IReadOnlyList<IDataLoaderResult<INode?>> Nodes(IReadOnlyList<string> ids) =>
        ids.Count <= Most
            ? [.. ids.Select(Node)]
            : throw new BadInputException(new LocalizedText($"nodes nhận tối đa {Most} id; đã nhận {ids.Count}.", $"nodes takes up to {Most} ids; got {ids.Count}."));

    protected override async Task<IReadOnlyDictionary<(string Type, Guid Id), INode>> FetchAsync(
        IReadOnlyList<(string Type, Guid Id)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string Type, Guid Id), INode>(keys.Count);
        foreach (var type in keys.GroupBy(key => key.Type, key => key.Id))
        {
            if (loaders.FirstOrDefault(loader => loader.TypeName == type.Key) is { } loader)
            {
                foreach (var (id, node) in await loader.LoadAsync([.. type], cancellationToken))
                {
                    found[(type.Key, id)] = (INode)node;
                }
            }
        }

        return found;
    }

    private static string Short(string id) => id.Length <= 60 ? id : id[..60] + "…";
}

public sealed partial class Query
{
    /// <summary>Any node by its id; null where the id names nothing.</summary>
    public static IDataLoaderResult<INode?> Node([Id] string id, [FromServices] NodeBatch nodes) => nodes.Node(id);

    /// <summary>Up to 100 nodes by their ids, in the same order; null in the place of an id that names nothing.</summary>
    public static IReadOnlyList<IDataLoaderResult<INode?>> Nodes([Id] IReadOnlyList<string> ids, [FromServices] NodeBatch nodes) => nodes.Nodes(ids);
}
