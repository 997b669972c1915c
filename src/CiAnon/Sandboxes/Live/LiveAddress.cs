namespace CiAnon.Sandboxes.Live;

/// <summary>A database that somebody else runs, and how long it may be made to wait.</summary>
/// <param name="Variable">The name of the variable that holds the connection string: what messages call the database.</param>
/// <param name="ConnectionString">As Npgsql takes it, or an address that begins with <c>postgres://</c> or <c>postgresql://</c>.</param>
public sealed record LiveAddress(string Variable, string ConnectionString)
{
    /// <summary>How long a statement may wait for a lock.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a statement may take; zero for as long as it needs.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>Where PostgreSQL's programs find the authorities that they trust, if the connection string names none.</summary>
    public string Authorities { get; private init; } = AuthoritiesFile.Word;

    /// <summary>The same, and programs trust whom our own connections do.</summary>
    /// <param name="environment">Of the process: drivers read it, too.</param>
    public LiveAddress Trusting(Func<string, string?> environment) => this with { Authorities = AuthoritiesFile.Find(environment) };

    /// <summary>An address of parts.</summary>
    /// <param name="name">What messages call the database.</param>
    /// <param name="parts">Words of libpq, such as <c>host</c> and <c>sslmode</c>, with their values; those without one are left out.</param>
    public static LiveAddress Of(string name, IEnumerable<(string Word, string? Value)> parts) => new(name,
        "postgresql:///?" + string.Join('&', parts.Where(part => part.Value is { Length: > 0 }).Select(part => $"{part.Word}={Uri.EscapeDataString(part.Value!)}")));

    /// <summary>Never the connection string.</summary>
    public override string ToString() => Variable;
}
