using System.CommandLine;
using CiAnon.Cli.Terminal;
using CiAnon.Clusters;
using CiAnon.Diagnostics;
using CiAnon.Hosts;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon plan</c>: what would happen, column by column; rows are read where a policy selects some of them, and nowhere else.</summary>
internal static class PlanCommand
{
    public static Command Create(Session session)
    {
        var options = new RunOptions();
        var command = new Command("plan", "Show what would happen, column by column. Reads rows only to select some (rows, subset).");
        options.AddPlanTo(command);
        command.SetAction(parsed => Run(options.Read(parsed, session), session));
        return command;
    }

    public static int Run(AnonymizeOptions options, Session session)
    {
        if (ClusterRun.IsFor(options)) return RunCluster(options, session);
        using var run = new AnonymizationRun(options, new QuietProgress(session), session.Cancellation);
        PlanText.Print(run.Plan(), session.Out);
        run.RequireDecided();
        return (int)ExitCode.Done;
    }

    private static int RunCluster(AnonymizeOptions options, Session session)
    {
        using var run = new ClusterRun(options, new QuietProgress(session), session.Cancellation);
        run.Plan((database, plan) =>
        {
            session.Out.WriteLine(Printable.Line($"database {database}"));
            session.Out.WriteLine();
            PlanText.Print(plan, session.Out);
            session.Out.WriteLine();
        });
        return (int)ExitCode.Done;
    }
}
