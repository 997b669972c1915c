using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon strategies [NAME]</c>.</summary>
internal static class StrategiesCommand
{
    public static Command Create(Session session)
    {
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "A strategy, to see its options and guarantees." };
        var policy = new Option<string?>("--policy", "-p") { HelpName = "FILE", Description = "A policy, whose plug-ins are listed, too" };
        var command = new Command("strategies", "List the strategies, or explain one.") { name, policy };
        command.SetAction(parsed => parsed.GetValue(name) is { } wanted ? Explain(wanted, session) : List(parsed.GetValue(policy), session));
        return command;
    }

    private static int List(string? policy, Session session)
    {
        var width = StrategyRegistry.All.Max(strategy => strategy.Name.Length) + 2;
        foreach (var strategy in StrategyRegistry.All) session.Out.WriteLine($"{strategy.Name.PadRight(width)}{strategy.Summary}");
        if (policy is not null) ListPlugins(policy, session);
        session.Out.WriteLine();
        session.Out.WriteLine("ci-anon strategies NAME shows options and guarantees.");
        return (int)ExitCode.Done;
    }

    private static void ListPlugins(string policy, Session session)
    {
        foreach (var (assembly, found) in PolicyPlugins.Of(policy, session.Environment))
        {
            session.Out.WriteLine();
            session.Out.WriteLine(found.Problem is { } problem ? $"{assembly} {problem}" : $"{assembly}:");
            foreach (var one in found.All)
            {
                session.Out.WriteLine($"  {one.Name}: {one.Summary}");
                session.Out.WriteLine($"    declares: fits {StrategyDefinition.InWords(one.Types)}, {(one.IsDeterministic ? "" : "not ")}deterministic, {(one.KeepsDistinct ? "keeps" : "doesn't keep")} distinct values distinct");
            }
        }
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
        foreach (var (kind, count) in PoolSizes.Of(strategy.Name))
        {
            text.WriteLine();
            text.WriteLine($"  {kind} by locale: {string.Join(", ", Locales.All.Select(locale => Locales.Find(locale)!).Distinct().Order(StringComparer.Ordinal).Select(locale => $"{locale} {count(locale)}"))}");
        }
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
