using CiAnon.Dumps;
using CiAnon.Stages;

namespace CiAnon.Audits;

/// <summary>What one audit is told.</summary>
/// <param name="PolicyPath">The policy file.</param>
/// <param name="Today">Decisions that ended before it have expired.</param>
public sealed record AuditOptions(string PolicyPath, DateOnly Today)
{
    /// <summary>The dump to compare with, <c>-</c> for <see cref="StandardInput"/>; null when a database is.</summary>
    public string? DumpPath { get; init; }

    /// <summary>What the dump is read from when its path is <c>-</c>; null where there is no such thing.</summary>
    public StandardInput? StandardInput { get; init; }

    /// <summary>How many times its own size a compressed dump may hold.</summary>
    public int MaxExpansion { get; init; } = DumpSource.UsualExpansion;

    /// <summary>The database to take out of a script of a whole cluster, and what the policy says of it; null where the dump is one database's.</summary>
    public string? DumpedDatabase { get; init; }

    /// <summary>The connection string of the database to compare with; null when a dump is.</summary>
    public string? Database { get; init; }

    /// <summary>The report of an earlier run; null for no comparison.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>Environment variables by name, for the policy.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;
}
