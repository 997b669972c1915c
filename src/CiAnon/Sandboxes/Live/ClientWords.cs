namespace CiAnon.Sandboxes.Live;

/// <summary>Why a client program failed, in words of ours: its own may quote rows, hosts and what a function raises.</summary>
internal static class ClientWords
{
    private const int MostLines = 1000;

    // What an error's line says, in the order in which it is looked for.
    private static readonly (string Said, string Words)[] All =
    [
        ("No space left on device", LiveErrors.FullDisk),
        ("could not extend file", LiveErrors.FullDisk),
        ("the database system is ", LiveErrors.NotReady),
        ("cannot connect to invalid database", "somebody began to drop the database"),
        ("too many connections for database", "the database takes no more connections (its CONNECTION LIMIT)"),
        ("too many connections for role", "the role may have no more connections (its CONNECTION LIMIT)"),
        ("too many clients already", "its server takes no more connections (max_connections)"),
        ("remaining connection slots are reserved", "its server takes no more connections (max_connections)"),
        ("due to lock timeout", "a lock wasn't to be had in time"),
        ("could not obtain lock", "a lock wasn't to be had in time"),
        ("due to statement timeout", "a statement took longer than statement_timeout allows"),
        ("due to conflict with recovery", LiveErrors.Standby),
        ("terminating connection due to", "its server ended the session"),
        ("server closed the connection unexpectedly", "the connection broke"),
        ("could not open extension control file", "its server lacks an extension"),
        ("must be loaded via shared_preload_libraries", "an extension is no library that its server preloads"),
        ("row-level security policy", "the role is subject to row security"),
        ("permission denied", "the role lacks a privilege"),
        ("must be owner", "the role lacks a privilege"),
        ("must be superuser", "the role lacks a privilege"),
        ("authentication failed", "the login was refused"),
        ("no pg_hba.conf entry", "the login was refused"),
        ("out of shared memory", "its server has no room for as many locks (max_locks_per_transaction)"),
        ("server version mismatch", "the program is older than the server"),
        ("violates ", "rows break a constraint"),
    ];

    // The same of lines that end by what isn't there.
    private static readonly (string Said, string Words)[] Missing =
    [
        ("ERROR:  extension ", "its server lacks an extension"),
        ("ERROR:  collation ", "its server lacks a collation"),
        ("ERROR:  role ", "its server lacks a role"),
        ("ERROR:  ", "something that a definition names isn't there, or not in the search path of a function"),
    ];

    /// <summary>Reads to the end.</summary>
    /// <returns>Null where nothing is known of what was said.</returns>
    public static string? Read(TextReader said)
    {
        string? found = null;
        for (var lines = 0; said.ReadLine() is { } line; lines++)
        {
            if (found is null && lines < MostLines) found = Of(line);
        }
        return found;
    }

    // Further lines are statements, and whatever these quote.
    private static string? Of(string line)
    {
        if (!line.StartsWith("pg_", StringComparison.Ordinal) || !line.Contains(": error: ", StringComparison.Ordinal)) return null;
        if (All.FirstOrDefault(known => line.Contains(known.Said, StringComparison.Ordinal)).Words is { } words) return words;
        if (!line.EndsWith("is not available", StringComparison.Ordinal) && !line.EndsWith("does not exist", StringComparison.Ordinal)) return null;
        return Missing.FirstOrDefault(known => line.Contains(known.Said, StringComparison.Ordinal)).Words;
    }
}
