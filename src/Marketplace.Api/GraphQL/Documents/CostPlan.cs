using System.Collections;
using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace Marketplace.Api.GraphQL;

/// <summary>What an operation costs: worked out once as far as it does not depend on variables, and to the end for each request.</summary>
internal sealed class CostPlan
{
    private readonly IReadOnlyDictionary<string, object?> _defaults;
    private readonly Node _root;

    public CostPlan(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, IObjectGraphType root)
    {
        _defaults = (operation.Variables?.Items ?? []).ToDictionary(variable => variable.Variable.Name.StringValue, variable => Literal(variable.DefaultValue));
        _root = new Builder(schema, document).Sum(root, operation.SelectionSet);
    }

    public long For(Inputs? variables) => _root.Cost(name => variables is not null && variables.TryGetValue(name, out var value) ? value : _defaults.GetValueOrDefault(name));

    private static object? Literal(GraphQLValue? value) => value switch
    {
        GraphQLIntValue number when int.TryParse(number.Value.Span, out var parsed) => parsed,
        GraphQLListValue list => list.Values ?? [],
        _ => null,
    };

    /// <summary>How many entries a size stands for: a number itself, a list its entries; null for anything else.</summary>
    private static long? Count(object? size) => size switch
    {
        int number => number,
        long number => number,
        ICollection list => list.Count,
        _ => null,
    };

    /// <summary>A number, and what adds to it once the variables are known.</summary>
    private sealed record Node(long Fixed, IReadOnlyList<Varying> Rest)
    {
        public static readonly Node Free = new(0, []);

        public long Cost(Func<string, object?> variable) => Rest.Aggregate(Fixed, (sum, varying) => Saturate((decimal)sum + varying.Cost(variable)));

        public Node Times(long factor) => new(Saturate((decimal)Fixed * factor), [.. Rest.Select(varying => varying with { Factor = Saturate((decimal)varying.Factor * factor) })]);

        public static long Saturate(decimal value) => (long)Math.Min(value, int.MaxValue);
    }

    private sealed record Varying(long Factor, IReadOnlyList<string> Variables, long AtLeast, long Otherwise, Node Each)
    {
        public long Cost(Func<string, object?> variable)
        {
            var given = Variables.Select(name => Count(variable(name))).Max();
            return Node.Saturate((decimal)Factor * Math.Max(given ?? Otherwise, AtLeast) * Each.Cost(variable));
        }
    }

    private sealed class Builder(ISchema schema, GraphQLDocument document)
    {
        private static readonly string[] Sizes = ["first", "last", "ids", "slugs"];

        private readonly Dictionary<ROM, Node> _fragments = [];

        public Node Sum(IGraphType? type, GraphQLSelectionSet? selections)
        {
            var (total, rest) = (0L, new List<Varying>());
            foreach (var selection in selections?.Selections ?? [])
            {
                var node = selection switch
                {
                    GraphQLField field => Field(type, field),
                    GraphQLInlineFragment { TypeCondition: { } condition } inline => Sum(schema.AllTypes[condition.Type.Name.Value], inline.SelectionSet),
                    GraphQLInlineFragment inline => Sum(type, inline.SelectionSet),
                    GraphQLFragmentSpread spread => Fragment(spread.FragmentName.Name.Value),
                    _ => Node.Free,
                };
                total = Node.Saturate((decimal)total + node.Fixed);
                rest.AddRange(node.Rest);
            }

            return new Node(total, rest);
        }

        private Node Fragment(ROM name)
        {
            if (!_fragments.TryGetValue(name, out var node))
            {
                var fragment = document.FindFragmentDefinition(name);
                _fragments[name] = node = fragment is null ? Node.Free : Sum(schema.AllTypes[fragment.TypeCondition.Type.Name.Value], fragment.SelectionSet);
            }

            return node;
        }

        private Node Field(IGraphType? type, GraphQLField field)
        {
            // Asking about the schema is free: its depth is limited, and it touches no data.
            if (field.Name.StringValue.StartsWith("__", StringComparison.Ordinal) || (type as IComplexGraphType)?.GetField(field.Name.Value) is not { } definition)
            {
                return Node.Free;
            }

            var below = Sum(definition.ResolvedType?.GetNamedType(), field.SelectionSet);
            var each = below with { Fixed = Node.Saturate((decimal)below.Fixed + Weight(definition)) };
            return Multiplied(definition, field, each);
        }

        // An interface's field has no resolver of its own: what it costs is known by the types behind it, and a value is free there too.
        private static int Weight(FieldType definition) =>
            definition.GetMetadata(CostAttribute.Key, -1) is >= 0 and var weight ? weight
            : definition.ResolvedType?.GetNamedType() is ScalarGraphType && (definition.Resolver is null || definition.HasMetadata(PlainMember.Key)) ? 0
            : 1;

        private static Node Multiplied(FieldType definition, GraphQLField field, Node each)
        {
            var sizes = (definition.Arguments ?? []).Where(argument => Sizes.Contains(argument.Name)).ToArray();
            if (sizes.Length == 0)
            {
                return each;
            }

            var given = (field.Arguments?.Items ?? []).Where(argument => sizes.Any(size => argument.Name == size.Name)).Select(argument => argument.Value).ToArray();
            var literal = given.Select(value => Count(Literal(value))).Max();
            var otherwise = sizes.Select(size => Count(size.DefaultValue)).Max() ?? PageArguments.DefaultSize;
            var variables = given.OfType<GraphQLVariable>().Select(variable => variable.Name.StringValue).ToArray();
            return variables.Length == 0
                ? each.Times(Math.Max(literal ?? otherwise, 1))
                : new Node(0, [new Varying(1, variables, Math.Max(literal ?? 1, 1), otherwise, each)]);
        }
    }
}
