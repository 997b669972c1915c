using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon;

/// <summary>Finds what encrypts a column: its own rule, or the one inside of its values.</summary>
internal static class EncryptedColumn
{
    /// <summary>Any column that is encrypted; null when none is.</summary>
    public static (string Name, ColumnPlan Plan)? Find(Plan plan)
    {
        foreach (var table in plan.Tables)
            foreach (var column in table.Columns)
                if (column.Mask is not null && Options(column.Strategy!, column.Options).Any()) return ($"{table.Table.FullName}.{column.Column.Name}", column);
        return null;
    }

    /// <summary>The options of a rule that encrypts, or of those inside of it.</summary>
    public static IEnumerable<OptionValues> Options(StrategyDefinition strategy, OptionValues options) => strategy.Name == "encrypt" ? [options]
        : strategy.Options.Where(option => options.Given.ContainsKey(option.Name)).SelectMany(option => Inner(option, options[option]!))
            .SelectMany(rule => Options(rule.Strategy, rule.Options));

    /// <summary>By the policy alone: a table as it is named there, a column by its name or pattern.</summary>
    /// <exception cref="CiAnonException">CIANON2030: no rule encrypts it, or several do it differently.</exception>
    public static OptionValues Find(Policy policy, ColumnName name) =>
        One([.. Rules(policy, name).Take(1).SelectMany(rule => Options(rule.Strategy, rule.Options))], name);

    public static OptionValues One(IReadOnlyList<OptionValues> found, ColumnName name) => found.DistinctBy(options => options.ToString()).ToList() switch
    {
        [var one] => one,
        [] => throw new CiAnonException(DiagnosticCodes.NothingEncrypted, $"the policy has no rule that encrypts {name.Text}"),
        _ => throw new CiAnonException(DiagnosticCodes.NothingEncrypted, $"several rules encrypt parts of {name.Text}, each in its own way: decrypt them under a policy that has only one of them"),
    };

    private static IEnumerable<ColumnRule> Rules(Policy policy, ColumnName name) =>
        policy.Tables.Where(entry => name.IsOf(entry.Name)).SelectMany(entry => Best(entry.Columns, name.Column)).Concat(Best(policy.Columns, name.Column));

    private static IEnumerable<ColumnRule> Best(IReadOnlyList<ColumnRule> rules, string column) =>
        rules.Where(rule => RuleBook.Matches(rule, column)).OrderByDescending(rule => rule.Column == column).Take(1);

    private static IEnumerable<InnerRule> Inner(OptionDefinition option, string text) => option.Type switch
    {
        OptionType.Rule => PathsOption.ParseOne(text) is { } rule ? [rule] : [],
        OptionType.Paths or OptionType.Parts => (PathsOption.Parse(text) ?? []).Select(rule => rule.Inner).OfType<InnerRule>(),
        _ => [],
    };
}
