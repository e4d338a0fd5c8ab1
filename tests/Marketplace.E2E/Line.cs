using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Marketplace.E2E;

/// <summary>
/// A line to the site that a test can cut. The browser's own emulation of being offline does not always reach a service worker;
/// a closed port does.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly Uri _to;
    private readonly ConcurrentBag<TcpClient> _open = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _serving = Task.CompletedTask;
    private volatile bool _cut;

    public Line(Uri to)
    {
        _to = to;
        Mend();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
    }

    public Uri Address { get; }

    public void Cut()
    {
        _cut = true;
        _listener.Stop();
        while (_open.TryTake(out var client))
        {
            client.Dispose();
        }
    }

    public void Mend()
    {
        if (Address is not null)
        {
            _listener = new TcpListener(IPAddress.Loopback, Address.Port);
        }

        _cut = false;
        _listener.Start();
        _serving = ServeAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _serving;
    }

    private async Task ServeAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                _open.Add(near);
                _open.Add(far);
                await far.ConnectAsync(_to.Host, _to.Port);
                if (_cut)
                {
                    // Taken up in the very moment of the cut, after the others were closed.
                    near.Dispose();
                    far.Dispose();
                    return;
                }

                _ = CopyAsync(near, far);
                _ = CopyAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }
}
