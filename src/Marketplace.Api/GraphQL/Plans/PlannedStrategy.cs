using System.Collections;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Marketplace.Api.GraphQL;

/// <summary>
/// Follows plans where there are any. Plain fields never become nodes: they are written while the tree is built, into the request's own buffer,
/// so a value that may not be written (a null, an exception) is noticed in time, taken back, and left to the ordinary path to report.
/// </summary>
internal sealed class PlannedStrategy : SerialExecutionStrategy
{
    /// <summary>Which of these nodes the request's variables leave out.</summary>
    public HashSet<ASTNode> Skipped(ExecutionContext context, IEnumerable<ASTNode> conditional) => [.. conditional.Where(node => !(node switch
    {
        GraphQLField field => ShouldIncludeNode(context, field),
        GraphQLFragmentSpread spread => ShouldIncludeNode(context, spread),
        GraphQLInlineFragment inline => ShouldIncludeNode(context, inline),
        _ => true,
    }))];

    protected override void SetSubFieldNodes(ExecutionContext context, ObjectExecutionNode parent)
    {
        var state = (RequestState)context.UserContext;
        if (parent is RootExecutionNode root && state.Plans?.Root(this, context, root) is { } rootPlan)
        {
            parent.SubFields = Resolved(context, parent, rootPlan);
        }
        else if (parent is not PlannedObject planned || !TryFollow(context, state, planned))
        {
            base.SetSubFieldNodes(context, parent);
        }
    }

    protected override Task SetArrayItemNodesAsync(ExecutionContext context, ArrayExecutionNode parent) =>
        parent is PlannedArray planned && TryWrite(context, planned) ? Task.CompletedTask : base.SetArrayItemNodesAsync(context, parent);

    protected override ExecutionNode BuildExecutionNode(ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null) =>
        parent is PlannedArray planned
            ? planned.Origin.Node(parent, graphType, indexInParentNode)
            : base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);

    protected override void ValidateNodeResult(ExecutionContext context, ExecutionNode node)
    {
        if (node.Result is double number && !double.IsFinite(number))
        {
            throw new InvalidOperationException($"The field {node.Name} came to {number}, which JSON cannot say.");
        }

        base.ValidateNodeResult(context, node);
    }

    private static ExecutionNode[] Resolved(ExecutionContext context, ExecutionNode parent, SelectionPlan plan)
    {
        var nodes = plan.Fields.Length == 0 ? [] : new ExecutionNode[plan.Fields.Length];
        for (var at = 0; at < nodes.Length; at++)
        {
            nodes[at] = plan.Fields[at].Node(context, parent);
        }

        return nodes;
    }

    private static bool TryFollow(ExecutionContext context, RequestState state, PlannedObject node)
    {
        if (node.GetObjectGraphType(context.Schema) is not { } type)
        {
            return false;
        }

        var plan = node.Origin.PlanFor(type);
        var count = plan.Steps.Length - plan.Fields.Length;
        var runs = count == 0 ? [] : new Range[count];
        var written = 0;
        foreach (var step in plan.Steps)
        {
            if (step.Run is not null && !state.Output.TryWrite(step.Run, node.Result, state.Ask, out runs[written++]))
            {
                return false;
            }
        }

        (node.Followed, node.Runs, node.SubFields) = (plan, runs, Resolved(context, node, plan));
        return true;
    }

    private static bool TryWrite(ExecutionContext context, PlannedArray node)
    {
        var item = ((ListGraphType)node.GraphType).ResolvedType;
        var (type, nonNull) = item is NonNullGraphType wrapper ? (wrapper.ResolvedType, true) : (item, false);
        var state = (RequestState)context.UserContext;
        if (type is not IObjectGraphType shown || node.Result is not IList list || node.Origin.PlanFor(shown).Plain is not { } run
            || !state.Output.TryWrite(run, list, nonNull, state.Ask, out var written))
        {
            return false;
        }

        (node.Written, node.SerializedResult) = (written, Array.Empty<object>());
        return true;
    }
}
