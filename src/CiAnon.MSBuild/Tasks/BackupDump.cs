using System.ComponentModel;
using CiAnon.Hosts;
using CiAnon.Reporting;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

[Description("Writes the anonymized dump, proves it, moves it into place, then its report. The sandbox ends here.")]
public sealed class BackupDump : StageTask
{
    [Output]
    [Description("The anonymized dump, with the metadata Report, Renderings (paths, separated by |), Sha256, Bytes, Rows and KeepUntil (yyyy-MM-dd).")]
    public ITaskItem? Artifact { get; private set; }

    private protected override void Work(RunSession session)
    {
        var report = session.Run.Backup();
        if (AllowedHits.Sentence(report) is { } allowed) Log.LogMessage(MessageImportance.High, Printable.Line($"ci-anon: {allowed}"));
        Artifact = ArtifactItem.Of(session.Options, report);
        session.End(BuildEngine4);
    }
}
