using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CiAnon.Cli.Terminal;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Live;
using CiAnon.Policies;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon sync</c>: from one live database into another.</summary>
internal sealed class SyncCommand
{
    // What each way is called, and the environments that it leads from and to.
    private static readonly (string Name, string From, string To)[] Ways = [("production-to-staging", "production", "staging"), ("staging-to-local", "staging", "local")];

    private readonly RunOptions _run = new();

    private readonly Option<string> _environments = new("--environments")
    {
        HelpName = "DIR",
        DefaultValueFactory = _ => "db/environments",
        Description = "Folder of Confiture's environment files, for the side that no variable names. Default: db/environments",
    };

    private readonly Option<bool> _anonymize = new("--anonymize") { Description = "Accepted for scripts: every sync anonymizes" };

    private readonly Option<bool> _verify = new("--verify") { Description = "Accepted for scripts: every sync is verified before the target is replaced" };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Go on where the last sync of the same databases stopped: with what it read of the source, if it had read it, and with the tables and indexes that it built",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Begin anew, whatever a sync that stopped left. Default without --resume" };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "With --dry-run: what happens to every column, too" };

    private readonly Option<string?> _sourceHost = new("--source-host") { HelpName = "HOST", Description = "Instead of the host in the source's environment file, such as localhost for an SSH tunnel" };

    private readonly Option<int?> _sourcePort = Port();

    public static Command Create(Session session)
    {
        var command = new Command("sync", "Anonymize a live database into another, which is replaced when every check has passed.");
        foreach (var (name, from, to) in Ways) command.Subcommands.Add(new SyncCommand().Create(name, from, to, session));
        return command;
    }

    private Command Create(string name, string from, string to, Session session)
    {
        OneOf.Require(_run.Progress, ["auto", "plain", "none"]);
        (_run.Jobs.HelpName, _run.Jobs.Description) = ("N", RunOptions.JobsDescription);
        _run.DryRun.Description = "Only say what would happen: sizes, columns, warnings; never a value.";
        _run.Live.Source.Description = $"The variable that holds the source's connection string. It is only read. Default: {from}.yaml in the folder of environments";
        _run.Live.Target.Description = $"The variable that holds the target's connection string. Default: {to}.yaml in the folder of environments";
        var command = new Command(name, $"Anonymize {from} into {to}.")
        {
            _run.Live.Source, _run.Live.Target, _environments, _sourceHost, _sourcePort, _run.Policy, _run.Verdict, _run.AuditLog, _anonymize, _verify, _resume, _force, _run.Jobs, _run.WorkDir, _run.PostgresBin, _run.KeyEnv,
            _run.Live.LockTimeout, _run.Live.StatementTimeout, _run.Progress, _run.DryRun, _verbose,
        };
        command.SetAction(parsed => Run(parsed, from, to, session));
        return command;
    }

    private int Run(ParseResult parsed, string from, string to, Session session)
    {
        var results = HostResults.OfDatabase(parsed.GetValue(_run.Verdict), session);
        var told = results.Tell(() => Read(parsed, from, to, session));
        if (parsed.GetValue(_run.DryRun))
        {
            var preview = new SyncRun(told, new QuietProgress(session), session.Cancellation).Preview();
            SyncText.Print(preview, session.Out);
            if (parsed.GetValue(_verbose)) PlanText.Print(preview.Plan, session.Out, session.OutWidth);
            return (int)ExitCode.Done;
        }
        var clock = Stopwatch.StartNew();
        using var view = ProgressView.Create(parsed.GetValue(_run.Progress)!, session);
        var run = new SyncRun(told, view, session.Cancellation);
        var report = results.Tell(() => view.While(run.Run), () => run.WrittenReport, () => run.IsReplaced);
        results.Tell(report);
        foreach (var line in Summary.Lines(report, width: 120)) session.Error.WriteLine(line.TrimEnd());
        session.Out.WriteLine(Printable.Line($"synced: {told.Source.Variable} to {told.Target.Variable}, {ReportWords.Count(report.Tables.Count, "table")}, "
            + $"{Printable.Count(report.Tables.Sum(table => table.RowsOut))} rows in {Printable.Seconds(clock.Elapsed)}, every check passed"));
        return (int)ExitCode.Done;
    }

    private SyncOptions Read(ParseResult parsed, string from, string to, Session session)
    {
        if (parsed.GetValue(_resume) && parsed.GetValue(_force)) throw new CiAnonException(DiagnosticCodes.Usage, "--resume goes on, --force begins anew: give one of them");
        return new SyncOptions(Address(_run.Live.Source, from, isTarget: false, parsed, session), Address(_run.Live.Target, to, isTarget: true, parsed, session), parsed.GetValue(_run.Policy)!)
        {
            ReportPath = parsed.GetValue(_run.Verdict),
            AuditLogPath = parsed.GetValue(_run.AuditLog),
            Resume = parsed.GetValue(_resume),
            Jobs = parsed.GetValue(_run.Jobs) ?? Environment.ProcessorCount,
            WorkDirectory = parsed.GetValue(_run.WorkDir),
            PostgresBin = parsed.GetValue(_run.PostgresBin),
            Key = KeySource.Read(parsed.GetValue(_run.KeyEnv), session.Environment, session.Mask),
            Environment = session.Environment,
        };
    }

    private IReadOnlyList<(string Word, string? Value)> Tunnelled(IReadOnlyList<(string Word, string? Value)> parts, ParseResult parsed)
    {
        var own = new List<(string Word, string? Value)>();
        if (parsed.GetValue(_sourceHost) is { } host) own.Add(("host", host));
        if (parsed.GetValue(_sourcePort) is { } port) own.Add(("port", port.ToString(CultureInfo.InvariantCulture)));
        return [.. parts.Where(part => !own.Exists(given => given.Word == part.Word)), .. own];
    }

    private static Option<int?> Port()
    {
        var option = RunOptions.Number("--source-port", 1, 65_535);
        (option.HelpName, option.Description) = ("PORT", "Instead of the port in the source's environment file");
        return option;
    }

    private LiveAddress Address(Option<string?> option, string environment, bool isTarget, ParseResult parsed, Session session)
    {
        if (_run.Live.Read(option, parsed, session) is { } named)
            return isTarget || Tunnelled([], parsed).Count == 0 ? named : throw new CiAnonException(DiagnosticCodes.Usage, "--source-host and --source-port go with an environment file: put them into the connection string");
        var file = Path.Combine(parsed.GetValue(_environments)!, environment + ".yaml");
        var read = EnvironmentFile.Read(file, session.Environment);
        if (isTarget && read.IsReadOnly) throw new CiAnonException(DiagnosticCodes.TargetRefused, $"{file} says readonly: true, and it is to be replaced. {DiagnosticCodes.TargetRefused.Help}");
        var address = LiveAddress.Of(environment, isTarget ? read.Parts : Tunnelled(read.Parts, parsed)).Trusting(session.Environment);
        if (parsed.GetValue(_run.Live.LockTimeout) is { } wait) address = address with { LockTimeout = TimeSpan.FromSeconds(wait) };
        return (parsed.GetValue(_run.Live.StatementTimeout) ?? read.StatementTimeout) is { } limit ? address with { StatementTimeout = TimeSpan.FromSeconds(limit) } : address;
    }
}
