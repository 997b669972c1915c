using CiAnon.Diagnostics;

namespace CiAnon.Stages.Batches;

/// <summary>A column whose results come for many rows at once.</summary>
/// <param name="Table">The full name of its table.</param>
/// <param name="Field">From 0, in the order of the COPY column list.</param>
/// <param name="Position">Of its rule.</param>
internal sealed record BatchColumn(string Table, string Name, int Field, SourcePosition? Position)
{
    /// <param name="problem">Continues the column's name; never a value.</param>
    public CiAnonException Refuses(DiagnosticCode code, string problem) => new(code, $"{Table}.{Name}: {problem}", Position);
}
