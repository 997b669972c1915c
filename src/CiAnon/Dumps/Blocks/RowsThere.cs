using CiAnon.Diagnostics;

namespace CiAnon.Dumps.Blocks;

/// <summary>Some rows of a live table, as its server is asked for them.</summary>
/// <param name="Sql">What stands after FROM.</param>
/// <param name="Position">Of the condition in the policy.</param>
internal sealed record RowsThere(string Sql, SourcePosition Position);
