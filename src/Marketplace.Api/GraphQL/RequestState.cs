namespace Marketplace.Api.GraphQL;

/// <summary>What belongs to one execution; it travels as the user context, which the library wants to be a dictionary.</summary>
internal sealed class RequestState(Ask ask, Visitor visitor, JsonOutput output, DocumentPlans? plans) : Dictionary<string, object?>
{
    public Ask Ask => ask;

    public Visitor Visitor => visitor;

    public JsonOutput Output => output;

    /// <summary>Plans of the document; null at its first use, when planning would not pay.</summary>
    public DocumentPlans? Plans => plans;

    /// <summary>The same on another day.</summary>
    public RequestState On(DateOnly day) => new(ask with { Today = day }, visitor, output, plans);
}
