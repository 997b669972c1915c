using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CiAnon.PostgresTests.Live;

/// <summary>Passes connections on to a server's Unix socket, and cuts them: when so many bytes went either way, or when something was said.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _socket;
    private int _connections;

    public CuttingProxy(TestCluster server)
    {
        _socket = Path.Combine(server.Host, ".s.PGSQL.5432");
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Of one connection, in one direction.</summary>
    public long MostBytes { get; set; } = long.MaxValue;

    /// <summary>The one connection that is cut, by its number; 0 for each.</summary>
    public int Only { get; set; }

    /// <summary>Words after which a client hears no more: what it said there is done, and nobody tells it.</summary>
    public string? LastWords { get; set; }

    /// <summary>How many there were.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassOnAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PassOnAsync(Socket client)
    {
        var number = Interlocked.Increment(ref _connections);
        var most = Only == 0 || Only == number ? MostBytes : long.MaxValue;
        var isDeaf = false;
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_socket));
            await Task.WhenAny(
                CopyAsync(client, server, most, sent => isDeaf |= LastWords is { } words && Encoding.UTF8.GetString(sent.Span).Contains(words, StringComparison.Ordinal)),
                CopyAsync(server, client, most, _ => ObjectDisposedException.ThrowIf(isDeaf, client)));
        }
    }

    // What is done with some bytes before they are passed on.
    private static async Task CopyAsync(Socket from, Socket to, long most, Action<ReadOnlyMemory<byte>> before)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            for (long passed = 0; passed < most;)
            {
                var count = await from.ReceiveAsync(buffer);
                if (count == 0) return;
                before(buffer.AsMemory(0, count));
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
                passed += count;
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has gone, and the other goes with it.
        }
    }
}
