using System.ComponentModel;
using System.Text;
using CiAnon.Audits.Proposals;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Stages;
using CiAnon.Strategies;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

[Description("Finds personal data in a dump and writes a commented policy, as `ci-anon init` does. Decisions that a policy has already stay.")]
public sealed class DiscoverPersonalData : CiAnonTask
{
    private readonly CancellationTokenSource _cancellation = new();

    [Required]
    [Description("What pg_dump wrote.")]
    public string Dump { get; set; } = "";

    [Required]
    [Description("The policy file, which is written or added to.")]
    public string Policy { get; set; } = "";

    [Description("Locale of invented names, addresses and phone numbers in a new policy; what the dump's names and values speak of when not given.")]
    public string? Locale { get; set; }

    [Output]
    [Description("The columns that were decided.")]
    public ITaskItem[] Added { get; private set; } = [];

    public override void Cancel() => _cancellation.Cancel();

    protected override void Work()
    {
        var path = Path.GetFullPath(Policy);
        var locale = Values.Given(Locale);
        if (locale is not null && Locales.Problem(locale) is { } problem) throw new CiAnonException(DiagnosticCodes.Usage, $"CiAnonLocale: {problem}");
        var existing = File.Exists(path) ? File.ReadAllText(path) : null;
        using var dump = DumpSource.Open(Values.DumpPath(Dump), input: null, workDirectory: null, _cancellation.Token);
        var starter = StarterPolicy.Make(dump, path, existing, locale, Environment.GetEnvironmentVariable, DateOnly.FromDateTime(DateTime.UtcNow), _cancellation.Token);
        if (starter.Text != existing) new RenderedFile(path, Encoding.UTF8.GetBytes(starter.Text)).Write();
        Added = [.. starter.Added.Select(proposal => ArtifactItem.Make($"{proposal.Table.FullName}.{proposal.Rule.Column}"))];
        Log.LogMessage(MessageImportance.High, Printable.Line($"ci-anon: {path}: rules for {ReportWords.Count(starter.Added.Count, "column")}, {starter.Added.Count(proposal => proposal.NeedsCheck)} of them proposed only: decide on those"));
        foreach (var column in starter.Left) Log.LogMessage(MessageImportance.High, Printable.Line($"ci-anon: nothing fits {column}, and its values look personal: decide by hand. Until then a run stops."));
    }
}
