using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Marketplace.Benchmarks;

/// <summary>
/// One kept-alive HTTP/1.1 connection that costs next to nothing. HttpClient spends as much on a small answer as the server does, and as
/// both share the processors, that would flatter every ratio.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[256 * 1024];

    private Connection()
    {
    }

    public static async Task<Connection> OpenAsync(int port)
    {
        var connection = new Connection();
        try
        {
            await connection._socket.ConnectAsync(IPAddress.Loopback, port);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static async Task<Connection[]> OpenAsync(int port, int count)
    {
        var connections = new Connection[count];
        for (var at = 0; at < count; at++)
        {
            connections[at] = await OpenAsync(port);
        }

        return connections;
    }

    /// <summary>The bytes of a GraphQL request, made once so that sending it costs no formatting.</summary>
    /// <param name="headers">Further header lines, each with its end.</param>
    public static byte[] Request(string path, string document, object? variables = null, string headers = "")
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables });
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/graphql-response+json\r\nAccept-Language: vi\r\n{headers}"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>The bytes of a request for a page, with further header lines.</summary>
    public static byte[] PageRequest(string path, string headers) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");

    /// <summary>Sends the request and reads the whole answer; the body is good until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var (length, body, end) = (0, 0, -1);
        while (end < 0 || length < end)
        {
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, 2 * length);
            }

            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
            if (end < 0 && _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var head)
            {
                body = head + 4;
                end = body + ContentLength(_buffer.AsSpan(0, body));
            }
        }

        return _buffer.AsMemory(body..end);
    }

    public void Dispose() => _socket.Dispose();

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return head.StartsWith("HTTP/1.1 200"u8) && at >= 0 && Utf8Parser.TryParse(head[(at + 16)..], out int length, out _)
            ? length
            : throw new IOException(Encoding.ASCII.GetString(head));
    }
}
