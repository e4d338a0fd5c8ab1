using System.Reflection;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;

namespace Marketplace.Api.GraphQL;

/// <summary>An object type whose plain fields can be written without resolvers.</summary>
internal interface IPlainObject
{
    PlainRun Run(IEnumerable<FieldWriter> fields);

    FieldWriter TypeName(JsonEncodedText name);
}

/// <summary>A class shown as an object: each public member is a field.</summary>
internal sealed class GraphObject<T> : AutoRegisteringObjectGraphType<T>, IPlainObject
{
    public PlainRun Run(IEnumerable<FieldWriter> fields) => new PlainRun<T>([.. fields.Cast<FieldWriter<T>>()]);

    public FieldWriter TypeName(JsonEncodedText name) => new TypeNameWriter<T>(name, JsonEncodedText.Encode(Name));

    protected override void ConfigureGraph()
    {
        base.ConfigureGraph();
        foreach (var shown in typeof(T).GetInterfaces().Where(type => type.IsDefined(typeof(NameAttribute), inherit: false)))
        {
            Interfaces.Add(typeof(GraphQLClrOutputTypeReference<>).MakeGenericType(shown));
        }
    }

    protected override IEnumerable<MemberInfo> GetRegisteredMembers() => Members.Of(typeof(T));

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is not null && PlainMember.Of<T>(memberInfo) is { } plain)
        {
            field.Metadata[PlainMember.Key] = plain;
        }

        return field;
    }

    protected override ArgumentInformation GetArgumentInformation<TParameter>(FieldType fieldType, ParameterInfo parameterInfo)
    {
        var argument = base.GetArgumentInformation<TParameter>(fieldType, parameterInfo);
        if (typeof(TParameter) == typeof(Ask))
        {
            argument.SetDelegate(context => ((RequestState)context.UserContext).Ask);
        }
        else if (Visitor.ReaderOf<TParameter>() is { } read)
        {
            argument.SetDelegate(context => read(((RequestState)context.UserContext).Visitor));
        }

        return argument;
    }
}
