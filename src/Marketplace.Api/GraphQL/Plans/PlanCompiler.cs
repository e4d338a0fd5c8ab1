using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace Marketplace.Api.GraphQL;

/// <summary>Turns the selections of one validated document into plans. <paramref name="skipped"/> holds what @skip and @include leave out.</summary>
internal sealed class PlanCompiler(ISchema schema, GraphQLDocument document, IReadOnlySet<ASTNode> skipped)
{
    /// <summary>The plan of an object's selection. A root has no source to read from: all its fields are resolved.</summary>
    public SelectionPlan Plan(IObjectGraphType type, GraphQLSelectionSet? selections, bool isRoot = false)
    {
        var collected = new OrderedDictionary<string, Selected>();
        Collect(type, selections, collected, []);

        var plain = isRoot ? null : type as IPlainObject;
        var steps = new List<PlanStep>();
        var run = new List<FieldWriter>();
        foreach (var (name, selected) in collected)
        {
            var encoded = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            if (plain is not null && Writer(plain, encoded, selected) is { } writer)
            {
                run.Add(writer);
                continue;
            }

            CloseRun();
            steps.Add(new PlanStep(Run: null, new ResolvedField(encoded, selected, this)));
        }

        CloseRun();
        return new SelectionPlan([.. steps]);

        void CloseRun()
        {
            if (run.Count > 0 && plain is not null)
            {
                steps.Add(new PlanStep(plain.Run(run), Field: null));
                run.Clear();
            }
        }
    }

    /// <summary>Writes values of that graph type; null where something below it needs a resolver.</summary>
    public ValueWriter<T>? Value<T>(IGraphType? type, GraphQLField field)
    {
        var nonNull = type is NonNullGraphType;
        var inner = type is NonNullGraphType wrapper ? wrapper.ResolvedType : type;
        return inner switch
        {
            ListGraphType list => Shapes.List<T>(nonNull, list.ResolvedType, field, this),
            GraphObject<T> shown => Plan(shown, field.SelectionSet).Plain is PlainRun<T> run ? new ObjectWriter<T>(nonNull, run) : null,
            _ when Nullable.GetUnderlyingType(typeof(T)) is not null => Shapes.Optional<T>(nonNull, inner, field, this),
            EnumerationGraphType names => Shapes.Enum<T>(nonNull, names),
            _ => Leaves.Of<T>(inner?.GetType()) is { } write ? new LeafWriter<T>(nonNull, write) : null,
        };
    }

    private FieldWriter? Writer(IPlainObject plain, JsonEncodedText name, Selected selected) =>
        selected.Definition == schema.TypeNameMetaFieldType
            ? plain.TypeName(name)
            : selected.Definition.GetMetadata<PlainMember?>(PlainMember.Key)?.Writer(name, selected.Definition.ResolvedType, selected.Field, this);

    private void Collect(IObjectGraphType type, GraphQLSelectionSet? selections, OrderedDictionary<string, Selected> collected, HashSet<ROM> visited)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            if (skipped.Contains(selection))
            {
                continue;
            }

            switch (selection)
            {
                case GraphQLField field:
                    var definition = Definition(type, field);
                    var name = field.Alias?.Name.StringValue ?? definition.Name;
                    collected[name] = collected.TryGetValue(name, out var earlier) ? earlier.With(field) : new Selected(field, field, definition);
                    break;
                case GraphQLInlineFragment inline when inline.TypeCondition is null || Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, collected, visited);
                    break;
                case GraphQLFragmentSpread spread when visited.Add(spread.FragmentName.Name.Value):
                    if (document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment && Applies(fragment.TypeCondition, type))
                    {
                        Collect(type, fragment.SelectionSet, collected, visited);
                    }

                    break;
            }
        }
    }

    private bool Applies(GraphQLTypeCondition condition, IObjectGraphType type) => schema.AllTypes[condition.Type.Name.Value] switch
    {
        IAbstractGraphType several => several.IsPossibleType(type),
        var one => Equals(one, type),
    };

    private FieldType Definition(IObjectGraphType type, GraphQLField field)
    {
        var name = field.Name.Value;
        return name == schema.TypeNameMetaFieldType.Name ? schema.TypeNameMetaFieldType
            : name == schema.SchemaMetaFieldType.Name && type == schema.Query ? schema.SchemaMetaFieldType
            : name == schema.TypeMetaFieldType.Name && type == schema.Query ? schema.TypeMetaFieldType
            : type.GetField(name) ?? throw new InvalidOperationException($"{type.Name} has no field {name}, though the document was valid.");
    }
}

/// <summary>A field as selected, once or several times under one name. <paramref name="First"/> is the one whose arguments count.</summary>
internal sealed record Selected(GraphQLField Field, GraphQLField First, FieldType Definition)
{
    public Selected With(GraphQLField again) => again.SelectionSet is null || Field.SelectionSet is null ? this : this with
    {
        Field = new GraphQLField(First.Name)
        {
            Alias = First.Alias,
            Arguments = First.Arguments,
            Directives = First.Directives,
            Location = First.Location,
            SelectionSet = new GraphQLSelectionSet([.. Field.SelectionSet.Selections.Union(again.SelectionSet.Selections)]),
        },
    };
}
