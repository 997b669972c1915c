using System.ComponentModel;
using CiAnon.Diagnostics;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

[Description("Finds the warnings that the command line (-warnaserror) makes errors of. The answer is right in a project that sets no codes of its own, built in the process that the build began in.")]
public sealed class FindFailingWarnings : Microsoft.Build.Utilities.Task
{
    [Description("The build's first process can't be asked: any warning may be an error, and all of them count as errors.")]
    public bool IsWorker { get; set; }

    [Output]
    [Description("Their codes.")]
    public string[] Codes { get; private set; } = [];

    public override bool Execute()
    {
        var engine = BuildEngine as IBuildEngine8;
        Codes = [.. DiagnosticCodes.All.Where(code => code.Severity == Severity.Warning).Select(code => code.Id)
            .Where(code => IsWorker || engine?.ShouldTreatWarningAsError(code) == true)];
        return true;
    }
}
