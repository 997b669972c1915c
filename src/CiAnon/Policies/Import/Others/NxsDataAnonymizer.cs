using System.Text.RegularExpressions;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Others;

/// <summary>nxs-data-anonymizer's filters: templates of Go, of which the simple ones have a counterpart.</summary>
internal static partial class NxsDataAnonymizer
{
    private const string Title = "nxs-data-anonymizer";

    public static ForeignTool Tool { get; } = new("nxs-data-anonymizer", Title, "its configuration (`filters`, `link`, `security`)", "passed on, unless `security: policy: columns` is `randomize`",
        [
            Row("a text without {{ }}", "constant", "checked against the type while planning", ["value"], rule => [RuleDraft.Of("constant", ("value", rule.As("value")))]),
            Row("{{ null }}", "null", "", ["null"], _ => [RuleDraft.Of("null")]),
            Row("{{ randAlphaNum n }}, {{ randAlpha n }}, {{ randNumeric n }}, {{ randAscii n }}", "string: length, alphabet", "the same value gets the same text", ["randAlphaNum", "randAlpha", "randNumeric", "randAscii"], Text),
            Row("a text with those in it", "pattern", "the same characters in the same places", ["pattern"], rule => rule.As("value") is { } pattern ? [RuleDraft.Of("pattern", ("pattern", pattern))] : rule.Refuse("it has no text")),
            Row("those before an @ and a domain", "email: domain", "user_ and a keyed hash before the @, so that distinct values stay distinct", ["address"], rule => [RuleDraft.Of("email", ("domain", rule.As("value")))]),
            Row("{{ uuidv4 }}", "hash", "of a uuid column", ["uuidv4"], _ => [RuleDraft.Of("hash")]),
            Row("{{ sha256sum .Values.x }}, {{ sha1sum ... }}, {{ md5sum ... }}", "hash", "keyed", ["sha256sum", "sha1sum", "md5sum", "sha512sum"], _ => [RuleDraft.Of("hash")]),
            Row("{{ .Values.x }} of the column itself", "keep", "a reason can stand beside it", ["keep"], _ => [RuleDraft.Of(PolicyLanguage.Keep)]),
            Row("any other template", "template, pattern", "say what it does with one of these", ["template"], rule => rule.Refuse("a template of Go, which a person has to say again as 'template' or 'pattern'")),
            Row("command", "command", "a program isn't run unseen", ["command"], rule => rule.Refuse("a program of its own: say again as 'command' what it is called with")),
            Setting("link", "when, unless", "always: equal values get equal pseudonyms wherever the rule is the same"),
            Setting("unique", "when, unless", "decided while planning"),
            Setting("security: policy: columns: randomize", "unlisted: mask"),
            Setting("security: policy: tables: skip", "rows: none", "of the tables that are to stay empty: the file doesn't name them"),
            Setting("security: exceptions: columns", "keep", "by the column's name in every table"),
            Setting("security: defaults: columns", "columns", "by the column's name in every table"),
        ]);

    public static bool Reads(YamlMapping root) =>
        root.Find("version") is null && (root.Find("filters") is YamlMapping || root.Find("link") is YamlSequence || root.Find("security") is YamlMapping);

    public static void Read(YamlMapping root, PolicyDraft draft)
    {
        foreach (var table in root.Find("filters").Entries()) draft.LoseOthers(table.Value, ["columns"]);
        foreach (var table in root.Find("filters").Entries())
            foreach (var column in table.Value.Find("columns").Entries())
                draft.Add(Name(table.Key.Written), table.Key.At, Rule(column.Key.Written, column.Value, column.Key.At));
        foreach (var link in root.Find("link").Items()) Link(link, draft);
        var security = root.Find("security");
        if (security.Find("policy").Find("columns").Scalar() == "randomize") draft.Set(PolicyLanguage.Unlisted, PolicyNode.Text("mask", security!.At));
        if (security.Find("policy").Find("tables") is YamlScalar { Written: "skip" } skip) draft.Lose(skip.At, "tables without filters aren't left out: say 'rows: none' for each that isn't needed");
        foreach (var column in security.Find("exceptions").Find("columns").Items())
            if (column.Scalar() is { } kept) draft.AddEverywhere(new ForeignRule("keep", kept, column.At, []));
        if (security.Find("exceptions").Find("tables") is YamlSequence tables) draft.Lose(tables.At, "tables that are excepted aren't kept as a whole: say 'keep: all' for each that was looked at");
        foreach (var column in security.Find("defaults").Find("columns").Entries()) draft.AddEverywhere(Rule(column.Key.Written, column.Value, column.Key.At));
        foreach (var type in security.Find("defaults").Find("types").Items()) draft.Lose(type.At, "a default by type has no counterpart: say 'unlisted: mask', or rules by column name");
        if (root.Find("variables") is { } variables) draft.Lose(variables.At, "'variables' aren't carried over: what uses them is undecided");
    }

    private static void Link(YamlNode link, PolicyDraft draft)
    {
        foreach (var table in link.Find("with").Entries())
            foreach (var column in table.Value.Items())
                if (column.Scalar() is { } name) draft.Add(Name(table.Key.Written), table.Key.At, Rule(name, link.Find("rule") ?? link, column.At));
    }

    private static string Name(string table) => table.StartsWith("public.", StringComparison.Ordinal) ? table["public.".Length..] : table;

    private static ForeignRule Rule(string column, YamlNode rule, Diagnostics.SourcePosition at)
    {
        var value = rule.Find("value").Scalar() ?? rule.Scalar() ?? "";
        if (rule.Find("type").Scalar() == "command") return new ForeignRule("command", column, at, []);
        if (!value.Contains("{{", StringComparison.Ordinal)) return New("value", "value", value, column, at);
        if (Call().Match(value) is not { Success: true } call) return Drawn(value, column, at);
        var function = call.Groups["function"].Value;
        if (call.Groups["column"] is { Success: true, Value: var of }) return new ForeignRule(of == column ? "keep" : "template", column, at, []);
        return Tool.Find(function) is null ? new ForeignRule("template", column, at, []) : New(function, "length", call.Groups["argument"].Value, column, at);
    }

    // Texts around calls that draw characters: contact-{{ randNumeric 4 }}, {{ randAlphaNum 20 }}@example.com.
    private static ForeignRule Drawn(string value, string column, Diagnostics.SourcePosition at)
    {
        if (Draw().Replace(value, "").Contains("{{", StringComparison.Ordinal)) return new ForeignRule("template", column, at, []);
        if (Address().Match(value) is { Success: true } address) return New("address", "value", address.Groups["domain"].Value, column, at);
        return New("pattern", "value", Piece().Replace(value, static piece => piece.Groups["count"] is { Success: true, Value: var count }
            ? $"{(piece.Groups["function"].Value switch { "randAlpha" => "[A-Za-z]", "randNumeric" => "[0-9]", _ => "[A-Za-z0-9]" })}{{{count}}}" : $"\\{piece.Value}"), column, at);
    }

    private static ForeignRule New(string strategy, string option, string value, string column, Diagnostics.SourcePosition at) =>
        new(strategy, column, at, strategy != "value" && value.Length == 0 ? [] : [new YamlEntry(PolicyNode.Text(option, at), PolicyNode.Text(value, at))]);

    private static IReadOnlyList<RuleDraft> Text(ForeignRule rule)
    {
        var alphabet = rule.Strategy switch { "randAlpha" => "letters", "randNumeric" => "digits", _ => "alphanumeric" };
        return [RuleDraft.Of("string", ("length", rule.As("length")), ("alphabet", rule.New(alphabet)))];
    }

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>> map) =>
        new(new PeerStrategy(Title, theirs, ours, difference), names, rule => map(rule.Strategy.EndsWith("sum", StringComparison.Ordinal) ? rule.Ignoring("length") : rule));

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);

    [GeneratedRegex(@"\{\{\s*rand(AlphaNum|Alpha|Numeric|Ascii)\s+\d{1,3}\s*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Draw();

    [GeneratedRegex(@"\{\{\s*(?<function>rand(AlphaNum|Alpha|Numeric|Ascii))\s+(?<count>\d{1,3})\s*\}\}|[\[\]{}\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^[^@]*@(?<domain>[A-Za-z0-9.-]+\.[A-Za-z]+)\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*\{\{-?\s*(\.Values\.\w+\s*\|\s*(?<function>\w+sum)|\.Values\.(?<column>\w+)|(?<function>\w+)(\s+(?<argument>\d+|\.Values\.\w+))?)\s*-?\}\}\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();
}
