using System.Text.RegularExpressions;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Others;

/// <summary>Snaplet's configuration: a program of TypeScript, of which the calls that make one column are read.</summary>
internal static partial class Snaplet
{
    private const string Title = "Snaplet";

    public static ForeignTool Tool { get; } = new("snaplet", Title, "`snaplet.config.ts` (`select`, `transform`), read and never run", "as `$mode` says",
        [
            Row("copycat.email, copycat.fullName, copycat.firstName, copycat.lastName, copycat.username, faker.*", "email, name, first_name, last_name, username, ...", "keyed; by the generator's name", [], null),
            Row("copycat.phoneNumber, copycat.streetAddress, copycat.city, copycat.postalAddress", "phone, address, city", "keyed; numbers reserved for fiction", [], null),
            Row("copycat.uuid, copycat.hex", "hash", "keyed", ["uuid", "hex", "mac"], rule => [RuleDraft.Of(rule.Strategy == "mac" ? "mac" : "hash")]),
            Row("copycat.scramble", "string", "as long as the value", ["scramble"], _ => [RuleDraft.Of("string")]),
            Row("copycat.password", "password", "in the scheme that the column has", ["password"], _ => [RuleDraft.Of("password")]),
            Row("copycat.ipv4, copycat.url, copycat.userAgent", "ip, url, user_agent", "keyed", ["ipv4"], _ => [RuleDraft.Of("ip")]),
            Row("a text", "constant", "checked against the type while planning", ["text"], rule => [RuleDraft.Of("constant", ("value", rule.As("value")))]),
            Row("null", "null", "", ["null"], _ => [RuleDraft.Of("null")]),
            Row("row.x of the column itself", "keep", "a reason can stand beside it", ["keep"], _ => [RuleDraft.Of(PolicyLanguage.Keep)]),
            Row("any other expression", "template, pattern, sql", "say what it does with one of these", ["expression"], rule => rule.Refuse("a program of TypeScript, which isn't run: say again as a strategy what it does")),
            Setting("select: false, structure", "rows: none", "the table stays, without rows"),
            Setting("subset: targets", "subset: { from, where, limit }", "one target; its percent is a sample"),
            Setting("subset: keepDisconnectedTables", "rows: all", "of the tables that stay: the file doesn't name them"),
            Setting("$mode: auto", "unlisted: mask"),
            Setting("$mode: strict", "unlisted: fail"),
        ])
    {
        Family = static name => FakerNames.Find(name) is { } draft ? Row("copycat, faker", "name", "keyed; by the generator's name", [name], rule => [draft(rule)])
            : FakerNames.Advice(name) is { } advice ? Row("copycat, faker", "name", "keyed; by the generator's name", [name], rule => rule.Refuse(advice)) : null,
    };

    public static bool Reads(string text) => Config().IsMatch(text);

    public static void Read(string file, string text, PolicyDraft draft)
    {
        if (ScriptObject.Read(file, text, Config().Match(text).Index) is not { } config)
        {
            draft.Lose(draft.Start, "the configuration isn't an object that is written out: nothing of it was understood");
            return;
        }
        draft.LoseOthers(config, ["select", "transform", "subset", "seed", "introspect"]);
        draft.LoseOthers(config.Find("introspect"), ["virtualForeignKeys"]);
        if (config.Find("introspect").Find("virtualForeignKeys") is { } keys) draft.Lose(keys.At, ForeignSubset.VirtualKey(table: null));
        foreach (var others in config.Find("select").Entries().Concat(config.Find("select").Entries().SelectMany(schema => schema.Value.Entries())).Where(entry => entry.Key.Written == "$default" && entry.Value.Scalar() != "true"))
            draft.Lose(others.Key.At, "tables that 'select' doesn't name aren't left out: say 'rows: none' for each that isn't needed");
        foreach (var schema in config.Find("select").Entries())
            foreach (var table in schema.Value.Entries().Where(table => !table.Key.Written.StartsWith('$')))
                if (table.Value.Scalar() is "false" or "'structure'" or "\"structure\"") draft.Rows(Name(schema, table), table.Key.At, PolicyNode.Text("none", table.Key.At));
        foreach (var schema in config.Find("select").Entries().Where(schema => schema.Value.Scalar() is "false" or "'structure'" or "\"structure\"" && !schema.Key.Written.StartsWith('$')))
            draft.Lose(schema.Key.At, $"tables of schema {schema.Key.Written} aren't left out: say 'rows: none' for each");
        Subset(config.Find("subset"), draft);
        if (config.Find("transform").Find("$mode").Scalar() is "'auto'" or "\"auto\"") draft.Set(PolicyLanguage.Unlisted, PolicyNode.Text("mask", config.Find("transform")!.At));
        foreach (var entry in config.Find("transform").Entries().Where(entry => entry.Key.Written.StartsWith('$') && entry.Key.Written != "$mode")) draft.Lose(entry.Key.At, $"'{entry.Key.Written}' has no counterpart");
        foreach (var schema in config.Find("transform").Entries().Where(schema => !schema.Key.Written.StartsWith('$')))
            foreach (var table in schema.Value.Entries().Where(table => !table.Key.Written.StartsWith('$')))
                Table(Name(schema, table), table, draft);
    }

    private static void Subset(YamlNode? subset, PolicyDraft draft)
    {
        if (subset is null || subset.Find("enabled").Scalar() is "false") return;
        var targets = Target().Split(subset.Find("targets").Scalar() ?? "").Skip(1).ToList();
        if (targets.Count == 0) draft.Lose(subset.At, "the subset isn't carried over, as its targets aren't written out: all rows stay");
        foreach (var target in targets)
        {
            var place = subset.Find("targets")!.At;
            var fields = ScriptObject.Read(place.File, "{ table: " + target[..(target.LastIndexOf('}') + 1)], 0);
            if (Quoted().Match(fields.Find("table").Scalar() ?? "") is not { Success: true } table)
            {
                draft.Lose(place, "a target of the subset isn't carried over, as its table isn't a text");
                continue;
            }
            var name = table.Groups["text"].Value;
            draft.LoseOthers(fields, ["table", "where", "rowLimit", "percent"], place);
            var where = fields.Find("where").Scalar();
            if (where is not null && !Condition().IsMatch(where)) draft.Lose(place, $"the subset's condition on table {name} isn't a text: every row of it is in the subset");
            ForeignSubset.From(name.StartsWith("public.", StringComparison.Ordinal) ? name[7..] : name, place, where is not null && Condition().Match(where) is { Success: true } sql ? sql.Groups["text"].Value : null,
                fields.Find("rowLimit").Scalar(), fields.Find("percent").Scalar(), draft);
        }
        if (subset.Find("keepDisconnectedTables").Scalar() is "true") draft.Lose(subset.At, "tables that have nothing to do with the subset are left empty: say 'rows: all' for those that are needed");
        foreach (var entry in subset.Entries().Where(entry => entry.Key.Written is not ("targets" or "enabled" or "keepDisconnectedTables")))
            draft.Lose(entry.Key.At, $"'{entry.Key.Written}' of the subset has no counterpart: it goes along every foreign key, once");
    }

    private static void Table(string name, YamlEntry table, PolicyDraft draft)
    {
        if (table.Value is not YamlMapping) draft.Lose(table.Key.At, $"what table {name} becomes isn't an object that is written out: its columns need rules");
        foreach (var column in table.Value.Entries()) draft.Add(name, table.Key.At, Rule(column));
    }

    private static ForeignRule Rule(YamlEntry column)
    {
        var (name, at, value) = (column.Key.Written, column.Key.At, column.Value.Scalar() ?? "");
        if (value == "null") return new ForeignRule("null", name, at, []);
        if (Quoted().Match(value) is { Success: true } text) return new ForeignRule("text", name, at, [new YamlEntry(PolicyNode.Text("value", at), PolicyNode.Text(text.Groups["text"].Value, at))]);
        if (Row().Match(value) is { Success: true } row && row.Groups["column"].Value == name) return new ForeignRule("keep", name, at, []);
        if (Call().Match(value) is not { Success: true } call || Tool.Find(call.Groups["name"].Value) is null) return new ForeignRule("expression", name, at, []);
        var rule = new ForeignRule(call.Groups["name"].Value, name, at, []);
        if (call.Groups["column"] is { Success: true, Value: var of } && of != name) rule.Lost.Add($"its pseudonyms are made of the column's own values, where there they are made of {of}");
        if (call.Groups["options"].Success) rule.Lost.Add("its options have no counterpart");
        return rule;
    }

    private static string Name(YamlEntry schema, YamlEntry table) => schema.Key.Written == "public" ? table.Key.Written : $"{schema.Key.Written}.{table.Key.Written}";

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>>? map) => new(new PeerStrategy(Title, theirs, ours, difference), names, map);

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);

    [GeneratedRegex(@"\bdefineConfig\s*(<[^>]*>)?\s*\(\s*(?=\{)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Config();

    [GeneratedRegex(@"^(copycat|faker[A-Z]{0,2}(\.\w+)?)\.(?<name>\w+)\(((\w+\.)?(?<column>\w+))?[^(){}]*(?<options>\{[^()]*)?\)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    // Targets are a list, whose every entry begins with a table.
    [GeneratedRegex(@"\{\s*['""]?table['""]?\s*:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Target();

    [GeneratedRegex(@"^(?<quote>['""`])(?<text>((?!\k<quote>)[^\\$])*)\k<quote>\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(row\.)?(?<column>\w+)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?<quote>['""`])(?<text>[^'""`\\$]*)\k<quote>\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
