using CiAnon.Reporting;

namespace CiAnon;

/// <summary>A run over whatever the options name: one database, or all of a cluster's script.</summary>
public interface IDumpRun : IDisposable
{
    /// <summary>The report that was written, of a failed check too; null when the run stopped before there was one.</summary>
    ComplianceReport? WrittenReport { get; }

    /// <summary>From the dump to the published artefact.</summary>
    /// <exception cref="Diagnostics.CiAnonException">The run stopped; a failed check left a report that says so.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    ComplianceReport Run();
}
