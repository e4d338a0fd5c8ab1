using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Marketplace.E2E;

/// <summary>Counts what the storefront asks of the API.</summary>
public sealed class OperationCounter : IStartupFilter
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Clear() => Interlocked.Exchange(ref _count, 0);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((HttpContext http, RequestDelegate go) =>
        {
            if (http.Request.Path == "/graphql")
            {
                Interlocked.Increment(ref _count);
            }

            return go(http);
        });
        next(app);
    };
}
