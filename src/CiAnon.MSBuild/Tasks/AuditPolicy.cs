using System.ComponentModel;
using CiAnon.Audits;
using CiAnon.Publishing;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

[Description("Compares a policy with a dump's schema, as `ci-anon audit` does: findings become errors and warnings on the policy's lines, with the rule as code.")]
public sealed class AuditPolicy : CiAnonTask
{
    private readonly CancellationTokenSource _cancellation = new();

    [Required]
    [Description("What pg_dump wrote; its schema alone is enough.")]
    public string Dump { get; set; } = "";

    [Required]
    [Description("The policy file.")]
    public string Policy { get; set; } = "";

    [Description("The report of an earlier run: what changed since is found, too.")]
    public string? Baseline { get; set; }

    [Description("A file that gets the findings as SARIF 2.1.0.")]
    public string? Sarif { get; set; }

    [Output]
    [Description("One item per finding: its rule, with the metadata Object and Severity.")]
    public ITaskItem[] Findings { get; private set; } = [];

    public override void Cancel() => _cancellation.Cancel();

    protected override void Work()
    {
        var options = new AuditOptions(Values.PolicyPath(Policy), DateOnly.FromDateTime(DateTime.UtcNow))
        {
            DumpPath = Values.DumpPath(Dump),
            BaselinePath = Values.FullPath(Baseline),
            Environment = Environment.GetEnvironmentVariable,
        };
        var result = Audit.Run(options, _cancellation.Token);
        foreach (var finding in result.Findings) Log.Tell(finding.Rule.Severity, finding.Rule.Id, link: null, finding.Position, finding.Message);
        Findings = [.. result.Findings.Select(finding => ArtifactItem.Make(finding.Rule.Id, ("Object", finding.Object), ("Severity", finding.Rule.Severity.ToString())))];
        if (Values.FullPath(Sarif) is { } sarif) new RenderedFile(sarif, AuditSarif.Write(result, Path.GetDirectoryName(options.PolicyPath)!)).Write();
    }
}
