using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using Marketplace.Api.GraphQL;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Marketplace.Api;

/// <summary>Puts the GraphQL API into a host.</summary>
public static class GraphQLSetup
{
    public static IServiceCollection AddMarketplaceGraphQL(this IServiceCollection services) => services.AddMarketplaceGraphQL(typeof(Query), typeof(Mutation));

    /// <summary>The same engine over other roots.</summary>
    internal static IServiceCollection AddMarketplaceGraphQL(this IServiceCollection services, Type query, Type? mutation)
    {
        GlobalSwitches.EnableReadDescriptionFromXmlDocumentation = true;
        services.AddOptions<GraphQLLimits>().BindConfiguration(GraphQLLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<GraphQLLimits>>().Value);
        services.AddSingleton<IGraphTypeMappingProvider, GraphTypeMapping>();
        services.AddTransient(typeof(GraphObject<>)).AddTransient(typeof(GraphInterface<>)).AddTransient(typeof(GraphEnum<>)).AddSingleton<DateScalar>();
        services.AddScoped<NodeBatch>();
        services.AddGraphQL(graphql => graphql
            .AddSchema(provider => new MarketplaceSchema(provider, query, mutation))
            .AddSystemTextJson(json => json.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query));
        return services;
    }

    /// <summary>Serves the API at /graphql.</summary>
    public static IEndpointConventionBuilder MapMarketplaceGraphQL(this IEndpointRouteBuilder routes)
    {
        var schema = routes.ServiceProvider.GetRequiredService<ISchema>();
        schema.Initialize();
        return routes.Map("/graphql", async (HttpContext http, IDocumentExecuter executer, IGraphQLTextSerializer json, TimeProvider clock) =>
        {
            var request = await json.ReadAsync<global::GraphQL.Transport.GraphQLRequest>(http.Request.Body, http.RequestAborted);
            var result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = schema,
                Query = request?.Query,
                OperationName = request?.OperationName,
                Variables = request?.Variables,
                RequestServices = http.RequestServices,
                UserContext = new RequestState(Ask.Of(http, clock)),
                CancellationToken = http.RequestAborted,
            });
            http.Response.ContentType = "application/json; charset=utf-8";
            await json.WriteAsync(http.Response.Body, result, http.RequestAborted);
        });
    }
}
