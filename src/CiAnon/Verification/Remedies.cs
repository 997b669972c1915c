using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Options;
using CiAnon.Verification.Search;

namespace CiAnon.Verification;

/// <summary>What to do about originals and about values that look personal: the ways out that the policy has, in its own words.</summary>
internal static class Remedies
{
    private const string Allow = "or allow it with a reason under verify: allow.";

    private const string Redact = ", replace it with definitions: { secrets: redact }";

    private static readonly string[] ForAnything = ["text", "digits", "hash", "empty", "null", "constant"];

    /// <param name="column">Null when the plan doesn't know it.</param>
    public static string Mask(PersonalKind kind, ColumnPlan? column)
    {
        if (column is null) return $"Mask the column, {Allow}";
        var fitting = Fitting(kind, column.Column);
        if (column.Strategy is not { } strategy) return $"Mask the column with {fitting}, {Allow}";
        if (strategy == ConstantStrategy.Definition) return $"The constant itself looks so: give it a '{ConstantStrategy.Value.Name}' that is nobody's, take {fitting}, {Allow}";
        return strategy.Options.FirstOrDefault(option => option.Type is OptionType.Paths or OptionType.Parts) is { } places
            ? $"Strategy '{strategy.Name}' keeps them: mask their place under '{places.Name}'{(strategy.Name == CompositeStrategy.Definition.Name ? "" : ", delete it where they are in its name")}, or take {fitting}, {Allow}"
            : $"Strategy '{strategy.Name}' doesn't reach them: take {fitting}, {Allow}";
    }

    /// <summary>As <see cref="Mask"/>, where a written reason for keeping the column is heard too.</summary>
    public static string MaskOrReason(PersonalKind kind, ColumnPlan? column) =>
        Mask(kind, column).Replace($", {Allow}", $", keep it with a reason, {Allow}", StringComparison.Ordinal);

    /// <summary>For values that a rule's condition kept.</summary>
    public static string OfCondition { get; } = $"The rule's condition keeps them: let 'when' or 'unless' keep fewer rows, {Allow}";

    /// <summary>As <see cref="OfCondition"/>, where a written reason is heard too.</summary>
    public static string OfConditionOrReason { get; } = OfCondition.Replace($", {Allow}", $", give a reason beside it, {Allow}", StringComparison.Ordinal);

    /// <summary>For what stands outside tables.</summary>
    /// <param name="what">An entry of the table of contents, or <see cref="LargeObjectSearch.Object"/>.</param>
    /// <param name="sources">The columns whose originals were found; none where nobody knows.</param>
    public static string Outside(string what, PersonalKind kind, IReadOnlyList<string>? sources = null) => what == LargeObjectSearch.Object
        ? $"Leave them out with large_objects: drop, {Allow}"
        : what.StartsWith("TABLE ATTACH ", StringComparison.Ordinal) ? $"Give the partition other bounds in the source database, keep the partition key, {Allow}"
        // Words of the schema are no secrets: whoever masks a column of them hears which.
        : $"{(sources is [var source] && kind == PersonalKind.Token ? $"If {source} holds nothing of people, keep it; otherwise take" : "Take")} it out of the definition in the source database{(kind == PersonalKind.Token ? Redact : "")}, {Allow}";

    /// <summary>For a secret that a definition holds.</summary>
    public static string Secret { get; } = $"take it out of the definition{Redact}, or allow it under verify";

    /// <summary>The ways out that are left where definitions stay as they are.</summary>
    public static string WhereItStands(string remedy) => remedy.Replace(Redact, "", StringComparison.Ordinal).Replace("in the source database", "in the database", StringComparison.Ordinal);

    private static bool Fits(string strategy, Column column) => StrategyRegistry.Find(strategy)!.Types.HasFlag(column.Type.Kind) && strategy switch
    {
        "null" => !column.NotNull,
        "empty" => EmptyStrategy.ValueOf(column.Type) is not null,
        _ => true,
    };

    // Best first: two are enough to choose from.
    private static string Fitting(PersonalKind kind, Column column)
    {
        var own = StrategyRegistry.All.FirstOrDefault(strategy => strategy.Guarantees.Hides == kind)
            ?? StrategyRegistry.All.FirstOrDefault(strategy => strategy.HidesBy is null && strategy.Guarantees.LooksLike.Contains(kind));
        var names = (own is null ? ForAnything : ForAnything.Prepend(own.Name)).Distinct().Where(name => Fits(name, column)).Take(2).ToList();
        return column.Type.Kind == TypeKind.Text && names[0] != "text"
            ? $"'{names[0]}', or with 'text' where values hold more than that"
            : string.Join(" or ", names.Select(name => $"'{name}'"));
    }
}
