using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Policies.Language;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Labels;

/// <summary>What becomes of PostgreSQL Anonymizer's masking functions.</summary>
internal static partial class LabelStrategies
{
    public const string Value = "MASKED WITH VALUE";
    public const string NotMasked = "NOT MASKED";
    public const string Expression = "expression";

    private const string Title = "PostgreSQL Anonymizer";
    private static readonly string[] Arguments = ["1", "2", "3", "4", "5", "6"];

    public static ForeignTool Tool { get; } = new("postgresql-anonymizer", Title, "the security labels in a dump, or a `.sql` file of `SECURITY LABEL` statements; the extension isn't needed",
        "kept as they are, unless `anon.privacy_by_default` is on",
        [
            Row("noise", "noise: range", "deterministic: can't be averaged away", ["noise"], rule => Percent(rule.Text("2"), rule)),
            Row("dnoise", "noise: range", "deterministic: can't be averaged away", ["dnoise"],
                rule => rule.Text("2") is { } interval && ForeignDates.Range(interval) is { } range ? [RuleDraft.Of("noise", ("range", rule.New(range)))] : rule.Refuse("its interval isn't understood")),
            Row("random_date_between, random_int_between, random_bigint_between", "random: between", "deterministic", ["random_date_between", "random_int_between", "random_bigint_between"], rule => Between(rule.Text("1"), rule.Text("2"), rule)),
            Row("random_in_int4range, random_in_numrange, random_in_daterange, random_in_tsrange ...", "random: between", "both ends are included", ["random_in_int4range", "random_in_int8range", "random_in_numrange", "random_in_daterange", "random_in_tsrange", "random_in_tstzrange"], InRange),
            Row("random_date", "random: between", "from 1900 to 2024", ["random_date"], rule => Between("1900-01-01", "2024-12-31", rule)),
            Row("random_string", "string", "says how long it must be to stay unique", ["random_string"], rule => [RuleDraft.Of("string", ("length", rule.Text("1") is { } length ? rule.New(length) : null))]),
            Row("random_hash", "hash", "keyed", ["random_hash"], rule => [RuleDraft.Of("hash")]),
            Row("random_zip", "address: part", "a postal code of the locale", ["random_zip"], rule => [RuleDraft.Of("address", ("part", rule.New("postal_code")))]),
            Row("random_phone", "phone", "numbers reserved for fiction, without a prefix of one's own", ["random_phone"], rule => [RuleDraft.Of("phone")]),
            Row("random_in", "choice: values", "", ["random_in"],
                rule => rule.Text("1") is { } list && MaskingCall.List(list) is { Count: > 0 } values ? [RuleDraft.Of("choice", ("values", PolicyNode.List(values, rule.At)))] : rule.Refuse("its list isn't understood")),
            Row("random_in_enum", "enum", "never the original", ["random_in_enum"], rule => [RuleDraft.Of("enum")]),
            Row("random_id, random_id_int, random_id_small_int", "permute", "the same in every column that references it", ["random_id", "random_id_int", "random_id_small_int"], rule => [RuleDraft.Of("permute")]),
            Row("fake_*, dummy_*, pseudo_*", "first_name, last_name, name, address, city, company, email, iban", "keyed; the same value gets the same pseudonym", [], null),
            Row("fake_siret", "digits", "the same form, without its check digit", ["fake_siret", "pseudo_siret"], rule => [RuleDraft.Of("digits")]),
            Row("lorem_ipsum", "text", "as long as the value", ["lorem_ipsum"], rule => [RuleDraft.Of("text")]),
            Row("hash, digest, md5", "hash", "the key is required", ["hash", "digest", "md5", "sha256"], rule => [RuleDraft.Of("hash")]),
            Row("partial", "mask: first, last", "letters and digits are counted, where there it is characters; the plan says what is published", ["partial"], Partial),
            Row("partial_email", "mask: first", "the form of an address stays", ["partial_email"], rule => [RuleDraft.Of("mask", ("first", rule.New("2")))]),
            Row("ternary", "when, unless", "say its condition beside a strategy", ["ternary"], rule => rule.Refuse("it is two rules with a condition: say it as a strategy with 'when'")),
            Row("generalize_int4range, generalize_daterange ...", "bucket", "the lower bound, or the range in a text column", ["generalize_int4range", "generalize_int8range", "generalize_numrange", "generalize_daterange", "generalize_tsrange", "generalize_tstzrange"],
                rule => rule.Text("2") is { } size ? [RuleDraft.Of("bucket", ("size", rule.New(size)))] : rule.Refuse("it names no step")),
            Row("image_blur", "blob", "a placeholder: a blurred face is still one", ["image_blur"], rule => [RuleDraft.Of("blob")]),
            Row("MASKED WITH VALUE", "constant", "", [Value], rule => rule.Text("1") is { } value ? [RuleDraft.Of("constant", ("value", rule.New(value)))] : [RuleDraft.Of("null")]),
            Row("NOT MASKED", "keep", "a reason can stand beside it", [NotMasked], rule => [RuleDraft.Of(PolicyLanguage.Keep)]),
            Row("any other function or expression", "sql, template, json", "say what it does with one of these", [Expression], rule => rule.Refuse("an expression of SQL, which a person has to say again as 'sql' or another strategy")),
            Setting("shuffle_column", "shuffle", "keyed, within groups if wanted; called over a table, so no label has it"),
            Setting("add_noise_on_numeric_column, add_noise_on_datetime_column", "noise: range", "deterministic; called over a table, so no label has it"),
            Setting("TABLESAMPLE BERNOULLI(n)", "rows: { sample: ... }", "keyed, so that a key of one's own draws the same rows every time"),
            Setting("SECURITY LABEL FOR k_anonymity", "anonymity", "name k: the label has none"),
            Setting("labels on roles, schemas and the database", "rows: all", "masking by role has no place in a dump"),
        ])
    {
        Family = static function => Faker(function) is { } name && FakerNames.Find(name) is { } draft
            ? Row("fake_*, dummy_*, pseudo_*", "name", "keyed; the same value gets the same pseudonym", [function], rule => [draft(rule)]) : null,
    };

    // The generators behind fake_, dummy_ and pseudo_ are called as others of the family are.
    private static string? Faker(string function) => Prefix().Match(function) is { Success: true } match ? match.Groups["name"].Value : null;

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>>? map) =>
        new(new PeerStrategy(Title, theirs, ours, difference), names, map is null ? null : rule => IsOfAnother(rule.Ignoring(Arguments)) ? OfAnother(rule, map) : map(rule));

    private static bool IsOfAnother(ForeignRule rule) => TakesValue().IsMatch(rule.Strategy) && rule.Text("1") is { } argument && !Own().Match(argument).Groups["column"].Value.Trim('"').Equals(rule.Column, StringComparison.OrdinalIgnoreCase);

    // What keeps a part of a value would keep a part of the wrong one.
    private static IReadOnlyList<RuleDraft> OfAnother(ForeignRule rule, Func<ForeignRule, IReadOnlyList<RuleDraft>> map)
    {
        if (!Replaces().IsMatch(rule.Strategy)) return rule.Refuse("it takes the value of another column, or an expression: say again as 'template' or 'sql' what it makes of it");
        rule.Lost.Add("its pseudonyms are made of the column's own values, where there they are made of another column's or an expression's");
        return map(rule);
    }

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);

    private static IReadOnlyList<RuleDraft> Percent(string? ratio, ForeignRule rule) =>
        decimal.TryParse(ratio, NumberStyles.Number, CultureInfo.InvariantCulture, out var share) && share > 0
            ? [RuleDraft.Of("noise", ("range", rule.New((share * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%")))] : rule.Refuse("its ratio isn't a number");

    private static IReadOnlyList<RuleDraft> Between(string? from, string? to, ForeignRule rule) =>
        Bound(from) && Bound(to) ? [RuleDraft.Of("random", ("between", rule.New(from!, to!)))] : rule.Refuse("its bounds aren't plain numbers or dates");

    private static IReadOnlyList<RuleDraft> InRange(ForeignRule rule) =>
        Range().Match(rule.Text("1") ?? "") is { Success: true } range ? Between(range.Groups["from"].Value, range.Groups["to"].Value, rule) : rule.Refuse("its range isn't understood");

    private static bool Bound(string? text) => text is not null && (ForeignDates.IsAbsolute(text) || decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _));

    private static IReadOnlyList<RuleDraft> Partial(ForeignRule rule)
    {
        var (first, padding, last) = (rule.Text("2"), rule.Text("3"), rule.Text("4"));
        if (padding is { Length: > 0 } && padding.Distinct().Count() > 1) rule.Lost.Add("the first character of its padding is written over every character");
        return [RuleDraft.Of("mask", ("first", first is null ? null : rule.New(first)), ("last", last is null ? null : rule.New(last)), ("character", padding is { Length: > 0 } ? rule.New(padding[..1]) : null))];
    }

    [GeneratedRegex(@"^(fake|dummy|pseudo)_(?<name>\w+?)(_locale)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(noise|dnoise|partial|partial_email|hash|digest|md5|sha256|pseudo_\w+|generalize_\w+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TakesValue();

    [GeneratedRegex(@"^(hash|digest|md5|sha256|pseudo_\w+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Replaces();

    [GeneratedRegex(@"^\s*((""[^""]+""|\w+)\s*\.\s*)*(?<column>""[^""]+""|\w+)\s*(::\s*[\w ""]+(\(\d+\))?\s*)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();

    [GeneratedRegex(@"^[\[(]\s*(?<from>[^,]+?)\s*,\s*(?<to>[^,]+?)\s*[\])]\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();
}
