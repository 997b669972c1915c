using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CiAnon.PostgresTests.Live;

/// <summary>An authority that nobody knows but those who were given its certificate.</summary>
internal sealed class PrivateAuthority : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public PrivateAuthority()
    {
        var request = new CertificateRequest("CN=An authority of a test", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));
    }

    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>A server runs with a certificate for localhost from here on, at the port, and only takes TLS there.</summary>
    /// <param name="logins">Lines of pg_hba.conf for TCP.</param>
    public void Secure(TestCluster server, int port, DateTimeOffset? until = null, string logins = "hostssl all all 127.0.0.1/32 trust\nhostssl all all ::1/128 trust\n")
    {
        var (certificate, key) = Issue("localhost", until);
        server.Crash();
        server.WriteData("server.crt", certificate);
        server.WriteData("server.key", key);
        server.WriteData("root.crt", Pem);
        server.WriteData("pg_hba.conf", "local all all trust\n" + logins);
        server.Restart("ssl=on", "ssl_ca_file=root.crt", $"port={port}", $"listen_addresses={IPAddress.Loopback}");
    }

    /// <summary>A certificate and its key for a host, or for a role that logs in by it.</summary>
    public (string Certificate, string Key) Issue(string name, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_certificate, DateTimeOffset.UtcNow.AddDays(-2), until ?? DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(8));
        return (issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
