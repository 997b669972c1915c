using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Policies.Import;

/// <summary>Collects a policy of ours while another tool's file is read, and what doesn't carry over exactly.</summary>
internal sealed class PolicyDraft(ForeignTool tool, string file)
{
    // Keeps equal values equal and different ones different, fits text, and reveals nothing: the plan refuses what it doesn't fit.
    private const string Fallback = "hash";

    private readonly List<TableDraft> _tables = [];
    private readonly TableDraft _everywhere = new("every table", new SourcePosition(file, 1, 1));
    private readonly List<(string Key, YamlNode Value)> _root = [];
    private readonly List<YamlNode> _references = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<SourcePosition, string> _comments = [];

    public SourcePosition Start { get; } = new(file, 1, 1);

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>What to write behind the rule that came from a place.</summary>
    public IReadOnlyDictionary<SourcePosition, string> Comments => _comments;

    /// <summary>A key of the whole policy; the first one given stays.</summary>
    /// <returns>Whether this one is the first.</returns>
    public bool Set(PolicyKey key, YamlNode value)
    {
        if (_root.Exists(entry => entry.Key == key.Name)) return false;
        _root.Add((key.Name, value));
        return true;
    }

    /// <summary>One more entry of <c>references</c>.</summary>
    public void Refer(YamlMapping reference) => _references.Add(reference);

    /// <summary>A setting that holds for nothing here.</summary>
    public void Lose(SourcePosition at, string message) => _diagnostics.Add(new Diagnostic(DiagnosticCodes.ImportLost, message, at));

    /// <summary>The settings of a node that nobody here knows.</summary>
    /// <param name="at">Where they are told; null for each at its own place.</param>
    public void LoseOthers(YamlNode? node, IReadOnlyCollection<string> known, SourcePosition? at = null)
    {
        foreach (var key in node.Entries().Select(entry => entry.Key).Where(key => !known.Contains(key.Written))) Lose(at ?? key.At, $"'{key.Written}' has no counterpart");
    }

    public void Differ(SourcePosition at, string message) => _diagnostics.Add(new Diagnostic(DiagnosticCodes.ImportDiffers, message, at));

    public void Rows(string table, SourcePosition at, YamlNode rows) => Table(table, at).Rows ??= rows;

    /// <param name="rows">Which rows the rule masks; null for all.</param>
    public void Add(string table, SourcePosition tableAt, ForeignRule rule, RuleRows? rows = null) => Add(Table(table, tableAt), rule, rows);

    /// <summary>A rule for a column's name in every table.</summary>
    public void AddEverywhere(ForeignRule rule) => Add(_everywhere, rule, rows: null);

    private void Add(TableDraft table, ForeignRule rule, RuleRows? rows)
    {
        var known = tool.Find(rule.Strategy);
        var drafts = known?.Map!(rule) ?? rule.Refuse($"'{rule.Strategy}' is unknown here");
        if (drafts.Select(Problem).FirstOrDefault(problem => problem is not null) is { } problem) drafts = rule.Refuse(problem);
        var difference = known?.Row.Difference ?? "";
        foreach (var option in rule.Unread)
            rule.Lost.Add($"its '{option.Key.Written}' has no counterpart");
        if (drafts.Count == 0) drafts = [.. rule.Columns.Select(column => Undecided(rule.Refusal ?? "it has no counterpart") with { Column = column })];
        foreach (var draft in drafts)
            Add(table, draft.Column ?? rule.Column, rule.At, draft with { Rows = draft.Strategy == PolicyLanguage.Keep || draft.Proposed is not null ? null : rows });

        var place = $"{table.Name}.{rule.Column}: {rule.Strategy}";
        if ((rule.Refusal ?? drafts.Select(draft => draft.Proposed).FirstOrDefault(words => words is not null)) is { } why) Tell(DiagnosticCodes.ImportUndecided, rule.At, $"{place} can't be carried over: {why}; the column is hashed until somebody decides", comment: null);
        else if (rule.Lost.Count > 0) Tell(DiagnosticCodes.ImportLost, rule.At, $"{place} is {Ours(drafts)} here, and {string.Join("; ", rule.Lost)}", string.Join("; ", rule.Lost));
        else if (difference.Length > 0) Tell(DiagnosticCodes.ImportDiffers, rule.At, $"{place} is {Ours(drafts)} here: {difference}", comment: null);
    }

    public YamlMapping ToTree()
    {
        var entries = new List<(string, YamlNode)> { (PolicyLanguage.Version.Name, PolicyNode.Text("1", Start)) };
        entries.AddRange(_root);
        if (_references.Count > 0) entries.Add((PolicyLanguage.References.Name, new YamlSequence(_references[0].At, _references)));
        if (_everywhere.Columns.Count > 0) entries.Add((PolicyLanguage.Columns.Name, _everywhere.ToNode().Find(PolicyLanguage.TableColumns.Name)!));
        if (_tables.Where(table => table.Columns.Count > 0 || table.Rows is not null).ToList() is { Count: > 0 } tables)
            entries.Add((PolicyLanguage.Tables.Name, new YamlMapping(tables[0].At, [.. tables.Select(table => new YamlEntry(PolicyNode.Text(table.Name, table.At), table.ToNode()))])));
        return PolicyNode.Map(Start, entries);
    }

    private void Add(TableDraft table, string column, SourcePosition at, RuleDraft draft)
    {
        if (table.Columns.FindIndex(entry => entry.Column == column) is >= 0 and var index)
        {
            // Whichever of the two is meant to win there: none of them can leave a row as it is here.
            table.Columns[index] = (column, table.Columns[index].At, Undecided("it has several rules"));
            Tell(DiagnosticCodes.ImportUndecided, at, $"{table.Name}.{column} has several rules, and one holds here; the column is hashed until somebody decides", comment: null);
            return;
        }
        table.Columns.Add((column, at, draft));
    }

    // What the reader of policies would refuse is undecided here, so that the others can be read.
    private static string? Problem(RuleDraft draft)
    {
        if (StrategyRegistry.Find(draft.Strategy) is not { } strategy) return $"this version has no strategy '{draft.Strategy}'";
        if (draft.Options.FirstOrDefault(option => option.Key == PolicyLanguage.RuleLocale.Name) is { Value: { } locale } && Locales.Problem(locale.Scalar()!) is { } unknown) return unknown;
        var given = draft.Options.Where(option => strategy.Options.Any(known => known.Name == option.Key && known.Type is not (OptionType.Rule or OptionType.Paths or OptionType.Parts)))
            .ToDictionary(option => option.Key, option => option.Value is YamlSequence list ? ListOption.Text(list.Items.Select(item => item.Scalar() ?? "")) : ((YamlScalar)option.Value).Written);
        var problems = StrategyOptions.Validate(strategy, given);
        return problems.FirstOrDefault(problem => !problem.IsMissing || draft.Options.All(option => option.Key != problem.Option))?.Problem;
    }

    private RuleDraft Undecided(string why) => RuleDraft.Of(Fallback) with { Proposed = $"{tool.Title}'s rule: {why}" };

    private TableDraft Table(string name, SourcePosition at)
    {
        if (_tables.Find(table => table.Name == name) is { } known) return known;
        var added = new TableDraft(name, at);
        _tables.Add(added);
        return added;
    }

    private void Tell(DiagnosticCode code, SourcePosition at, string message, string? comment)
    {
        _diagnostics.Add(new Diagnostic(code, message, at));
        if (comment is not null) _comments.TryAdd(at, comment);
    }

    private static string Ours(IReadOnlyList<RuleDraft> drafts) => $"'{string.Join("', '", drafts.Select(draft => draft.Strategy).Distinct())}'";
}
