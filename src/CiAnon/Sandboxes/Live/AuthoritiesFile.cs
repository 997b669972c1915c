namespace CiAnon.Sandboxes.Live;

/// <summary>
/// Where libpq is to find the authorities that our own connections trust where the connection string names none. Its word for the system's, <c>system</c>, is none before version 16, and goes with
/// <c>verify-full</c> alone. Source: PostgreSQL's documentation, "SSL Client Certificates" and sslrootcert in "Parameter Key Words".
/// </summary>
internal static class AuthoritiesFile
{
    /// <summary>libpq's word for those of the system.</summary>
    public const string Word = "system";

    private const string Variable = "PGSSLROOTCERT";

    // Where distributions have them: Debian and Ubuntu, Red Hat, Alpine and macOS.
    private static readonly string[] Bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

    /// <param name="environment">Ours: of PostgreSQL's variables programs get those alone that we tell them.</param>
    public static string Find(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named) return named;
        var own = environment("HOME") is { Length: > 0 } home ? Path.Combine(home, ".postgresql", "root.crt") : "";
        return Bundles.Prepend(environment("SSL_CERT_FILE") ?? "").Prepend(own).FirstOrDefault(File.Exists) ?? Word;
    }
}
