using System.Net;
using System.Net.Sockets;

namespace CiAnon.PostgresTests.Live;

/// <summary>Passes connections on to a server's Unix socket, and cuts each when so many bytes went either way.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _socket;

    public CuttingProxy(TestCluster server)
    {
        _socket = Path.Combine(server.Host, ".s.PGSQL.5432");
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Of one connection, in one direction.</summary>
    public long MostBytes { get; set; } = long.MaxValue;

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
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_socket));
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            for (long passed = 0; passed < MostBytes;)
            {
                var count = await from.ReceiveAsync(buffer);
                if (count == 0) return;
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
