using System.Net;
using System.Net.Sockets;
using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Tests.Live;

/// <summary>Servers that answer and let nobody in.</summary>
public sealed class LiveErrorsTests
{
    [Theory]
    [InlineData("57P03", "X: its server is starting up, shutting down or recovering from a crash (57P03). Try again when it takes connections")]
    [InlineData("53300", "X: its server takes no more connections: max_connections, or a CONNECTION LIMIT of the database or the role (53300). Ask for fewer connections with --jobs, end others, or raise the limit")]
    [InlineData("28P01", "X: its server refused the login (28P01). Check the variable: ")]
    [InlineData("55000", "X: the server said 55000. Check the variable: ")]
    public async Task What_they_say_is_told_with_what_to_do(string sqlState, string message)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(() => Answer(listener, sqlState), TestContext.Current.CancellationToken);
        var address = new LiveAddress("X", $"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};Username=canary;Database=canary;SSL Mode=Disable");
        var refused = Assert.Throws<CiAnonException>(() => LiveConnection.Open(address, readOnly: true));
        Assert.Equal(DiagnosticCodes.LiveUnreachable, refused.Diagnostics.Single().Code);
        Assert.StartsWith(message, refused.Diagnostics.Single().Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refused.ToString(), StringComparison.Ordinal);
        listener.Stop();
        await answering;
    }

    [Theory]
    [InlineData("55P03", "CIANON4032")]
    [InlineData("40P01", "CIANON4032")]
    [InlineData("40001", "CIANON4062")]
    [InlineData("53100", "CIANON4034")]
    [InlineData("42501", "CIANON4031")]
    public void What_a_session_is_told_has_the_code_of_its_remedy(string sqlState, string code)
    {
        var failure = LiveErrors.From(new PostgresException("canary", "ERROR", "ERROR", sqlState), new LiveAddress("X", ""), "read public.people").Diagnostics.Single();
        Assert.Equal(code, failure.Code.Id);
        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
    }

    // https://www.postgresql.org/docs/current/protocol-message-formats.html, ErrorResponse.
    private static void Answer(TcpListener listener, string sqlState)
    {
        var fields = Encoding.ASCII.GetBytes($"SFATAL\0VFATAL\0C{sqlState}\0Mcanary\0\0");
        byte[] error = [(byte)'E', 0, 0, 0, (byte)(fields.Length + 4), .. fields];
        try
        {
            while (true)
            {
                using var client = listener.AcceptTcpClient();
                using var stream = client.GetStream();
                _ = stream.Read(new byte[1000]);
                stream.Write(error);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was stopped.
        }
    }
}
