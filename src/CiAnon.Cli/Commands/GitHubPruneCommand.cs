using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Policies.Language;
using CiAnon.Publishing.GitHub;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon github prune</c>: nothing is kept for longer than it is needed.</summary>
internal static class GitHubPruneCommand
{
    private static readonly int LongestRetention = PolicyLanguage.Retention.Maximum;

    public static Command Create(Session session)
    {
        var tokenEnv = GitHubCommand.TokenEnv();
        var name = new Option<string>("--name") { HelpName = "NAME", Required = true, Description = "The artefacts' name, exactly; no other is touched." };
        var keep = RunOptions.Number("--keep", 1, 1000);
        (keep.HelpName, keep.Description) = ("N", "The newest N of each branch stay, 1 to 1000.");
        var olderThan = RunOptions.Number("--older-than", 1, LongestRetention);
        (olderThan.HelpName, olderThan.Description) = ("DAYS", $"What is older goes, 1 to {LongestRetention} days.");
        var releaseTag = new Option<string?>("--release-tag") { HelpName = "TAG", Description = "Delete our files on this tag's release, too; needs --older-than." };
        var reports = new Option<bool>("--reports") { Description = $"Reports (NAME{Pruning.ReportSuffix}) go with their dumps. Default: they stay" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Delete nothing, say what would go." };
        var command = new Command("prune", "Delete older artefacts of a name.") { name, keep, olderThan, releaseTag, reports, dryRun, tokenEnv };
        command.SetAction(parsed =>
        {
            var (newest, days, tag) = (parsed.GetValue(keep), parsed.GetValue(olderThan), parsed.GetValue(releaseTag));
            if (newest is null && days is null) throw new CiAnonException(DiagnosticCodes.Usage, "say what may go: --keep N, --older-than DAYS, or both");
            if (tag is not null && days is null) throw new CiAnonException(DiagnosticCodes.Usage, "--release-tag goes by age: add --older-than DAYS");
            var settings = GitHubSettings.Read(parsed.GetValue(tokenEnv)!, session.Environment);
            using var client = GitHubCommand.Authorized(settings, parsed.GetValue(tokenEnv)!);
            var rules = new PruneRules(newest, days is { } age ? TimeSpan.FromDays(age) : null, parsed.GetValue(reports), parsed.GetValue(dryRun));
            var pruning = new Pruning(client, rules, settings.RunId, line => session.Out.WriteLine(Printable.Line(line)));
            var count = pruning.Artifacts(parsed.GetValue(name)!, session.Cancellation);
            if (tag is not null) count += pruning.Assets(GitTag.Check(tag), session.Cancellation);
            session.Out.WriteLine($"{count} {(rules.IsDryRun ? "would go" : "deleted")}");
            return (int)ExitCode.Done;
        });
        return command;
    }
}
