using System.ComponentModel;
using CiAnon.Diagnostics;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

/// <summary>One verb of a run that <see cref="RestoreDump"/> began in the same build.</summary>
public abstract class StageTask : CiAnonTask
{
    private RunSession? _session;

    [Required]
    [Description("The run, as RestoreDump gave it out.")]
    public string Run { get; set; } = "";

    public sealed override void Cancel() => _session?.Cancel();

    protected sealed override void Work()
    {
        _session = RunSession.Find(BuildEngine4, Run)
            ?? throw new CiAnonException(DiagnosticCodes.RunIsOver, $"there is no run to {GetType().Name}: begin one with RestoreDump in the same build");
        _session.Attach(this);
        Work(_session);
    }

    private protected abstract void Work(RunSession session);

    protected sealed override void Stopped()
    {
        _session?.TellVerdict(Log);
        _session?.End(BuildEngine4);
    }
}
