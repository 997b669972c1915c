using System.Text.RegularExpressions;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.DbToolsBundle;

/// <summary>What becomes of each of DbToolsBundle's anonymizers, those of its packs included.</summary>
internal static partial class DbToolsBundleStrategies
{
    private const string Title = "DbToolsBundle";

    private static readonly (string Theirs, string Ours)[] AddressParts =
        [("street_address", "line"), ("secondary_address", "secondary"), ("postal_code", "postal_code"), ("locality", "city"), ("region", "region"), ("country", "country")];

    public static ForeignTool Tool { get; } = new("dbtoolsbundle", Title,
        "an anonymization file (table: target: anonymizer), or the main file with `anonymization`, with or without `db_tools` above it", "kept as they are",
        [
            Row("address, fr-fr.address, faker.address", "address: part, by", "one rule per column; another column says whose address it is, so that all tables agree", ["address", "fr-fr.address", "faker.address"], Address),
            Row("constant", "constant", "checked against the type while planning", ["constant"], rule => rule.Ignoring("type").As("value") is { } value ? [RuleDraft.Of("constant", ("value", value))] : rule.Refuse("it names no value")),
            Row("date (min, max)", "random: between", "", [], null),
            Row("date (delta)", "noise: range", "real calendar days; the time of day stays", ["date"], Date),
            Row("email", "email", "user_ and a keyed hash instead of anon- and MD5", ["email"], rule => [RuleDraft.Of("email", ("domain", rule.Ignoring("use_salt").As("domain")))]),
            Row("firstname, fr-fr.firstname", "first_name", "by the policy's locale, the same everywhere", ["firstname", "fr-fr.firstname"], rule => [French("first_name", rule)]),
            Row("lastname, fr-fr.lastname", "last_name", "by the policy's locale, the same everywhere", ["lastname", "fr-fr.lastname"], rule => [French("last_name", rule)]),
            Row("integer, float (min, max)", "random: between", "", [], null),
            Row("integer, float (delta, percent)", "noise: range", "never by nothing, never across zero", ["integer", "float"], Number),
            Row("iban-bic", "iban: part, by", "the same country; BICs that no bank has", ["iban-bic"], Iban),
            Row("lorem", "text", "as long as the value", ["lorem"], rule => [RuleDraft.Of("text")], "paragraphs", "words", "html", "sample_count"),
            Row("md5", "hash", "keyed: nobody can try out values", ["md5"], rule => [RuleDraft.Of("hash")], "use_salt"),
            Row("null", "null", "", ["null"], rule => [RuleDraft.Of("null")]),
            Row("password", "password", "in the scheme that the column has", ["password"], rule => [RuleDraft.Of("password", ("password", rule.As("password")))], "algorithm"),
            Row("pattern", "pattern", "{firstname} is {first_name} here; [a-z], \\d, \\w and {n} draw characters, and {x:column} takes the value of another column", ["pattern"],
                Pattern),
            Row("string (sample)", "choice: values", "with weights", ["string"],
                rule => rule.Node("sample") is YamlSequence { Items.Count: > 0 } sample ? [RuleDraft.Of("choice", ("values", PolicyNode.List(sample.Items.Select(item => item.Scalar() ?? ""), rule.At)))] : rule.Refuse("it names no sample")),
            Row("fr-fr.phone", "phone", "numbers reserved for fiction", ["fr-fr.phone"], rule => [French("phone", rule)], "mode"),
            Row("faker.method", "first_name, name, email, phone, ...", "by the method's name", ["faker.method"], Faker),
            Row("file_column, file_enum", "choice: values", "the file isn't read: list its values", ["file_column", "file_enum", "file-column", "file-enum"], rule => rule.Ignoring("source", "file", "options").Refuse("its values are in a file of its own: list them as 'choice: values'")),
            Setting("an anonymizer of one's own (#[AsAnonymizer])", "sql, command, plugin", "a program isn't run unseen"),
            Setting("backup_excluded_tables, excluded_tables", "rows: none", "the table stays, without rows"),
            Setting("target: table", "person: part, address: part", "accepted and not needed"),
        ]);

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>>? map, params string[] ignored) =>
        new(new PeerStrategy(Title, theirs, ours, difference), names, map is null ? null : rule => map(rule.Ignoring([.. ignored, "sample_size"])));

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);

    private static RuleDraft French(string strategy, ForeignRule rule) =>
        RuleDraft.Of(strategy, ("locale", rule.Strategy.StartsWith("fr-fr.", StringComparison.OrdinalIgnoreCase) ? rule.New("fr") : null));

    // The first column says whose address it is: all parts of a row then belong together.
    private static IReadOnlyList<RuleDraft> Address(ForeignRule rule)
    {
        var locale = rule.Strategy.StartsWith("fr-fr.", StringComparison.OrdinalIgnoreCase) ? rule.New("fr") : rule.Text("locale") is { } given ? rule.New(Locales.Find(given) ?? given) : null;
        return Parts(rule, "address", AddressParts, ("locale", locale));
    }

    private static IReadOnlyList<RuleDraft> Iban(ForeignRule rule) => Parts(rule, "iban", [("iban", "iban"), ("bic", "bic")]);

    private static IReadOnlyList<RuleDraft> Parts(ForeignRule rule, string strategy, (string Theirs, string Ours)[] parts, params (string, YamlNode?)[] options)
    {
        var columns = parts.Select(part => (part.Ours, Column: rule.Text(part.Theirs))).Where(part => part.Column is not null).ToList();
        if (columns.Count == 0) return rule.Refuse("it names no columns");
        return [.. columns.Select(part => RuleDraft.Of(strategy, [("part", rule.New(part.Ours)), ("by", rule.New(columns[0].Column!)), .. options]) with { Column = part.Column })];
    }

    private static IReadOnlyList<RuleDraft> Number(ForeignRule rule)
    {
        if (rule.Ignoring("precision").Text("min") is { } min && rule.Text("max") is { } max) return [RuleDraft.Of("random", ("between", rule.New(min, max)))];
        if (rule.Text("percent") is { } percent) return [RuleDraft.Of("noise", ("range", rule.New($"{percent}%")))];
        return rule.Text("delta") is { } delta ? [RuleDraft.Of("noise", ("range", rule.New(delta)))] : rule.Refuse("it names neither min and max nor delta nor percent");
    }

    private static IReadOnlyList<RuleDraft> Date(ForeignRule rule)
    {
        if (rule.Ignoring("format").Text("min") is { } min && rule.Text("max") is { } max)
            return ForeignDates.IsAbsolute(min) && ForeignDates.IsAbsolute(max) ? [RuleDraft.Of("random", ("between", rule.New(min, max)))] : rule.Refuse("its bounds move with the day of the run: write dates");
        if (rule.Text("delta") is not { } delta) return rule.Refuse("it names neither min and max nor delta");
        return ForeignDates.Range(delta) is { } range ? [RuleDraft.Of("noise", ("range", rule.New(range)))] : rule.Refuse("its delta isn't understood: write it as days, weeks, months or years");
    }

    private static IReadOnlyList<RuleDraft> Faker(ForeignRule rule)
    {
        var locale = rule.Text("locale") is { } given ? Locales.Find(given) ?? given : null;
        return rule.Text("method") is { } method && FakerNames.Find(method) is { } draft
            ? [draft(rule) with { Options = [.. draft(rule).Options, .. locale is null ? [] : new[] { ("locale", (YamlNode)rule.New(locale)) }] }]
            : rule.Refuse((rule.Text("method") is { } other ? FakerNames.Advice(other) : null) ?? "its method isn't known here");
    }

    private static IReadOnlyList<RuleDraft> Pattern(ForeignRule rule)
    {
        if ((rule.Text("pattern") ?? rule.Text("value")) is not { } pattern) return rule.Refuse("it names no pattern");
        var names = Hole().Matches(pattern).Select(hole => hole.Groups["name"].Value).ToList();
        // A column of another anonymizer's row, where ours is a column of the table.
        if (names.Exists(name => name.Contains(':', StringComparison.Ordinal))) return rule.Refuse("a part of an anonymizer of several columns is in its pattern: say again as 'pattern' or 'template'");
        if (names.Find(name => Ours(name) is null) is { } unknown) return rule.Refuse($"'{{{unknown}}}' of its pattern is unknown here: say again as 'pattern' or 'template'");
        return [RuleDraft.Of("pattern", ("pattern", rule.New(Hole().Replace(pattern, hole => $"{{{Ours(hole.Groups["name"].Value)}}}"))))];
    }

    private static string? Ours(string anonymizer) => anonymizer.ToLowerInvariant() switch { "firstname" => "first_name", "lastname" => "last_name", "lorem" => "text", "email" => "email", "md5" => "hash", _ => null };

    // What isn't a name is ours alone, and stays: {3}, {2,4}, \{.
    [GeneratedRegex(@"(?<!\\)\{(?<name>[A-Za-z][^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
