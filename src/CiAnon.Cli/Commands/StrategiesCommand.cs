using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Strategies;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon strategies [NAME]</c>.</summary>
internal static class StrategiesCommand
{
    public static Command Create(Session session)
    {
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "A strategy, to see its options and guarantees." };
        var command = new Command("strategies", "List the strategies, or explain one.") { name };
        command.SetAction(parsed => parsed.GetValue(name) is { } wanted ? Explain(wanted, session) : List(session));
        return command;
    }

    private static int List(Session session)
    {
        var width = StrategyRegistry.All.Max(strategy => strategy.Name.Length) + 2;
        foreach (var strategy in StrategyRegistry.All) session.Out.WriteLine($"{strategy.Name.PadRight(width)}{strategy.Summary}");
        session.Out.WriteLine();
        session.Out.WriteLine("ci-anon strategies NAME shows options and guarantees.");
        return (int)ExitCode.Done;
    }

    private static int Explain(string name, Session session)
    {
        var strategy = StrategyRegistry.Find(name) ?? throw new CiAnonException(DiagnosticCodes.Usage,
            $"there is no strategy '{name}'{Suggestion.Phrase(name, StrategyRegistry.All.Select(known => known.Name))}");
        var guarantees = strategy.Guarantees;
        var text = session.Out;
        text.WriteLine($"{strategy.Name}: {strategy.Summary}");
        text.WriteLine();
        text.WriteLine($"  fits                  {strategy.TypesInWords}");
        text.WriteLine($"  gives                 {guarantees.Output}");
        text.WriteLine($"  example               {strategy.Example.Value} -> {strategy.Example.Result}");
        text.WriteLine($"  same in, same out     {YesNo(guarantees.Deterministic)}");
        text.WriteLine($"  keeps unique          {guarantees.Uniqueness switch { Uniqueness.Always => "always", Uniqueness.WithinCapacity => "within its capacity, which the plan computes", _ => "no" }}");
        text.WriteLine($"  keeps the format      {YesNo(guarantees.PreservesFormat)}");
        text.WriteLine($"  keeps the length      {YesNo(guarantees.PreservesLength)}");
        text.WriteLine($"  back with the key     {YesNo(guarantees.Reversible)}");
        if (strategy.Options.Count == 0) return (int)ExitCode.Done;
        text.WriteLine();
        text.WriteLine("  options:");
        foreach (var option in strategy.Options)
        {
            var rest = option.Required ? " (required)" : option.Default is { } value ? $" (default {value})" : "";
            text.WriteLine($"    {option.Name.PadRight(14)}{option.Summary}{rest}");
        }
        return (int)ExitCode.Done;
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}
