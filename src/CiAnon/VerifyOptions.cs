using CiAnon.Dumps;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages;

namespace CiAnon;

/// <summary>What a run that judges a dump is told.</summary>
/// <param name="DumpPath">The dump to judge, made by whatever tool; <c>-</c> is <see cref="StandardInput"/>.</param>
/// <param name="PolicyPath">The policy that it must meet.</param>
public sealed record VerifyOptions(string DumpPath, string PolicyPath)
{
    /// <summary>What one of the dumps is read from, whose path is <c>-</c>; null where there is no such thing.</summary>
    public StandardInput? StandardInput { get; init; }

    /// <summary>A server that CI lends for a job, as sandbox; null for a PostgreSQL of our own.</summary>
    public LiveAddress? LentSandbox { get; init; }

    /// <summary>The database to take out of a script of a whole cluster, and out of the original's; null where the dump is one database's.</summary>
    public string? Database { get; init; }

    /// <summary>A dump of the whole schema, for a dump of rows or of a part; null where the dump has its own.</summary>
    public string? SchemaDumpPath { get; init; }

    /// <summary>Extensions that the sandbox does without.</summary>
    public IReadOnlyList<string> WithoutExtensions { get; init; } = [];

    /// <summary>How many times its own size a compressed dump may hold.</summary>
    public int MaxExpansion { get; init; } = DumpSource.UsualExpansion;

    /// <summary>The original that the dump was made of; null when it isn't at hand.</summary>
    public string? OriginalPath { get; init; }

    /// <summary>Where the report goes; null for none.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Tables worked on at a time; by default the machine's cores.</summary>
    public int Jobs { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Parent of the sandbox's directory; by default a tmpfs that is large enough, or the temp directory.</summary>
    public string? WorkDirectory { get; init; }

    /// <summary>Folder of initdb and postgres; by default they are looked for.</summary>
    public string? PostgresBin { get; init; }

    /// <summary>Environment variables by name, as the head sees them.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;
}
