using System.Reflection;
using GraphQL.Types;

namespace Marketplace.Api.GraphQL;

/// <summary>The schema that the root classes spell out; every type below them follows from C#.</summary>
internal sealed class MarketplaceSchema : Schema
{
    public MarketplaceSchema(IServiceProvider services, Type query, Type? mutation, Type? subscription)
        : base(services)
    {
        Query = Root(query);
        Mutation = mutation is not null && Members.Of(mutation).Any() ? Root(mutation) : null;
        Subscription = subscription is null ? null : Root(subscription);

        // Nothing returns these by their own names.
        foreach (var problem in Mutation is null ? [] : ProblemGraphs.Types)
        {
            RegisterType(typeof(GraphObject<>).MakeGenericType(problem));
        }
    }

    private static IObjectGraphType Root(Type type) => (IObjectGraphType)Activator.CreateInstance(typeof(GraphObject<>).MakeGenericType(type))!;
}

/// <summary>Which graph type a C# type becomes.</summary>
internal sealed class GraphTypeMapping : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredGraphType)
    {
        if (clrType == typeof(DateOnly))
        {
            return typeof(DateScalar);
        }

        if (clrType == typeof(DateTime))
        {
            return typeof(DateTimeScalar);
        }

        if (preferredGraphType is not null || SchemaTypes.BuiltInScalarMappings.ContainsKey(clrType))
        {
            return preferredGraphType;
        }

        var open = clrType.IsEnum ? typeof(GraphEnum<>)
            : isInputType ? typeof(AutoRegisteringInputObjectGraphType<>)
            : clrType.IsInterface ? typeof(GraphInterface<>)
            : typeof(GraphObject<>);
        return open.MakeGenericType(clrType);
    }
}

internal sealed class DateScalar : DateOnlyGraphType
{
    public DateScalar() => (Name, Description) = ("Date", "A day of the calendar in Vietnam, written yyyy-MM-dd.");
}

internal sealed class DateTimeScalar : DateTimeGraphType
{
    public DateTimeScalar() => (Name, Description) = ("DateTime", "A moment in UTC, written yyyy-MM-ddTHH:mm:ssZ, with fractions of the second where there are any.");
}

/// <summary>CooperativeGroup becomes COOPERATIVE_GROUP; a digit stays with its letter, so B1 remains B1.</summary>
internal sealed class GraphEnum<T> : EnumerationGraphType<T>
    where T : struct, Enum
{
    protected override string ChangeEnumCase(string val) => EnumNames.Of(val);
}

/// <summary>How the graph writes the names of enumerations.</summary>
internal static class EnumNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    internal static string Of(string name) =>
        string.Concat(name.Select((c, at) => at > 0 && char.IsUpper(c) && char.IsLower(name[at - 1]) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}

internal sealed class GraphInterface<T> : AutoRegisteringInterfaceGraphType<T>;

/// <summary>What a class shows: its own public properties and methods, without what the compiler or the runtime adds to it.</summary>
internal static class Members
{
    private static readonly Assembly Core = typeof(Core.Language).Assembly;

    public static IEnumerable<MemberInfo> Of(Type type)
    {
        const BindingFlags shown = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        var properties = type.GetProperties(shown).Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0);

        // Core's types may be shown, but their methods are the domain's and not the graph's.
        var methods = type.Assembly == Core ? [] : type.GetMethods(shown).Where(IsField);
        return properties.Concat<MemberInfo>(methods);
    }

    private static bool IsField(MethodInfo method) =>
        !method.IsSpecialName
        && !method.IsGenericMethod
        && method.ReturnType != typeof(void)
        && method.ReturnType != typeof(Task)
        && method.DeclaringType != typeof(object)
        && method.GetBaseDefinition().DeclaringType != typeof(object)
        && !method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute));
}
