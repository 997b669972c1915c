using CiAnon.Keys;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Live;

/// <summary>What a run from one live database into another is told.</summary>
/// <param name="Source">Is only read.</param>
/// <param name="Target">Is replaced, when all is proven; production is refused.</param>
/// <param name="PolicyPath">The policy file.</param>
public sealed record SyncOptions(LiveAddress Source, LiveAddress Target, string PolicyPath)
{
    /// <summary>Where the report goes; null for none.</summary>
    public string? ReportPath { get; init; }

    /// <summary>The file that gets one more line per run; null for none.</summary>
    public string? AuditLogPath { get; init; }

    /// <summary>Goes on where the last sync of the same databases stopped, if its source was read; else everything begins anew.</summary>
    public bool Resume { get; init; }

    /// <summary>Tables worked on at a time; by default the machine's cores.</summary>
    public int Jobs { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Parent of the sandbox's directory; by default a tmpfs that is large enough, or the temp directory.</summary>
    public string? WorkDirectory { get; init; }

    /// <summary>Folder of initdb and postgres, and perhaps of pg_dump and pg_restore; by default they are looked for.</summary>
    public string? PostgresBin { get; init; }

    /// <summary>The run key; null for a random one that is forgotten at the end.</summary>
    public RunKey? Key { get; init; }

    /// <summary>Environment variables by name, as the head sees them.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;
}
