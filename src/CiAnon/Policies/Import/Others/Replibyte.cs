using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Others;

/// <summary>Replibyte's configuration: what it does with its source.</summary>
internal static class Replibyte
{
    private const string Title = "Replibyte";

    public static ForeignTool Tool { get; } = new("replibyte", Title, "`conf.yaml`: `source: transformers`, `skip`, `only_tables`, `database_subset`", "copied as they are",
        [
            Row("random", "string", "as long as the value; the same value gets the same text", ["random"], _ => [RuleDraft.Of("string")]),
            Row("random-date", "noise: range", "within 90 days; the bounds are yours to say", ["random-date"], rule => [RuleDraft.Of("noise", ("range", rule.New("90 days")))]),
            Row("first-name", "first_name", "the same name gets the same one", ["first-name"], _ => [RuleDraft.Of("first_name")]),
            Row("email", "email", "distinct addresses stay distinct", ["email"], _ => [RuleDraft.Of("email")]),
            Row("phone-number", "phone", "numbers reserved for fiction", ["phone-number", "mobile-number"], rule => [RuleDraft.Of("phone")]),
            Row("keep-first-char", "mask: first", "as long as the value, so that no length is lost", ["keep-first-char"], rule => [RuleDraft.Of("mask", ("first", rule.New("1")))]),
            Row("credit-card", "card", "the same brand", ["credit-card"], _ => [RuleDraft.Of("card")]),
            Row("redacted", "redact", "nothing stays, where it keeps three characters", ["redacted"], _ => [RuleDraft.Of("redact")]),
            Row("transient", "keep", "a reason can stand beside it", ["transient"], _ => [RuleDraft.Of(PolicyLanguage.Keep)]),
            Row("custom-wasm", "command, plugin", "a program isn't run unseen", ["custom-wasm"], rule => rule.Refuse("a program of its own: say again as 'command' or 'plugin' what it does"), "path"),
            Setting("skip", "rows: none", "the table stays, without rows"),
            Setting("only_tables", "rows: none", "of the tables that are to stay empty: the file doesn't name them"),
            Setting("database_subset", "subset: { from }, rows: { sample: ... }", "passthrough_tables stay whole"),
        ]);

    private static readonly string[] SourceKeys = ["connection_uri", "transformers", "skip", "only_tables", "database_subset", "compression", "encryption_key"];

    public static bool Reads(YamlMapping root) => root.Find("source") is YamlMapping source
        && (source.Find("transformers") is YamlSequence || source.Find("connection_uri") is not null || source.Find("skip") is YamlSequence || source.Find("database_subset") is not null);

    public static void Read(YamlMapping root, PolicyDraft draft)
    {
        var source = root.Find("source");
        draft.LoseOthers(source, SourceKeys);
        foreach (var table in source.Find("transformers").Items())
        {
            foreach (var column in table.Find("columns").Items())
            {
                if (Name(table) is { } name && column.Find("name").Scalar() is { } named && column.Find("transformer_name").Scalar() is { } transformer)
                    draft.Add(name, table.At, new ForeignRule(transformer, named, column.At, column.Find("transformer_options").Entries()));
                else draft.Lose(column.At, "a rule names no table, no column or no transformer: it does nothing there");
            }
        }
        foreach (var table in source.Find("skip").Items())
            if (Name(table) is { } name) draft.Rows(name, table.At, PolicyNode.Text("none", table.At));
        if (source.Find("only_tables") is { } only) draft.Lose(only.At, "tables beside 'only_tables' aren't left out: say 'rows: none' for each that isn't needed");
        if (source.Find("database_subset") is not { } subset) return;
        if (Name(subset) is not { } from)
        {
            draft.Lose(subset.At, "the subset isn't carried over, as it names no table: all rows stay");
            return;
        }
        ForeignSubset.From(from, subset.At, where: null, limit: null, subset.Find("strategy_options").Find("percent").Scalar(), draft);
        foreach (var whole in subset.Find("passthrough_tables").Items())
            if (whole.Scalar() is { } table) draft.Rows(subset.Find("database").Scalar() is { } schema and not "public" ? $"{schema}.{table}" : table, whole.At, PolicyNode.Text("all", whole.At));
    }

    private static string? Name(YamlNode table) =>
        table.Find("database").Scalar() is { } schema and not "public" ? $"{schema}.{table.Find("table").Scalar()}" : table.Find("table").Scalar();

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>> map, params string[] ignored) =>
        new(new PeerStrategy(Title, theirs, ours, difference), names, rule => map(rule.Ignoring(ignored)));

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);
}
