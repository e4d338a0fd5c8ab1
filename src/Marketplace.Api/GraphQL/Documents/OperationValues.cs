using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.ObjectPool;

namespace Marketplace.Api.GraphQL;

/// <summary>
/// Where an operation takes arguments and directives. The library looks for them at every request, walking the whole document twice; where
/// they are never changes, so it is found once, and a request only reads their values.
/// </summary>
internal sealed class OperationValues
{
    private const int ContextsKept = 64;

    private readonly ISchema _schema;
    private readonly GraphQLDocument _document;
    private readonly DefaultObjectPool<ValidationContext> _contexts;
    private readonly List<(GraphQLField Field, QueryArguments? Arguments)> _fields = [];
    private readonly List<IHasDirectivesNode> _conditional = [];

    public OperationValues(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, IGraphType? root)
    {
        (_schema, _document) = (schema, document);
        _contexts = new(new ContextPolicy(schema, document, operation), ContextsKept);
        Add(operation);
        Find(root, operation.SelectionSet, []);
    }

    /// <summary>The values in this request, or what is wrong with them, as the library would find it.</summary>
    public async Task<IValidationResult> ReadAsync(ValidationOptions request)
    {
        var context = _contexts.Get();
        context.Variables = request.Variables;
        var (variables, errors) = await context.GetVariablesValuesAsync();
        _contexts.Return(context);
        if (errors is { Count: > 0 })
        {
            return new ValidationResult(errors);
        }

        var arguments = new Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>(_fields.Count);
        Dictionary<ASTNode, IDictionary<string, DirectiveInfo>>? directives = null;
        errors = [];
        foreach (var (field, defined) in _fields)
        {
            Try(() => ExecutionHelper.GetArguments(defined, field.Arguments, variables, _document, field, directive: null), values => arguments[field] = values);
        }

        foreach (var node in _conditional)
        {
            Try(() => ExecutionHelper.GetDirectives(node, variables, _schema, _document), values => (directives ??= [])[(ASTNode)node] = values);
        }

        return errors.Count > 0 ? new ValidationResult(errors) : new ValidationResult { Variables = variables, ArgumentValues = arguments, DirectiveValues = directives };

        void Try<T>(Func<T?> read, Action<T> keep)
        {
            try
            {
                if (read() is { } values)
                {
                    keep(values);
                }
            }
            catch (ValidationError wrong)
            {
                errors.Add(wrong);
            }
        }
    }

    private void Find(IGraphType? type, GraphQLSelectionSet? selections, HashSet<ROM> visited)
    {
        foreach (var node in selections?.Selections ?? [])
        {
            Add(node);
            switch (node)
            {
                case GraphQLField field when Definition(type, field.Name.Value) is { } definition:
                    if (field.Arguments is { Count: > 0 })
                    {
                        _fields.Add((field, definition.Arguments));
                    }

                    Find(definition.ResolvedType?.GetNamedType(), field.SelectionSet, visited);
                    break;
                case GraphQLInlineFragment inline:
                    Find(inline.TypeCondition is { } condition ? _schema.AllTypes[condition.Type.Name.Value] : type, inline.SelectionSet, visited);
                    break;
                case GraphQLFragmentSpread spread when visited.Add(spread.FragmentName.Name.Value) && _document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment:
                    Add(fragment);
                    Find(_schema.AllTypes[fragment.TypeCondition.Type.Name.Value], fragment.SelectionSet, visited);
                    break;
            }
        }
    }

    private FieldType? Definition(IGraphType? type, ROM name) =>
        name == _schema.TypeMetaFieldType.Name ? _schema.TypeMetaFieldType
        : name == _schema.SchemaMetaFieldType.Name ? _schema.SchemaMetaFieldType
        : name == _schema.TypeNameMetaFieldType.Name ? _schema.TypeNameMetaFieldType
        : (type as IComplexGraphType)?.Fields.Find(name);

    private void Add(ASTNode node)
    {
        if (node is IHasDirectivesNode { Directives.Count: > 0 } conditional)
        {
            _conditional.Add(conditional);
        }
    }

    /// <summary>A context remembers where its operation uses variables, so only its first request walks the document.</summary>
    private sealed class ContextPolicy(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation) : PooledObjectPolicy<ValidationContext>
    {
        public override ValidationContext Create() => new() { Schema = schema, Document = document, Operation = operation };

        public override bool Return(ValidationContext obj)
        {
            obj.Variables = Inputs.Empty;
            return true;
        }
    }
}

/// <summary>Validates a document once, with every rule; of a document that is known, only the request's values are read.</summary>
internal sealed class KnownDocumentValidator : IDocumentValidator
{
    private readonly DocumentValidator _validator = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options) =>
        options is { UserContext: RequestState { Plans: { } plans }, Operation: { } operation } ? plans.Values(operation).ReadAsync(options) : _validator.ValidateAsync(options);
}
