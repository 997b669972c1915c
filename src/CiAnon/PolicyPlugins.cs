using CiAnon.Outside;
using CiAnon.Strategies;
using CiAnon.Strategies.Custom;
using CiAnon.Strategies.Options;

namespace CiAnon;

/// <summary>The plug-ins that a policy names, with what they declare.</summary>
public static class PolicyPlugins
{
    /// <returns>By assembly, as the policy names it.</returns>
    /// <exception cref="Diagnostics.CiAnonException">The policy has mistakes.</exception>
    public static IReadOnlyList<(string Assembly, CustomStrategies Found)> Of(string policyPath, Func<string, string?> environment)
    {
        var policy = Preparation.ReadPolicy(policyPath, environment, DateTimeOffset.UtcNow);
        var assemblies = new PluginAssemblies();
        var folder = Path.GetDirectoryName(Path.GetFullPath(policyPath))!;
        return [.. policy.Columns.Concat(policy.Tables.SelectMany(table => table.Columns)).SelectMany(rule => Named(rule.Strategy, rule.Options)).Distinct()
            .Select(assembly => (assembly, assemblies.Load(Path.GetFullPath(assembly, folder))))];
    }

    private static IEnumerable<string> Named(StrategyDefinition strategy, OptionValues options)
    {
        if (strategy == PluginStrategy.Definition) return [PluginStrategy.AssemblyOf(options)];
        var inner = strategy.Options.Select(option => (option.Type, Text: options[option])).Where(option => option.Text is not null).SelectMany(option => option.Type switch
        {
            OptionType.Rule => [PathsOption.ParseOne(option.Text!)],
            OptionType.Paths or OptionType.Parts => PathsOption.Parse(option.Text!)?.Select(rule => rule.Inner) ?? [],
            _ => (IEnumerable<InnerRule?>)[],
        });
        return inner.OfType<InnerRule>().SelectMany(rule => Named(rule.Strategy, rule.Options));
    }
}
