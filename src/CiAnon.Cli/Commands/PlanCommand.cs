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
        using var started = ClusterRun.Start(options, new QuietProgress(session), session.Cancellation);
        if (started is AnonymizationRun run)
        {
            PlanText.Print(run.Plan(), session.Out, session.OutWidth);
            run.RequireDecided();
        }
        else
        {
            Print((ClusterRun)started, session);
        }
        return (int)ExitCode.Done;
    }

    private static void Print(ClusterRun run, Session session) => run.Plan((database, plan) =>
    {
        session.Out.WriteLine(Printable.Line($"database {database}"));
        session.Out.WriteLine();
        PlanText.Print(plan, session.Out, session.OutWidth);
        session.Out.WriteLine();
    });
}
