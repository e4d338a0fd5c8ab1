using System.Collections.Concurrent;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Marketplace.Api.GraphQL;

/// <summary>How the selection on one object type is answered: runs of plain fields, written at once, between fields that need a resolver.</summary>
internal sealed class SelectionPlan(PlanStep[] steps)
{
    private static readonly PlainRun Nothing = new PlainRun<object>([]);

    public PlanStep[] Steps => steps;

    /// <summary>Resolved fields, in their order.</summary>
    public ResolvedField[] Fields { get; } = [.. steps.Select(step => step.Field).OfType<ResolvedField>()];

    /// <summary>The one run that is the whole selection; null where a field needs a resolver.</summary>
    public PlainRun? Plain { get; } = steps is [{ Run: { } run }] ? run : steps is [] ? Nothing : null;
}

/// <summary>Either a run of plain fields or one resolved field.</summary>
internal readonly record struct PlanStep(PlainRun? Run, ResolvedField? Field);

/// <summary>A field that goes through its resolver; what lies below it is planned again once its type is known.</summary>
internal sealed class ResolvedField(JsonEncodedText name, Selected selected, PlanCompiler compiler)
{
    private readonly ConcurrentDictionary<IObjectGraphType, SelectionPlan> _plans = new();

    public JsonEncodedText Name => name;

    public SelectionPlan PlanFor(IObjectGraphType type) =>
        _plans.GetOrAdd(type, static (type, self) => self.Compiler.Plan(type, self.Selected.Field.SelectionSet), (Compiler: compiler, Selected: selected));

    public ExecutionNode Node(ExecutionContext context, ExecutionNode parent)
    {
        if (selected.Field != selected.First)
        {
            CopyArguments(context);
        }

        return Node(parent, selected.Definition.ResolvedType, index: null);
    }

    /// <summary>The field's own node, or that of one entry of its list.</summary>
    public ExecutionNode Node(ExecutionNode parent, IGraphType? type, int? index)
    {
        var inner = type is NonNullGraphType wrapper ? wrapper.ResolvedType : type;
        return inner switch
        {
            ListGraphType => new PlannedArray(parent, inner, selected.Field, selected.Definition, index, this),
            ScalarGraphType scalar => new ValueExecutionNode(parent, scalar, selected.Field, selected.Definition, index),
            not null => new PlannedObject(parent, inner, selected.Field, selected.Definition, index, this),
            null => throw new InvalidOperationException($"The field {selected.Definition.Name} has no type."),
        };
    }

    // A field made of several is nobody's key: it borrows the arguments of the first.
    private void CopyArguments(ExecutionContext context)
    {
        if (context.ArgumentValues is IDictionary<GraphQLField, IDictionary<string, ArgumentValue>> arguments && arguments.TryGetValue(selected.First, out var values))
        {
            arguments[selected.Field] = values;
        }

        if (context.DirectiveValues is IDictionary<ASTNode, IDictionary<string, DirectiveInfo>> directives && directives.TryGetValue(selected.First, out var infos))
        {
            directives[selected.Field] = infos;
        }
    }
}

internal sealed class PlannedObject(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition, int? index, ResolvedField origin)
    : ObjectExecutionNode(parent, type, field, definition, index)
{
    public ResolvedField Origin => origin;

    /// <summary>The plan that was followed; null where the ordinary path was taken.</summary>
    public SelectionPlan? Followed { get; set; }

    /// <summary>Where the plan's runs were written, in their order.</summary>
    public Range[] Runs { get; set; } = [];
}

internal sealed class PlannedArray(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition, int? index, ResolvedField origin)
    : ArrayExecutionNode(parent, type, field, definition, index)
{
    public ResolvedField Origin => origin;

    /// <summary>Where the whole list was written; null where it has nodes.</summary>
    public Range? Written { get; set; }
}
