using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using GraphQL.DataLoader;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Marketplace.Api.GraphQL;

/// <summary>A member that is its field's value without further ado: a property, or a method that takes nothing or the ask.</summary>
internal abstract class PlainMember
{
    public const string Key = "plain";

    /// <summary>The member's reader, or null where the field needs a resolver.</summary>
    public static PlainMember? Of<T>(MemberInfo member)
    {
        var method = member as MethodInfo ?? (member as PropertyInfo)?.GetMethod;
        if (method is null || NeedsWaiting(method.ReturnType) || method.GetParameters() is not { Length: <= 1 } parameters || parameters.Any(parameter => parameter.ParameterType != typeof(Ask)))
        {
            return null;
        }

        return (PlainMember)Activator.CreateInstance(typeof(PlainMember<,>).MakeGenericType(typeof(T), method.ReturnType), method)!;
    }

    /// <summary>Writes the field under that name; null where something in its selection needs a resolver.</summary>
    public abstract FieldWriter? Writer(JsonEncodedText name, IGraphType? type, GraphQLField field, PlanCompiler compiler);

    private static bool NeedsWaiting(Type type) =>
        type.IsAssignableTo(typeof(Task))
        || type.IsAssignableTo(typeof(IDataLoaderResult))
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericArguments().Any(NeedsWaiting)));
}

internal sealed class PlainMember<T, TValue>(MethodInfo method) : PlainMember
{
    // Compiled at first use: most hosts never ask for most fields.
    private readonly Lazy<Func<T, Ask, TValue>> _read = new(() => Compile(method));

    public override FieldWriter? Writer(JsonEncodedText name, IGraphType? type, GraphQLField field, PlanCompiler compiler) =>
        compiler.Value<TValue>(type, field) is { } value ? new MemberWriter<T, TValue>(name, _read.Value, value) : null;

    private static Func<T, Ask, TValue> Compile(MethodInfo method)
    {
        var (source, ask) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(Ask)));
        Expression[] arguments = method.GetParameters().Length == 0 ? [] : [ask];
        return Expression.Lambda<Func<T, Ask, TValue>>(Expression.Call(method.IsStatic ? null : source, method, arguments), source, ask).Compile();
    }
}
