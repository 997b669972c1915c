using System.ComponentModel;
using CiAnon.Hosts;
using CiAnon.Publishing;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

[Description("Makes sure that the files are still what was proven, and copies them to the folder that the CI system publishes, the report last.")]
public sealed class PublishArtifacts : CiAnonTask
{
    private readonly CancellationTokenSource _cancellation = new();

    [Required]
    [Description("Anonymized dumps, as BackupDump gave them out.")]
    public ITaskItem[] Artifacts { get; set; } = [];

    [Description("The folder; without one, the files stay where they are.")]
    public string? Directory { get; set; }

    [Output]
    [Description("The artefacts at their final place, with the metadata of BackupDump.")]
    public ITaskItem[] Published { get; private set; } = [];

    public override void Cancel() => _cancellation.Cancel();

    protected override void Work() => Published = [.. Artifacts.Select(Publish)];

    private ITaskItem Publish(ITaskItem item)
    {
        var artifact = new Artifact(item.ItemSpec, item.GetMetadata(ArtifactItem.Report), item.GetMetadata(ArtifactItem.Sha256),
            item.GetMetadata(ArtifactItem.Renderings).Split('|', StringSplitOptions.RemoveEmptyEntries));
        artifact.CheckUnchanged(_cancellation.Token);
        if (Values.FullPath(Directory) is { } folder) artifact = artifact.CopyTo(folder, _cancellation.Token);
        Log.LogMessage(MessageImportance.High, Printable.Line($"ci-anon: passed; {artifact.Dump}, keep until {item.GetMetadata(ArtifactItem.KeepUntil)}; report {artifact.Report}"));
        return ArtifactItem.Moved(item, artifact);
    }
}
