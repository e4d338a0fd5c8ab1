using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Marketplace.Api.GraphQL;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Marketplace.Api;

/// <summary>Puts the GraphQL API into a host.</summary>
public static class GraphQLSetup
{
    static GraphQLSetup() => GlobalSwitches.GlobalAttributes.Add(new SummariesAttribute());

    public static IServiceCollection AddMarketplaceGraphQL(this IServiceCollection services) => services.AddMarketplaceGraphQL(typeof(Query), typeof(Mutation), typeof(Subscription));

    /// <summary>The same engine over other roots.</summary>
    internal static IServiceCollection AddMarketplaceGraphQL(this IServiceCollection services, Type query, Type mutation, Type? subscription = null)
    {
        services.AddOptions<GraphQLLimits>().BindConfiguration(GraphQLLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<GraphQLLimits>>().Value);
        services.AddSingleton(Persisted).AddSingleton<DocumentStore>().AddSingleton<RequestReader>().AddSingleton<RequestRate>().AddSingleton<ToldErrors>().AddSingleton<Subscriptions>().AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<IDocumentValidator, KnownDocumentValidator>();
        services.AddScoped<NodeBatch>();

        services.AddSingleton<IGraphTypeMappingProvider, GraphTypeMapping>();
        services.AddTransient(typeof(GraphObject<>)).AddTransient(typeof(GraphInterface<>)).AddTransient(typeof(GraphEnum<>)).AddSingleton<DateScalar>().AddSingleton<DateTimeScalar>();
        services.AddGraphQL(graphql => graphql
            .AddSchema(provider => new MarketplaceSchema(provider, query, mutation, subscription))
            .AddExecutionStrategy(new PlannedStrategy(), OperationType.Query)
            .AddExecutionStrategy(new PlannedStrategy(), OperationType.Mutation)
            .AddExecutionStrategy(provider => ActivatorUtilities.CreateInstance<EventStrategy>(provider), OperationType.Subscription));
        return services;
    }

    /// <summary>Begins to make the schema, while the start does something else. What is wrong with it is told where it is needed.</summary>
    public static void BeginMarketplaceGraphQL(this IServiceProvider services) => _ = Task.Run(() => services.GetRequiredService<ISchema>().Initialize());

    /// <summary>Serves the API at /graphql, and in development an explorer at /graphql/ui.</summary>
    /// <param name="client">Says whom a request counts against; the remote address unless given.</param>
    /// <param name="visitor">Finds out who asks; nobody has an account unless given.</param>
    /// <param name="again">Finds out what the same visitor may do by now; what it was unless given.</param>
    public static IEndpointConventionBuilder MapMarketplaceGraphQL(
        this IEndpointRouteBuilder routes,
        Func<HttpContext, string>? client = null,
        Func<HttpContext, CancellationToken, ValueTask<Visitor>>? visitor = null,
        Func<Visitor, CancellationToken, ValueTask<Visitor>>? again = null)
    {
        // A schema that does not hold together must stop the host, not the first visitor.
        var schema = routes.ServiceProvider.GetRequiredService<ISchema>();
        schema.Initialize();
        var endpoint = routes.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        var host = routes.ServiceProvider.GetRequiredService<IHostEnvironment>();
        if (host.IsDevelopment())
        {
            Explorer.Map(routes, Path.Combine(host.ContentRootPath, "graphiql", "node_modules"));
        }

        var callers = new Callers(client ?? RequestRate.Client, visitor ?? ((_, _) => ValueTask.FromResult(Visitor.Nobody)), again ?? ((same, _) => ValueTask.FromResult(same)));
        return routes.Map("/graphql", http => endpoint.HandleAsync(http, callers));
    }

    private static PersistedDocuments Persisted(IServiceProvider provider)
    {
        var path = provider.GetRequiredService<GraphQLLimits>().PersistedDocuments;
        var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        return new PersistedDocuments(path is null ? null : Path.GetFullPath(path, root), provider.GetRequiredService<ILogger<PersistedDocuments>>());
    }
}
