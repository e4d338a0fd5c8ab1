namespace Marketplace.Api.GraphQL;

/// <summary>What belongs to one execution; it travels as the user context, which the library wants to be a dictionary.</summary>
internal sealed class RequestState(Ask ask) : Dictionary<string, object?>
{
    public Ask Ask { get; } = ask;
}
