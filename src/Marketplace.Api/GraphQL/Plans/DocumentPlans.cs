using System.Collections.Concurrent;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Marketplace.Api.GraphQL;

/// <summary>The plans of one document: one for each operation and each outcome of its @skip and @include.</summary>
internal sealed class DocumentPlans(ISchema schema, GraphQLDocument document)
{
    // Each condition doubles the number of possible plans.
    private const int MostConditions = 6;

    private readonly ConcurrentDictionary<(GraphQLOperationDefinition Operation, int Outcome), SelectionPlan> _roots = new();
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, OperationValues> _values = new();
    private readonly ASTNode[] _conditional = [.. Conditional(document)];

    /// <summary>Where that operation takes values from the request.</summary>
    public OperationValues Values(GraphQLOperationDefinition operation) =>
        _values.GetOrAdd(operation, static (operation, of) => new OperationValues(of.schema, of.document, operation, PreparedDocument.Root(of.schema, operation)), (schema, document));

    /// <summary>The plan of the operation's root; null where the document has too many conditions to plan for.</summary>
    public SelectionPlan? Root(PlannedStrategy strategy, ExecutionContext context, RootExecutionNode root)
    {
        if (_conditional.Length > MostConditions)
        {
            return null;
        }

        var skipped = _conditional.Length == 0 ? [] : strategy.Skipped(context, _conditional);
        var outcome = 0;
        for (var at = 0; at < _conditional.Length; at++)
        {
            outcome |= skipped.Contains(_conditional[at]) ? 1 << at : 0;
        }

        var key = (context.Operation, outcome);
        return _roots.TryGetValue(key, out var plan)
            ? plan
            : _roots.GetOrAdd(key, new PlanCompiler(schema, document, skipped).Plan((IObjectGraphType)root.GraphType, root.SelectionSet, isRoot: true));
    }

    private static IEnumerable<ASTNode> Conditional(GraphQLDocument document) =>
        document.Definitions.OfType<GraphQLExecutableDefinition>().SelectMany(definition => Conditional(definition.SelectionSet));

    private static IEnumerable<ASTNode> Conditional(GraphQLSelectionSet? selections) => selections is null ? [] : selections.Selections.SelectMany(node =>
    {
        var below = Conditional(node is GraphQLField field ? field.SelectionSet : (node as GraphQLInlineFragment)?.SelectionSet);
        return node is IHasDirectivesNode { Directives.Count: > 0 } ? below.Prepend(node) : below;
    });
}
