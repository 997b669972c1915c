using System.Collections.Frozen;
using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using Npgsql;

namespace CiAnon.Stages.Trials;

/// <summary>Which strategies make what a demand takes, tried one by one: only who was refused needs to know.</summary>
internal sealed class TrialAdvice(PlanningFacts facts, string locale)
{
    private const int Most = 3;

    /// <summary>Continues the message.</summary>
    public string For(Demand demand, TablePlan plan, ColumnPlan column, NpgsqlConnection connection)
    {
        var isUnique = column.IsUnique || plan.Table.UniqueKeys.Any(key => key.Columns.Contains(column.Column.Name));
        var fitting = Candidates(column, isUnique).Where(candidate => Fits(candidate.Strategy, candidate.Options, demand, plan, column, connection))
            .Select(candidate => Words(candidate.Strategy, candidate.Options)).Take(Most).ToList();
        return fitting.Count > 0
            ? $": {string.Join(", ", fitting)} {(fitting.Count == 1 ? "fits" : "fit")}"
            : ": `pattern`, `choice` or `sql` can be told to make what fits";
    }

    // The rule's own strategy with other choices first, then those for the same kind of value, then whatever keeps the shape.
    private static IEnumerable<(StrategyDefinition Strategy, OptionValues Options)> Candidates(ColumnPlan column, bool isUnique)
    {
        var kind = column.Strategy!.Guarantees.Hides ?? column.Kind;
        return StrategyRegistry.All
            .Where(strategy => (strategy.Types & column.Column.Type.Kind) != TypeKind.None && strategy is { Name: not ("keep" or "encrypt" or "free_text"), IsForeign: false, LeavesOriginals: false }
                && (strategy == column.Strategy || (kind is not null && strategy.Guarantees.Hides == kind) || strategy.Guarantees.PreservesFormat))
            .OrderBy(strategy => strategy == column.Strategy ? 0 : kind is not null && strategy.Guarantees.Hides == kind ? 1 : 2)
            .SelectMany(strategy => Choices(strategy).Select(options => (strategy, options)))
            .Where(candidate => !isUnique || candidate.strategy.Guarantees.Uniqueness != Uniqueness.No);
    }

    private static IEnumerable<OptionValues> Choices(StrategyDefinition strategy) =>
        strategy.Options.Where(option => option.Type == OptionType.Choice).SelectMany(option => (option.Choices ?? []).Where(choice => choice != option.Default && choice is not ("title" or "gender"))
                .Select(choice => new OptionValues(new Dictionary<string, string> { [option.Name] = choice }.ToFrozenDictionary())))
            .Prepend(OptionValues.None);

    private bool Fits(StrategyDefinition strategy, OptionValues options, Demand demand, TablePlan plan, ColumnPlan column, NpgsqlConnection connection)
    {
        if (strategy == column.Strategy && options.ToString() == column.Options.ToString()) return false;
        if (strategy.Options.Any(option => option.Required && !options.Given.ContainsKey(option.Name))) return false;
        var compiled = strategy.Compile(new StrategyContext(column.Column.Type, options, facts.Key.Derive($"{strategy.Name}/"), Locales.Find(locale) ?? locale, 0, facts.AsciiOnly) { Allowed = column.Column.AllowedValues });
        if (compiled.Mask is not { WritesNull: false, Batch: null } mask || mask.Columns.Count > 0) return false;
        var other = column with { Mask = mask, Strategy = strategy, Options = options };
        return new Trial(demand, plan with { Columns = [.. plan.Columns.Select(each => each == column ? other : each)] }, connection, facts.AsciiOnly).Run().Passed;
    }

    private static string Words(StrategyDefinition strategy, OptionValues options) =>
        options.Given.Count == 0 ? $"`{strategy.Name}`" : $"`{strategy.Name}` with {options}";
}
