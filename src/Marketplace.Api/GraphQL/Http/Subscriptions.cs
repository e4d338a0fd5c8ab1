using System.Diagnostics;
using System.Threading.RateLimiting;
using GraphQL;
using GraphQL.Execution;
using Marketplace.Api.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace Marketplace.Api.GraphQL;

/// <summary>
/// Subscriptions, each told on a connection of its own: until its source ends, its time is over, the host stops, nobody listens, or whoever listens
/// is no longer who began.
/// </summary>
internal sealed class Subscriptions(IDocumentExecuter executer, ToldErrors errors, GraphQLLimits limits, TimeProvider clock, IHostApplicationLifetime host) : IDisposable
{
    /// <summary>How long a stream is silent before it shows that it lives and looks who listens; proxies wait longer.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(12);

    private readonly PartitionedRateLimiter<string> _places = PartitionedRateLimiter.Create<string, string>(
        whose => RateLimitPartition.GetConcurrencyLimiter(whose, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.MaxStreams, QueueLimit = 0 }));

    /// <summary>Asks for the events: the stream, or why there is none. Refused when too many are open.</summary>
    /// <param name="client">Whom the stream counts against where nobody is signed in.</param>
    public async Task<(OpenStream? Stream, ExecutionErrors? Errors)> OpenAsync(ExecutionOptions question, Visitor visitor, string client, CancellationToken gone)
    {
        var place = _places.AttemptAcquire((visitor.Person?.AccountId ?? visitor.Actor?.AccountId)?.ToString("N") ?? client);
        if (!place.IsAcquired)
        {
            throw new Refusal(
                StatusCodes.Status429TooManyRequests,
                ErrorCode.RateLimited,
                $"Chỉ được mở cùng lúc {limits.MaxStreams} subscription. Hãy đóng bớt rồi thử lại.",
                $"Only {limits.MaxStreams} subscriptions may be open at once. Close one and try again.");
        }

        var stream = new OpenStream(visitor, place, TimeSpan.FromMinutes(limits.StreamMinutes), clock, gone, host.ApplicationStopping);
        try
        {
            question.CancellationToken = stream.Ends;
            var result = await executer.ExecuteAsync(question);
            if (result.Streams is { } streams)
            {
                // With its only field left out by @skip there is nothing to tell.
                return (stream.Of(streams.Values.SingleOrDefault()), null);
            }

            stream.Dispose();
            return (null, result.Errors ?? []);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public async Task TellAsync(HttpContext http, OpenStream stream, Ask ask, Callers callers, JsonOutput output)
    {
        LeaveRequest(http);
        Instruments.OpenStreams.Add(1);
        var told = new EventWriter(http.Response, output);
        try
        {
            await told.BeginAsync(stream.Ends);
            stream.Begin();
            while (await stream.WaitAsync(Beat))
            {
                (await callers.Again(stream.Visitor, stream.Ends)).MustStillBe(stream.Visitor);
                await (stream.TryRead(out var some) ? told.NextAsync(AnswerOf(http, ask, some), stream.Ends) : told.LiveAsync(stream.Ends));
            }
        }
        catch (OperationCanceledException) when (stream.Ends.IsCancellationRequested)
        {
            // Whoever still listens is told that it is over.
        }
        catch (Exception fault)
        {
            await told.NextAsync(new Answer(Executed: false, Data: null, errors.Of(http, ask, [fault as ExecutionError ?? new UnhandledError("", fault)])), http.RequestAborted);
        }
        finally
        {
            Instruments.OpenStreams.Add(-1);
        }

        await told.CompleteAsync(http.RequestAborted);
    }

    public void Dispose() => _places.Dispose();

    /// <summary>A span and a duration of an hour would say nothing of the request: both end with its beginning, and what comes belongs to no trace.</summary>
    private static void LeaveRequest(HttpContext http)
    {
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } measured)
        {
            measured.MetricsDisabled = true;
        }

        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { } span)
        {
            // Who would name it at the end of the request comes too late.
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            span.DisplayName = $"{http.Request.Method} {route}";
            span.SetTag("http.route", route).SetTag("http.response.status_code", StatusCodes.Status200OK).Stop();
        }

        Activity.Current = null;
    }

    private Answer AnswerOf(HttpContext http, Ask ask, ExecutionResult result) =>
        new(result.Executed, result.Data, result.Errors is { Count: > 0 } wrong ? errors.Of(http, ask, wrong) : []);
}
