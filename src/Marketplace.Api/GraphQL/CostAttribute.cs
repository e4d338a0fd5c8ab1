using GraphQL;
using GraphQL.Types;

namespace Marketplace.Api;

/// <summary>What a field weighs in a request's cost, where that is not the usual: 1 for an object or a resolver, 0 for a plain value.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(int weight) : GraphQLAttribute
{
    internal const string Key = "cost";

    public int Weight { get; } = weight;

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.Metadata[Key] = Weight;
}
