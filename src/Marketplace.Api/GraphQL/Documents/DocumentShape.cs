using GraphQLParser;
using GraphQLParser.AST;
using Marketplace.Core;

namespace Marketplace.Api.GraphQL;

/// <summary>Measures a document before it is validated, because validating a monstrous one is itself the attack.</summary>
internal sealed class DocumentShape
{
    // The introspection query of the usual tools reaches level 15 and lists fields within a type once.
    private const int MaxIntrospectionDepth = 20;
    private const int MaxIntrospectionLists = 3;
    private const int MaxSpreads = 1000;

    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = [];
    private readonly Dictionary<ROM, Measure> _measured = [];
    private int _fields;
    private int _aliases;

    private DocumentShape(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            _fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
        }
    }

    public static void Check(GraphQLDocument document, GraphQLLimits limits)
    {
        var shape = new DocumentShape(document);
        foreach (var fragment in shape._fragments.Keys)
        {
            shape.OfFragment(fragment);
        }

        var all = document.Definitions.OfType<GraphQLOperationDefinition>().Aggregate(default(Measure), (sum, operation) => sum.Beside(shape.Of(operation.SelectionSet)));
        Limit(shape._fields, limits.MaxFields, ErrorCode.DocumentTooLarge, "số trường viết ra", "fields written");
        Limit(shape._aliases, limits.MaxAliases, ErrorCode.AliasLimitExceeded, "số bí danh", "aliases");
        Limit(all.Depth, limits.MaxDepth, ErrorCode.DepthLimitExceeded, "độ sâu", "depth");
        Limit(all.IntrospectionDepth, MaxIntrospectionDepth, ErrorCode.DepthLimitExceeded, "độ sâu của phần tự mô tả", "depth of the introspection");
        Limit(all.IntrospectionLists, MaxIntrospectionLists, ErrorCode.DepthLimitExceeded, "số danh sách lồng nhau trong phần tự mô tả", "lists inside one another in the introspection");
        Limit(all.Spreads, MaxSpreads, ErrorCode.CostLimitExceeded, "số lần dùng fragment", "fragments spread");
    }

    private static void Limit(long value, long most, string code, string vi, string en)
    {
        if (value > most)
        {
            throw new BadInputException(new LocalizedText($"Truy vấn quá giới hạn: {vi} là {value}, tối đa {most}.", $"The document is over a limit: {en} {value}, at most {most}."), code);
        }
    }

    private Measure Of(GraphQLSelectionSet? selections)
    {
        var sum = default(Measure);
        foreach (var selection in selections?.Selections ?? [])
        {
            sum = sum.Beside(selection switch
            {
                GraphQLField field => OfField(field),
                GraphQLInlineFragment inline => Of(inline.SelectionSet),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.Value).Spread(),
                _ => default,
            });
        }

        return sum;
    }

    private Measure OfField(GraphQLField field)
    {
        _fields++;
        _aliases += field.Alias is null ? 0 : 1;
        return Of(field.SelectionSet).Under(field.Name.StringValue);
    }

    private Measure OfFragment(ROM name)
    {
        if (_measured.TryGetValue(name, out var measured))
        {
            return measured;
        }

        // In place before it is known: a fragment that spreads itself, which validation refuses later, must not send us round for ever.
        _measured[name] = default;
        return _measured[name] = _fragments.TryGetValue(name, out var fragment) ? Of(fragment.SelectionSet) : default;
    }

    private readonly record struct Measure(int Depth, int Lists, int IntrospectionDepth, int IntrospectionLists, long Spreads)
    {
        public Measure Beside(Measure other) => new(
            Math.Max(Depth, other.Depth),
            Math.Max(Lists, other.Lists),
            Math.Max(IntrospectionDepth, other.IntrospectionDepth),
            Math.Max(IntrospectionLists, other.IntrospectionLists),
            Math.Min(Spreads + other.Spreads, int.MaxValue));

        public Measure Spread() => this with { Spreads = Math.Min(Spreads + 1, int.MaxValue) };

        public Measure Under(string field) => field switch
        {
            "__schema" or "__type" => new(1, 0, Depth + 1, Lists, Spreads),
            "fields" or "interfaces" or "possibleTypes" or "inputFields" => this with { Depth = Depth + 1, Lists = Lists + 1 },
            _ => this with { Depth = Depth + 1 },
        };
    }
}
