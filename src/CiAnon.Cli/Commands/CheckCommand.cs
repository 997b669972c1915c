using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Live;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon check</c>: whether a database that was anonymized where it stands is still clean.</summary>
internal static class CheckCommand
{
    public static Command Create(Session session)
    {
        var live = new LiveOptions();
        var policy = new Option<string?>("--policy", "-p") { HelpName = "FILE", Description = "The policy that it must have been anonymized by, in the state that it has now. Default: any" };
        var command = new Command("check", "Tell whether a database that was anonymized where it stands is still clean; only reads.")
        {
            live.Target, policy, live.LockTimeout, live.StatementTimeout,
        };
        command.SetAction(parsed =>
        {
            var target = live.Require(live.Target, parsed, session);
            CleanCheck.Run(target, parsed.GetValue(policy), session.Environment, session.Print, session.Cancellation);
            session.Out.WriteLine(Printable.Line($"clean: {target.Variable}"));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
