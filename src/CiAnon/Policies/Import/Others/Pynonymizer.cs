using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Others;

/// <summary>pynonymizer's strategyfiles.</summary>
internal static class Pynonymizer
{
    private const string Title = "pynonymizer";
    private const string Literal = "literal";
    private static readonly string[] TableTypes = ["truncate", "delete", "update_columns"];
    private static readonly string[] ColumnTypes = ["empty", "unique_login", "unique_email", Literal, "fake_update"];

    public static ForeignTool Tool { get; } = new("pynonymizer", Title, "a strategyfile (`tables`, `scripts`) in YAML or JSON", "kept as they are",
        [
            Row("empty", "empty", "", ["empty"], _ => [RuleDraft.Of("empty")]),
            Row("unique_login", "username", "the same name gets the same one", ["unique_login"], _ => [RuleDraft.Of("username")]),
            Row("unique_email", "email", "the same address gets the same one", ["unique_email"], _ => [RuleDraft.Of("email")]),
            Row("literal, ( ... )", "constant", "a literal of SQL; an expression isn't carried over", [Literal], Constant),
            Row("fake_update: first_name, last_name, name", "first_name, last_name, name", "keyed; the same value gets the same pseudonym", [], null),
            Row("fake_update: user_name, email, phone_number, company", "username, email, phone, company", "keyed; phone numbers reserved for fiction", [], null),
            Row("fake_update: street_address, city, postcode, country", "address: part, city", "keyed", [], null),
            Row("fake_update: ipv4_public, mac_address, uri, user_agent, uuid4", "ip, mac, url, user_agent, hash", "keyed", [], null),
            Row("fake_update: domain_name, job", "domain, job", "keyed", [], null),
            Row("fake_update: paragraph, word, file_path", "text, string", "as long as the value", [], null),
            Row("fake_update: date_of_birth, past_date, random_int", "random: between, noise: range", "the bounds are yours to say", [], null),
            Setting("truncate, delete", "rows: none"),
            Setting("where", "when, unless", "comparisons of columns with values; anything more masks every row"),
            Setting("scripts", "rows: { where: ... }", "SQL before and after isn't run"),
        ])
    {
        Family = static name => FakerNames.Find(name) is { } draft
            ? Row("fake_update", "name", "keyed; the same value gets the same pseudonym", [name], rule => [draft(rule.Ignoring("fake_args", "sql_type"))])
            : FakerNames.Advice(name) is { } advice ? Row("fake_update", "random: between", "deterministic", [name], rule => Bounds(rule.Ignoring("sql_type")) ?? rule.Refuse(advice)) : null,
    };

    public static bool Reads(YamlMapping root)
    {
        if (root.Find("version") is not null) return false;
        if (root.Find("scripts") is YamlMapping && root.Find("tables") is not null) return true;
        if (root.Find("tables") is YamlSequence list) return list.Items.All(item => item.Find("table_name") is not null);
        return root.Find("tables").Entries().Any(table => TableTypes.Contains(table.Value.Scalar()) || TableTypes.Contains(table.Value.Find("type").Scalar())
            || table.Value.Find("columns") is YamlSequence || (table.Value.Find("columns") is not null && table.Value.Find("schema") is YamlScalar)
            || table.Value.Find("columns").Entries().Any(column => ColumnTypes.Contains(column.Value.Find("type").Scalar()) || IsTheirs(column.Value.Scalar())));
    }

    public static void Read(YamlMapping root, PolicyDraft draft)
    {
        foreach (var table in root.Find("tables").Entries()) Table(Name(table.Key.Written, table.Value), table.Key.At, table.Value, draft);
        foreach (var table in root.Find("tables").Items())
            if (table.Find("table_name").Scalar() is { } name) Table(Name(name, table), table.At, table, draft);
        foreach (var script in root.Find("scripts").Entries().SelectMany(when => when.Value.Items())) draft.Lose(script.At, "a script of SQL isn't run: say 'rows: none' or a rule for what it changes");
        foreach (var setting in root.Entries.Where(entry => entry.Key.Written is not ("tables" or "scripts")))
        {
            if (setting.Key.Written == PolicyLanguage.RuleLocale.Name && setting.Value.Scalar() is { } given && Locales.Find(given) is { } locale) draft.Set(PolicyLanguage.RuleLocale, PolicyNode.Text(locale, setting.Value.At));
            else draft.Lose(setting.Key.At, $"'{setting.Key.Written}' has no counterpart");
        }
    }

    private static string Name(string table, YamlNode rules) => rules.Find("schema").Scalar() is { } schema and not "public" ? $"{schema}.{table}" : table;

    private static bool IsTheirs(string? name) =>
        name is not null && (name.StartsWith('(') || name is "unique_email" or "unique_login" or "user_name" or "phone_number" or "street_address" or "company_email" or "ipv4_public" or "ipv4_private" or "file_path" or "date_of_birth" or "paragraph" or "postcode" or "mac_address" or "credit_card_number"
            || ((FakerNames.Find(name) is not null || FakerNames.Advice(name) is not null) && StrategyRegistry.Find(name) is null));

    private static void Table(string name, Diagnostics.SourcePosition at, YamlNode table, PolicyDraft draft)
    {
        if (table.Scalar() is "truncate" or "delete" || table.Find("type").Scalar() is "truncate" or "delete")
        {
            draft.Rows(name, at, PolicyNode.Text("none", at));
            return;
        }
        foreach (var column in table.Find("columns").Entries()) Column(name, at, column.Key.Written, column.Value, column.Key.At, draft);
        foreach (var column in table.Find("columns").Items())
            if (column.Find("column_name").Scalar() is { } named) Column(name, at, named, column, column.At, draft);
    }

    private static void Column(string table, Diagnostics.SourcePosition tableAt, string column, YamlNode rule, Diagnostics.SourcePosition at, PolicyDraft draft)
    {
        if (rule.Scalar() is { } word)
        {
            draft.Add(table, tableAt, word.StartsWith('(') && word.EndsWith(')')
                ? new ForeignRule(Literal, column, at, [new YamlEntry(PolicyNode.Text("value", at), PolicyNode.Text(word[1..^1].Trim(), at))]) : new ForeignRule(word, column, at, []));
            return;
        }
        var rows = rule.Find("where").Scalar() is { } where ? RowExpression.Read(where, at) : null;
        if (rows is null && rule.Find("where") is { } condition) draft.Lose(condition.At, $"a condition of {table}.{column} can't be said in ours: every row is masked");
        var type = rule.Find("type").Scalar() is { } given and not "fake_update" ? given : rule.Find("fake_type").Scalar() ?? "fake_update";
        draft.Add(table, tableAt, new ForeignRule(type, column, at, [.. rule.Entries().Where(entry => entry.Key.Written is not ("type" or "fake_type" or "where" or "column_name"))]), rows);
    }

    private static RuleDraft[]? Bounds(ForeignRule rule)
    {
        var arguments = rule.Node("fake_args");
        var (from, to) = (arguments.Find("min").Scalar() ?? arguments.Find("min_value").Scalar(), arguments.Find("max").Scalar() ?? arguments.Find("max_value").Scalar());
        return FakerNames.IsNumber(rule.Strategy) && from is not null && to is not null ? [RuleDraft.Of("random", ("between", rule.New(from, to)))] : null;
    }

    private static IReadOnlyList<RuleDraft> Constant(ForeignRule rule)
    {
        var value = rule.Text("value");
        if (value is "NULL" or "null") return [RuleDraft.Of("null")];
        return value is not null && Labels.MaskingCall.LiteralText(value) is { } literal ? [RuleDraft.Of("constant", ("value", rule.New(literal)))] : rule.Refuse("an expression of SQL, which a person has to say again as 'sql' or another strategy");
    }

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>>? map) => new(new PeerStrategy(Title, theirs, ours, difference), names, map);

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);
}
