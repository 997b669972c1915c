using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CiAnon.PackageTests.Samples;

/// <summary>A store of one file, at an https address that is a secret; with a certificate of its own, which clients must be told of.</summary>
internal sealed class HttpsFile : IDisposable
{
    private const string Path = "/address-canary";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly string _file;

    /// <param name="authority">Where the certificate goes, for CURL_CA_BUNDLE.</param>
    public HttpsFile(string file, string authority)
    {
        (_file, _certificate) = (file, NewCertificate());
        File.WriteAllText(authority, _certificate.ExportCertificatePem());
        _listener.Start();
        Address = $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{Path}";
        _ = Task.Run(Listen);
    }

    public string Address { get; }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=store", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task Listen()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Answer(client);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or AuthenticationException)
            {
                // This client went away; the test asks what became of it.
            }
        }
    }

    private async Task Answer(TcpClient client)
    {
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(_certificate);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var request = await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }
        var (status, body) = request == $"GET {Path} HTTP/1.1" ? ("200 OK", await File.ReadAllBytesAsync(_file)) : ("404 Not Found", []);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
    }
}
