using System.ComponentModel;

namespace CiAnon.MSBuild;

[Description("Streams every row of the dump through its masks into the sandbox.")]
public sealed class AnonymizeDump : StageTask
{
    private protected override void Work(RunSession session) => session.Run.Anonymize();
}
