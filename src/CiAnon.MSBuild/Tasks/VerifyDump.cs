using System.ComponentModel;
using CiAnon.Verification;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

[Description("Checks the sandbox's database. A violation fails the build, and nothing is published.")]
public sealed class VerifyDump : StageTask
{
    [Output]
    [Description("One item per check, with the metadata Status (passed or failed) and Violations.")]
    public ITaskItem[] Checks { get; private set; } = [];

    private protected override void Work(RunSession session) => Checks = [.. session.Run.Verify().Select(Item)];

    private static ITaskItem Item(CheckResult check) =>
        ArtifactItem.Make(check.Id, ("Status", check.Passed ? "passed" : "failed"), ("Violations", check.Violations.ToString()));
}
