using System.Text;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Outside;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Policies.Language;
using CiAnon.Policies.Presets;
using CiAnon.Stages;
using CiAnon.Strategies;
using CiAnon.Tables;

namespace CiAnon.Audits.Proposals;

/// <summary>A policy that fits a dump, with a decision for every column that needs one.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Added">What wasn't decided before.</param>
/// <param name="Left">Columns whose values look personal and that nothing fits: a run stops at them until somebody decides.</param>
/// <param name="Tables">Tables that rows were seen of.</param>
/// <param name="Rows">Rows that were seen.</param>
/// <param name="Locale">That the policy got; null where it had rules or a locale already.</param>
public sealed record StarterPolicy(string Text, IReadOnlyList<Proposal> Added, IReadOnlyList<string> Left, int Tables, long Rows, LocaleGuess? Locale)
{
    /// <summary>Of the products whose tables the dump has; none where there was a policy.</summary>
    public IReadOnlyList<Preset> Presets { get; init; } = [];

    /// <param name="path">Of the policy, for messages.</param>
    /// <param name="existing">The policy's text when there is one: what it decides stays.</param>
    /// <param name="locale">Of a policy without rules; null for what the dump's names and values speak of.</param>
    /// <exception cref="CiAnonException">The dump can't be read, or the existing policy has errors.</exception>
    public static StarterPolicy Make(Dump dump, string path, string? existing, string? locale, Func<string, string?> environment, DateOnly today, CancellationToken cancellation)
    {
        var catalog = DumpCatalog.Read(dump);
        var hasLargeObjects = dump.HasLargeObjects;
        var facts = new PlanningFacts(RunKey.Forgotten(), TableTasks.HasRows(dump, catalog), TableTasks.RowBound(dump, catalog), SequenceValues.Read(dump),
            AsciiOnly: !DumpEncoding.IsUnicode(dump), hasLargeObjects)
        {
            Plugins = new PluginAssemblies().Load,
        };
        var survey = DumpSurvey.Run(dump, catalog, cancellation);
        var cases = new ColumnCases(dump, survey);
        var lacksLocale = existing is null || PolicyEdit.Lacks(existing, PolicyLanguage.RuleLocale.Name) && Precedents.IsBlank(PolicyProposal.Read(path, existing, environment, today));
        var guess = !lacksLocale ? null : locale is not null ? new LocaleGuess(locale, Why: null) : LocaleGuess.Of(catalog, cases);
        IReadOnlyList<Preset> presets = existing is not null ? [] : [.. Preset.All.Where(preset => preset.Signs.All(name => TableNames.Find(name, catalog) is not null))];
        var text = existing is null ? Head(guess!, presets, catalog, hasLargeObjects) : guess is null ? existing : PolicyEdit.AddLine(existing, LocaleLine(guess));
        var (proposals, left) = PolicyProposal.Make(path, text, catalog, facts, cases, environment, today);
        var added = proposals.OrderBy(proposal => proposal.Table.Schema == "public" ? 0 : 1).ThenBy(proposal => proposal.Table.FullName, StringComparer.Ordinal).ToList();
        var edited = PolicyEdit.Add(text, [.. added.Select(proposal => proposal.Rule)], name => TableNames.Find(name, catalog)?.FullName ?? name);
        return new StarterPolicy(edited, added, left, survey.Tables, survey.Rows, guess) { Presets = presets };
    }

    private static string LocaleLine(LocaleGuess locale) => $"{PolicyLanguage.RuleLocale.Name}: {locale.Locale}{(locale.Why is { } why ? $"  # {why}" : "")}";

    private static string Head(LocaleGuess locale, IReadOnlyList<Preset> presets, Catalog catalog, bool hasLargeObjects) => $"""
        # yaml-language-server: $schema={PolicySchema.Address}
        # What happens to which column, and why. Started by `ci-anon init`, which looked at names, types and samples of values; behind each
        # rule stand what it took the column for, how sure it is, and what spoke for it. Where it says "proposed:", it isn't sure: decide, and
        # remove that key; of a column that you keep, turn it into a "reason:" of yours. In CI a run stops at what nobody decided on.
        # Keys, booleans, enums, numbers and timestamps without a sign of personal data need no rule. `ci-anon strategies` explains the strategies.
        version: 1
        {LocaleLine(locale)}
        {Hint(presets, catalog)}unlisted: fail
        {(hasLargeObjects ? "large_objects: drop\n" : "")}
        """.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    // Whoever takes the preset has to know which rules stand in its way.
    private static string Hint(IReadOnlyList<Preset> presets, Catalog catalog)
    {
        if (presets.Count == 0) return "";
        var text = $"preset: [{string.Join(", ", presets.Select(preset => preset.Name))}]";
        var policy = new PolicyReader(StrategyRegistry.All, Locales.All).Read("preset", Encoding.UTF8.GetBytes($"version: 1\n{text}\n"), static _ => null, DateOnly.MinValue);
        var tables = policy.Policy!.Presets.SelectMany(preset => preset.Tables).Select(table => TableNames.Find(table.Name, catalog)).OfType<Table>().Select(table => table.Schema == "public" ? table.Name : table.FullName).Distinct().Order(StringComparer.Ordinal);
        return $"# {text}  # the dump has these products' tables: remove the first \"#\", and below the rules of the tables that it shall decide on: {string.Join(", ", tables)}\n";
    }
}
