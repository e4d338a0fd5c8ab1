using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.FrontDoor;

/// <summary>Where the storefront is and the line to it: a web address, or a private socket to the process that this host runs.</summary>
internal sealed class StorefrontPlace : IDisposable
{
    /// <summary>Node closes an idle connection after five seconds; this end must be the first to do so, or a form is sent into a closing line.</summary>
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo? _socketFolder;
    private readonly HttpMessageInvoker _probe;

    public StorefrontPlace(IOptions<StorefrontOptions> options, StorefrontStatus status)
    {
        var settings = options.Value;
        if (!settings.Enabled)
        {
            status.Move(StorefrontState.Off, "The storefront is switched off by Storefront__Enabled=false.");
        }
        else if (settings.Url is { } url)
        {
            Remote = new Uri(url.EndsWith('/') ? url : url + "/");
            status.Move(StorefrontState.Ready, "The storefront runs elsewhere, at the address in Storefront__Url.");
        }
        else if (FindBuilt(settings.Directory) is { } directory)
        {
            Directory = directory;
        }
        else
        {
            status.Move(StorefrontState.NotBuilt, "The storefront is not built: run without -p:SkipStorefront=true, or set Storefront__Enabled=false for the API alone.");
        }

        if (Directory is not null && OperatingSystem.IsWindows())
        {
            Port = FreePort();
        }
        else if (Directory is not null)
        {
            // A folder of its own, because only its owner may enter it: nobody else on the machine can speak to the storefront.
            _socketFolder = System.IO.Directory.CreateTempSubdirectory("storefront-");
            SocketPath = Path.Combine(_socketFolder.FullName, "http.sock");
        }

        Client = new HttpMessageInvoker(NewHandler());
        var probe = NewHandler();
        // A look every two seconds is nothing to trace.
        probe.ActivityHeadersPropagator = null;
        _probe = new HttpMessageInvoker(probe);
    }

    /// <summary>The folder of a storefront that this host runs; null if it runs none.</summary>
    public string? Directory { get; }

    /// <summary>The address of a storefront that somebody else runs.</summary>
    public Uri? Remote { get; }

    public string? SocketPath { get; }

    public int? Port { get; }

    /// <summary>What every forwarded address begins with; the host name means nothing on a socket.</summary>
    public string Prefix => Remote?.AbsoluteUri ?? "http://storefront/";

    public HttpMessageInvoker Client { get; }

    /// <summary>Asks the storefront whether it is well.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ProbeTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Prefix + "healthz"));
            using var response = await _probe.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _probe.Dispose();
        if (_socketFolder is not null && System.IO.Directory.Exists(_socketFolder.FullName))
        {
            _socketFolder.Delete(recursive: true);
        }
    }

    /// <summary>The folder of a built storefront: the configured one, or <c>web</c> beside or above the program.</summary>
    internal static string? FindBuilt(string? configured)
    {
        if (configured is not null)
        {
            return IsBuilt(configured) ? Path.GetFullPath(configured) : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "web");
            if (IsBuilt(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool IsBuilt(string directory) => File.Exists(Path.Combine(directory, "build", "index.js"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private SocketsHttpHandler NewHandler()
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionIdleTimeout = IdleConnection,
        };

        if (Directory is not null)
        {
            handler.ConnectCallback = ConnectAsync;
        }

        return handler;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        EndPoint target = SocketPath is not null ? new UnixDomainSocketEndPoint(SocketPath) : new IPEndPoint(IPAddress.Loopback, Port!.Value);
        var socket = new Socket(target.AddressFamily, SocketType.Stream, SocketPath is not null ? ProtocolType.Unspecified : ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
