using GraphQL;
using GraphQL.Execution;
using Marketplace.Core;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Marketplace.Api.GraphQL;

/// <summary>Answers each event like a request of its own: with services of its own, because what an earlier event has fetched is old by then, on its day, and in the time of an ordinary answer.</summary>
internal sealed class EventStrategy(IServiceScopeFactory scopes, GraphQLLimits limits, TimeProvider clock) : SubscriptionExecutionStrategy(new PlannedStrategy())
{
    protected override async ValueTask<ExecutionResult> ProcessDataAsync(ExecutionContext context, ExecutionNode node, object? value)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.TimeoutSeconds), clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, deadline.Token);
        context.RequestServices = scope.ServiceProvider;
        context.UserContext = ((RequestState)context.UserContext).On(clock.Today());
        context.CancellationToken = over.Token;
        var result = await base.ProcessDataAsync(context, node, value);
        return deadline.IsCancellationRequested ? new ExecutionResult { Errors = [limits.TimedOut()] } : result;
    }
}
