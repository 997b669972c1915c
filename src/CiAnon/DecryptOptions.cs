using CiAnon.Catalogs;
using CiAnon.Keys;

namespace CiAnon;

/// <summary>What to decrypt, and with what.</summary>
/// <param name="PolicyPath">As it was when the values were encrypted.</param>
/// <param name="Column">table.column, or schema.table.column.</param>
/// <param name="Key">Of the run that encrypted them.</param>
public sealed record DecryptOptions(string PolicyPath, string Column, RunKey Key, Func<string, string?> Environment)
{
    /// <summary>The dump that holds the values; null where they are lines.</summary>
    public string? DumpPath { get; init; }

    /// <summary>The database to take out of a script of a whole cluster, and what the policy says of it; null where there is one alone.</summary>
    public string? Database { get; init; }

    /// <summary>What the column is: text, integer or binary. A dump says so itself.</summary>
    public TypeKind Type { get; init; } = TypeKind.Text;

    /// <summary>The report of that run, to make sure of the key; null where nobody has it.</summary>
    public string? ReportPath { get; init; }
}
