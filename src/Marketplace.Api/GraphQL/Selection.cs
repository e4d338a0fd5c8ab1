using GraphQL;
using GraphQLParser;
using GraphQLParser.AST;

namespace Marketplace.Api.GraphQL;

/// <summary>What a document selects below a field, fragments included: work that nobody asked for is not done.</summary>
internal sealed class Selection(IResolveFieldContext context)
{
    /// <summary>Whether the path of field names is selected anywhere. Conditions are taken as true: doing too much is only slower.</summary>
    public bool Has(params ReadOnlySpan<string> path) => Has(context.FieldAst.SelectionSet, path);

    private bool Has(GraphQLSelectionSet? selections, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return true;
        }

        foreach (var node in selections?.Selections ?? [])
        {
            var found = node switch
            {
                GraphQLField field => field.Name.Value == path[0] && Has(field.SelectionSet, path[1..]),
                GraphQLInlineFragment inline => Has(inline.SelectionSet, path),
                GraphQLFragmentSpread spread => Has(context.Document.FindFragmentDefinition(spread.FragmentName.Name.Value)?.SelectionSet, path),
                _ => false,
            };
            if (found)
            {
                return true;
            }
        }

        return false;
    }
}
