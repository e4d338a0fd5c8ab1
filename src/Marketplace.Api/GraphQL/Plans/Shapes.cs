using System.Globalization;
using System.Reflection;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Marketplace.Api.GraphQL;

/// <summary>Value writers whose type parameters are known only at run time.</summary>
internal static class Shapes
{
    public static ValueWriter<TList>? List<TList>(bool nonNull, IGraphType? item, GraphQLField field, PlanCompiler compiler)
    {
        var type = typeof(TList);
        var sequences = type.GetInterfaces().Append(type).Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)).ToArray();
        return sequences is [var sequence] ? Make<TList>(nameof(ListOf), [type, sequence.GetGenericArguments()[0]], [nonNull, item, field, compiler]) : null;
    }

    public static ValueWriter<TOptional>? Optional<TOptional>(bool nonNull, IGraphType? inner, GraphQLField field, PlanCompiler compiler) =>
        Make<TOptional>(nameof(OptionalOf), [typeof(TOptional).GetGenericArguments()[0]], [nonNull, inner, field, compiler]);

    public static ValueWriter<TEnum>? Enum<TEnum>(bool nonNull, EnumerationGraphType names) =>
        typeof(TEnum).IsEnum ? Make<TEnum>(nameof(EnumOf), [typeof(TEnum)], [nonNull, names]) : null;

    private static ValueWriter<T>? Make<T>(string method, Type[] types, object?[] arguments) =>
        (ValueWriter<T>?)typeof(Shapes).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)?.MakeGenericMethod(types).Invoke(null, arguments);

    private static ListWriter<TList, T>? ListOf<TList, T>(bool nonNull, IGraphType? item, GraphQLField field, PlanCompiler compiler)
        where TList : IEnumerable<T> => compiler.Value<T>(item, field) is { } writer ? new ListWriter<TList, T>(nonNull, writer) : null;

    private static OptionalWriter<T>? OptionalOf<T>(bool nonNull, IGraphType? inner, GraphQLField field, PlanCompiler compiler)
        where T : struct => compiler.Value<T>(inner, field) is { } writer ? new OptionalWriter<T>(nonNull, writer) : null;

    private static EnumWriter<T> EnumOf<T>(bool nonNull, EnumerationGraphType names)
        where T : struct, Enum => new(nonNull, names.Values.Where(value => value.Value is T).ToDictionary(value => (T)value.Value!, value => JsonEncodedText.Encode(value.Name)));
}

/// <summary>How the scalars are written; the same as their own Serialize and the serializer would.</summary>
internal static class Leaves
{
    public static Func<Utf8JsonWriter, T, bool>? Of<T>(Type? scalar) =>
        (scalar == typeof(StringGraphType) || scalar == typeof(IdGraphType) ? String
            : scalar == typeof(IntGraphType) ? Int
            : scalar == typeof(LongGraphType) ? Long
            : scalar == typeof(BooleanGraphType) ? Boolean
            : scalar == typeof(FloatGraphType) ? Double
            : scalar == typeof(DateTimeScalar) ? Moment
            : scalar == typeof(DateScalar) ? (Delegate?)Date
            : null) as Func<Utf8JsonWriter, T, bool>;

    private static readonly Func<Utf8JsonWriter, string, bool> String = (json, value) =>
    {
        json.WriteStringValue(value);
        return true;
    };

    private static readonly Func<Utf8JsonWriter, int, bool> Int = (json, value) =>
    {
        json.WriteNumberValue(value);
        return true;
    };

    private static readonly Func<Utf8JsonWriter, long, bool> Long = (json, value) =>
    {
        json.WriteNumberValue(value);
        return true;
    };

    private static readonly Func<Utf8JsonWriter, bool, bool> Boolean = (json, value) =>
    {
        json.WriteBooleanValue(value);
        return true;
    };

    // JSON has no infinity and no NaN.
    private static readonly Func<Utf8JsonWriter, double, bool> Double = (json, value) =>
    {
        if (!double.IsFinite(value))
        {
            return false;
        }

        json.WriteNumberValue(value);
        return true;
    };

    private static readonly Func<Utf8JsonWriter, DateTime, bool> Moment = (json, value) =>
    {
        json.WriteStringValue(value);
        return true;
    };

    private static readonly Func<Utf8JsonWriter, DateOnly, bool> Date = (json, value) =>
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteStringValue(text);
        return true;
    };
}
