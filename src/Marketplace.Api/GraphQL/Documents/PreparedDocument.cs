using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Marketplace.Api.GraphQL;

/// <summary>A document that is parsed, within the limits and valid.</summary>
internal sealed class PreparedDocument(ISchema schema, GraphQLDocument document, int length)
{
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, CostPlan> _costs = new();
    private readonly GraphQLOperationDefinition? _only = document.Definitions.OfType<GraphQLOperationDefinition>().Take(2).ToArray() is [var only] ? only : null;
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, string> _names = new();
    private bool _usedBefore;
    private DocumentPlans? _plans;

    public GraphQLDocument Document => document;

    public int Length => length;

    /// <summary>Plans, from the document's second use on.</summary>
    public DocumentPlans? Plans()
    {
        if (!_usedBefore)
        {
            _usedBefore = true;
            return null;
        }

        return _plans ??= new DocumentPlans(schema, document);
    }

    /// <summary>The operation of that name, or the only one; null where there is none such, or where no name is given for several.</summary>
    public GraphQLOperationDefinition? Operation(string? name) => string.IsNullOrEmpty(name)
        ? _only
        : document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault(operation => operation.Name is { } its && its == name);

    /// <summary>The root that the operation starts from; null where the schema has none of its kind.</summary>
    public IObjectGraphType? Root(GraphQLOperationDefinition operation) => Root(schema, operation);

    /// <inheritdoc cref="Root(GraphQLOperationDefinition)"/>
    public static IObjectGraphType? Root(ISchema schema, GraphQLOperationDefinition operation) => operation.Operation switch
    {
        OperationType.Query => schema.Query,
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => null,
    };

    /// <summary>The operation's name; null where it has none.</summary>
    public string? NameOf(GraphQLOperationDefinition operation) =>
        operation.Name is null ? null : _names.GetOrAdd(operation, static operation => operation.Name!.StringValue);

    public long Cost(GraphQLOperationDefinition operation, Inputs? variables) => Root(operation) is { } root
        ? _costs.GetOrAdd(operation, static (operation, self) => new CostPlan(self.schema, self.document, operation, self.root), (schema, document, root)).For(variables)
        : 0;
}
