using CiAnon.Planning;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs;

/// <summary>What a run was given and what it left: material for <see cref="ArtefactJudge"/>.</summary>
/// <param name="Report">As read from the published file.</param>
internal sealed record AnonymizedDump(string Original, string Artefact, Plan Plan, ComplianceReport Report, RecordingObserver Observer)
{
    /// <summary><c>schema.table.column: strategy</c> of every masked column of tables with rows, sorted.</summary>
    public IEnumerable<string> Masked => Report.Tables
        .SelectMany(table => table.Columns.Where(column => column.Decision == "masked")
            .Select(column => $"{table.Schema}.{table.Name}.{column.Name}: {column.Strategy}"))
        .Order(StringComparer.Ordinal);
}
