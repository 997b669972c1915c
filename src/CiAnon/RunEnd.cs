using CiAnon.Dumps;
using CiAnon.Reporting;

namespace CiAnon;

/// <summary>How a run ends at its output, and what its records say of it: published, failed with a report, or stopped without one.</summary>
internal sealed class RunEnd(RunOutput output, RunRecords records, IRunObserver observer, CancellationToken cancellation)
{
    /// <summary>Moves the proven artefact into place; the report comes last.</summary>
    /// <exception cref="Diagnostics.CiAnonException">CIANON2009: the run can't be recorded, and publishes nothing.</exception>
    public void Publish(ComplianceReport report, IReadOnlyList<FileDigest> files)
    {
        cancellation.ThrowIfCancellationRequested();
        output.Paths!.Publish(ReportJson.Write(report), records.Render(report, files), beforeMoving: () => records.LogPassed(report), cancellation);
    }

    /// <summary>A check failed: nothing is published but the report that says so.</summary>
    public void Failed(ComplianceReport report)
    {
        output.Stopped();
        output.PublishFailure(ReportJson.Write(report), records.Render(report, []));
        records.LogFailed(report, observer.Notice);
    }

    /// <summary>Whatever ended it: nothing is published, and it is recorded, unless as failed before.</summary>
    public void Stopped(Exception reason)
    {
        output.Stopped();
        records.LogStopped(reason, observer.Notice);
    }
}
