using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Marketplace.Api.GraphQL;

/// <summary>A class shown as an object: each public member is a field, and a plain one is also readable without a resolver.</summary>
internal sealed class GraphObject<T> : AutoRegisteringObjectGraphType<T>
{
    protected override void ConfigureGraph()
    {
        base.ConfigureGraph();
        foreach (var shown in typeof(T).GetInterfaces().Where(type => type.IsDefined(typeof(NameAttribute), inherit: false)))
        {
            Interfaces.Add(typeof(GraphQLClrOutputTypeReference<>).MakeGenericType(shown));
        }
    }

    protected override IEnumerable<MemberInfo> GetRegisteredMembers() => Members.Of(typeof(T));

    protected override ArgumentInformation GetArgumentInformation<TParameter>(FieldType fieldType, ParameterInfo parameterInfo)
    {
        var argument = base.GetArgumentInformation<TParameter>(fieldType, parameterInfo);
        if (typeof(TParameter) == typeof(Ask))
        {
            argument.SetDelegate(context => ((RequestState)context.UserContext).Ask);
        }

        return argument;
    }
}
