using System.CommandLine;
using System.CommandLine.Help;
using CiAnon.Cli.Commands;
using CiAnon.Diagnostics;

namespace CiAnon.Cli;

/// <summary>The command's grammar: parse → options → run → exit code.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Session session)
    {
        var root = new RootCommand("Turns a PostgreSQL production dump into an anonymized dump, and proves that it did.")
        {
            AnonymizeCommand.Create(session),
            AnonymizeCommand.CreateGdprify(session),
            PlanCommand.Create(session),
            InitCommand.Create(session),
            ImportCommand.Create(session),
            AuditCommand.Create(session),
            VerifyCommand.Create(session),
            SyncCommand.Create(session),
            SanitizeCommand.Create(session),
            CheckCommand.Create(session),
            DecryptCommand.Create(session),
            StrategiesCommand.Create(session),
            SchemaCommand.Create(session),
            ReportCommand.Create(session),
            PurgeCommand.Create(session),
            KeyCommand.Create(session),
            GitHubCommand.Create(session),
            HostOption.Create(),
            AnnotationsOption.Create(),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(session);
        root.Options.OfType<HelpOption>().Single().Action = new HelpScreen(session);
        root.SetAction(_ => HelpScreen.Print(root, session));
        return root;
    }

    public static int Run(string[] args, Session session)
    {
        session = session with { Host = HostOption.Choose(args, session.Environment), Annotates = !AnnotationsOption.IsGiven(args) };
        var exit = Parse(args, session);
        var told = Failures.Guard(session, session.TellIssues);
        return exit == (int)ExitCode.Done ? told : exit;
    }

    private static int Parse(string[] args, Session session)
    {
        var parsed = Create(session).Parse(args);
        if (FlagValues.Wrong(args, parsed.CommandResult.Command) is { } flag)
        {
            session.Print(new Diagnostic(DiagnosticCodes.Usage, UsageErrors.FlagWithValue(flag, parsed.CommandResult.Command)));
            return (int)ExitCode.Usage;
        }
        if (parsed.Action is HelpScreen or VersionAction ? UsageErrors.NamesNoCommand(parsed) : parsed.Errors.Count > 0)
        {
            foreach (var message in UsageErrors.Describe(parsed)) session.Print(new Diagnostic(DiagnosticCodes.Usage, message));
            return (int)ExitCode.Usage;
        }
        return Failures.Guard(session, () => parsed.Invoke(new InvocationConfiguration
        {
            Output = session.Out,
            Error = session.Error,
            EnableDefaultExceptionHandler = false,
            // Signals are ours: see Program.cs.
            ProcessTerminationTimeout = null,
        }));
    }
}
