using System.Globalization;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Greenmask;

/// <summary>What becomes of each of Greenmask's transformers.</summary>
internal static class GreenmaskStrategies
{
    private const string Title = "Greenmask";

    public static ForeignTool Tool { get; } = new("greenmask", Title, "`config.yml`: `dump: transformation`, `virtual_references`, what `pg_dump_options` leaves out; or the list under `transformation` alone", "dumped as they are",
        [
            Row("RandomInt, RandomFloat, RandomNumeric", "random: between", "deterministic", ["RandomInt", "RandomFloat", "RandomNumeric"], rule => Between(rule.Ignoring("decimal"))),
            Row("RandomDate", "random: between", "deterministic", ["RandomDate"], Between),
            Row("RandomUnixTimestamp", "random: between", "seconds or milliseconds as the bounds are written", ["RandomUnixTimestamp"], rule => Between(rule.Ignoring("unit", "min_unit", "max_unit"))),
            Row("NoiseInt, NoiseFloat, NoiseNumeric", "noise: range", "deterministic", ["NoiseInt", "NoiseFloat", "NoiseNumeric"], Ratio),
            Row("NoiseDate", "noise: range", "deterministic", ["NoiseDate"], Interval),
            Row("RandomString", "string", "says how long it must be to stay unique", ["RandomString"], Text),
            Row("RandomUuid", "hash", "of a uuid column", ["RandomUuid"], rule => [RuleDraft.Of("hash")]),
            Row("RandomEmail", "email", "distinct addresses stay distinct", ["RandomEmail"], Email),
            Row("RandomUsername", "username", "distinct names stay distinct", ["RandomUsername"], rule => [RuleDraft.Of("username")]),
            Row("RandomPerson", "person: part, by", "one rule per column; another column says who it is, so that all tables agree", ["RandomPerson"], Person),
            Row("RandomName, RandomFirstName, RandomLastName", "name, first_name, last_name", "the same value gets the same name", ["RandomName", "RandomFirstName", "RandomFirstNameMale", "RandomFirstNameFemale", "RandomLastName"],
                rule => [RuleDraft.Of(rule.Strategy.Contains("First", StringComparison.OrdinalIgnoreCase) ? "first_name" : rule.Strategy.Contains("Last", StringComparison.OrdinalIgnoreCase) ? "last_name" : "name")]),
            Row("RealAddress", "address: part, by", "city, region and postal code belong together", ["RealAddress"], Address),
            Row("RandomPhoneNumber, RandomE164PhoneNumber, RandomTollFreePhoneNumber", "phone", "numbers reserved for fiction", ["RandomPhoneNumber", "RandomE164PhoneNumber", "RandomTollFreePhoneNumber"],
                rule => [RuleDraft.Of("phone", ("format", rule.Strategy.Contains("E164", StringComparison.OrdinalIgnoreCase) ? rule.New("e164") : null))]),
            Row("RandomCCNumber", "card", "the same brand", ["RandomCCNumber"], rule => [RuleDraft.Of("card")]),
            Row("RandomCCType, RandomCurrency, RandomDayOfWeek, RandomMonthName, RandomTimezone, RandomCentury, RandomDayOfMonth, RandomYearString, RandomAmountWithCurrency", "choice: values",
                "list the values that the column may have", ["RandomCCType", "RandomCurrency", "RandomDayOfWeek", "RandomMonthName", "RandomTimezone", "RandomCentury", "RandomDayOfMonth", "RandomYearString", "RandomAmountWithCurrency"],
                rule => rule.Refuse("its list of values is the tool's own: write 'choice' with the values that the column may have")),
            Row("RandomIp", "ip", "keep_prefix instead of a subnet", ["RandomIp", "RandomIpv4", "RandomIpv6"], rule => [RuleDraft.Of("ip")]),
            Row("RandomMac", "mac", "keep_vendor", ["RandomMac", "RandomMacAddress"], rule => [RuleDraft.Of("mac", ("keep_vendor", rule.Ignoring("cast_type", "management_type").As("keep_original_vendor")))]),
            Row("RandomURL", "url", "keeps the address's form", ["RandomURL"], rule => [RuleDraft.Of("url")]),
            Row("RandomDomainName", "domain", "the same name gets the same one", ["RandomDomainName"], rule => [RuleDraft.Of("domain")]),
            Row("RandomLatitude, RandomLongitude", "random: between", "anywhere on earth; 'coordinates' stays near the original", ["RandomLatitude", "RandomLongitude"],
                rule => [RuleDraft.Of("random", ("between", rule.Ignoring("decimal").Strategy.EndsWith("Longitude", StringComparison.OrdinalIgnoreCase) ? rule.New("-180", "180") : rule.New("-90", "90")))]),
            Row("RandomChoice", "choice: values", "with weights", ["RandomChoice"], rule => rule.Node("values") is YamlSequence values
                ? [RuleDraft.Of("choice", ("values", PolicyNode.List(values.Items.Select(item => item.Scalar() ?? ""), rule.At)))] : rule.Refuse("it names no values")),
            Row("RandomBool", "choice: values", "with weights", ["RandomBool"], rule => [RuleDraft.Of("choice", ("values", rule.New("t", "f")))]),
            Row("RandomCompany", "company", "one rule per column", ["RandomCompany"], rule => Columns(rule, (column, _) => RuleDraft.Of("company") with { Column = column })),
            Row("RandomPassword", "token", "as long and of the same characters", ["RandomPassword"], rule => [RuleDraft.Of("token")]),
            Row("HashedPassword", "password", "in the scheme that the column has", ["HashedPassword"], rule => [RuleDraft.Of("password", ("password", rule.Ignoring("cost", "algorithm").As("password")))]),
            Row("Hash", "hash", "keyed", ["Hash"], rule => [RuleDraft.Of("hash", ("length", rule.Ignoring("salt", "function").As("max_length")))]),
            Row("RandomWord, RandomSentence, RandomParagraph", "text", "as long as the value", ["RandomWord", "RandomSentence", "RandomParagraph"], rule => [RuleDraft.Of("text")]),
            Row("Masking", "mask", "nothing stays that goes there; says what to keep instead of a type", ["Masking"], Masking),
            Row("Replace", "constant", "checked against the type while planning", ["Replace"], rule => rule.As("value") is { } value
                ? [RuleDraft.Of("constant", ("value", value), ("null", ReplacesNull(rule.Text("keep_null")) ? rule.New("replace") : null))] : rule.Refuse("it names no value")),
            Row("SetNull", "null", "", ["SetNull"], rule => [RuleDraft.Of("null")]),
            Row("Dict", "choice: values", "a dictionary of originals has no place in a policy", ["Dict"], rule => rule.Ignoring("values", "default", "fail_not_matched").Refuse("it lists originals, which have no place in a policy")),
            Row("RegexpReplace", "mask, pattern, free_text", "what an expression leaves may be the person", ["RegexpReplace"], rule => rule.Ignoring("regexp", "replace").Refuse("what its expression doesn't match would stay: choose 'mask', 'pattern' or 'free_text'")),
            Row("Json", "json: paths", "strategies inside, fails at what no path names; other bytes stay as they are", ["Json"], GreenmaskJson.Read),
            Row("Template, TemplateRecord", "template, pattern", "the anonymized values of other columns; four functions", ["Template", "TemplateRecord"],
                rule => rule.Ignoring("template", "columns").Refuse("a template of Go, which a person has to say again as 'template' or 'pattern'")),
            Row("Cmd", "command", "a program that is fed CSV or JSON lines", ["Cmd"], rule => rule.Ignoring("executable", "args", "driver", "validate", "timeout", "expected_exit_code", "skip_on_behaviour", "columns").Refuse("a program of its own: say again as 'command' what it is called with")),
            Setting("when", "when, unless", "comparisons of columns with values; anything more masks every row"),
            Setting("apply_for_references, apply_for_inherited", "when, unless", "always: keys that reference a masked one and partitions follow"),
            Setting("engine, keep_null, validate", "when, unless", "every strategy is deterministic, and keeps NULL unless `null: replace` says otherwise"),
            Setting("subset_conds", "rows: { where: ... }", "of one table's own columns; what refers to rows that are left out goes, too"),
            Setting("virtual_references", "references", "columns, and one column's value for polymorphic ones; no expressions"),
            Setting("query", "rows: { where: ... }", "a query isn't carried over"),
            Setting("pg_dump_options: exclude-table-data", "rows: none"),
        ]);

    /// <summary>The columns of one that writes several.</summary>
    private static IReadOnlyList<RuleDraft> Columns(ForeignRule rule, Func<string, YamlNode, RuleDraft> make)
    {
        var columns = rule.Node("columns").Items().Select(item => (Name: item.Scalar() ?? item.Find("name").Scalar(), Item: item)).Where(column => column.Name is not null).ToList();
        return columns.Count == 0 ? rule.Refuse("it names no columns") : [.. columns.Select(column => ReplacesNull(column.Item.Find("keep_null").Scalar()) ? WithoutNull(rule, make(column.Name!, column.Item)) : make(column.Name!, column.Item))];
    }

    private static bool ReplacesNull(string? keepNull) => keepNull is "false" or "False";

    private static RuleDraft WithoutNull(ForeignRule rule, RuleDraft draft) =>
        draft.Strategy is "constant" or "null" || draft.Proposed is not null ? draft : draft with { Options = [.. draft.Options, ("null", rule.New("replace"))] };

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>> map) =>
        new(new PeerStrategy(Title, theirs, ours, difference), names, rule =>
        {
            var replacesNull = ReplacesNull(rule.Ignoring("column", "engine", "validate", "seed").Text("keep_null"));
            var drafts = map(rule);
            return !replacesNull ? drafts : [.. drafts.Select(draft => WithoutNull(rule, draft))];
        });

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);

    // Ends that it writes over at any length, such as the last four digits of a telephone number, must not be those that stay.
    private static IReadOnlyList<RuleDraft> Masking(ForeignRule rule) => [rule.Text("type") switch
    {
        "name" => RuleDraft.Of("mask", ("first", rule.New("1"))),
        "mobile" => RuleDraft.Of("mask", ("first", rule.New("4"))),
        "credit" => RuleDraft.Of("mask", ("first", rule.New("6"))),
        "tel" => RuleDraft.Of("mask", ("redact_last", rule.New("4"))),
        _ => RuleDraft.Of("mask"),
    }];

    private static IReadOnlyList<RuleDraft> Between(ForeignRule rule)
    {
        if (rule.Text("min") is not { } min || rule.Text("max") is not { } max) return rule.Refuse("it names no bounds, and takes the column's own: write 'random: between'");
        return [RuleDraft.Of("random", ("between", rule.New(min, max)))];
    }

    private static IReadOnlyList<RuleDraft> Ratio(ForeignRule rule)
    {
        rule.Ignoring("decimal");
        return decimal.TryParse(rule.Text("max_ratio") ?? rule.Text("ratio"), NumberStyles.Number, CultureInfo.InvariantCulture, out var ratio) && ratio > 0
            ? [RuleDraft.Of("noise", ("range", rule.New((ratio * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%")))]
            : rule.Refuse("it names no ratio");
    }

    private static IReadOnlyList<RuleDraft> Interval(ForeignRule rule) => (rule.Text("max_ratio") ?? rule.Text("ratio")) is { } ratio && ForeignDates.Range(ratio) is { } range
        ? [RuleDraft.Of("noise", ("range", rule.New(range)))] : rule.Refuse("its interval isn't understood: write it as days, weeks, months or years");

    private static IReadOnlyList<RuleDraft> Text(ForeignRule rule)
    {
        var longest = rule.Text("max_length");
        return [RuleDraft.Of("string", ("length", longest is null ? null : rule.New(longest)), ("alphabet", rule.As("symbols")))];
    }

    private static IReadOnlyList<RuleDraft> Email(ForeignRule rule)
    {
        if (rule.IsTrue("keep_original_domain")) rule.Lost.Add("every address gets the domain of the policy, as the real one tells where a person works");
        var domain = rule.Ignoring("max_random_length").Node("domains").Items().Select(item => item.Scalar()).FirstOrDefault(text => text is not null);
        return [RuleDraft.Of("email", ("domain", domain is null ? null : rule.New(domain)))];
    }

    private static IReadOnlyList<RuleDraft> Person(ForeignRule rule)
    {
        var columns = rule.Ignoring("gender_mapping", "fallback_gender").Node("columns").Items();
        var by = (columns.FirstOrDefault(column => column.Find("hashing").IsTrue()) ?? (columns.Count > 0 ? columns[0] : null)).Find("name").Scalar();
        return Columns(rule, (column, item) => PersonPart(item.Find("template").Scalar()) is { } part
            ? RuleDraft.Of("person", ("part", rule.New(part)), ("by", rule.New(by!))) with { Column = column }
            : RuleDraft.Of("hash") with { Column = column, Proposed = $"{Title}'s rule: {rule.Strategy} with a template of its own" });
    }

    private static string? PersonPart(string? template)
    {
        var (first, last) = (template?.Contains(".FirstName", StringComparison.Ordinal) == true, template?.Contains(".LastName", StringComparison.Ordinal) == true);
        if (template?.Contains(".Title", StringComparison.Ordinal) == true) return first || last ? null : "title";
        if (template?.Contains(".Gender", StringComparison.Ordinal) == true) return first || last ? null : "gender";
        return (first, last) switch { (true, true) => "name", (true, false) => "first_name", (false, true) => "last_name", _ => null };
    }

    private static IReadOnlyList<RuleDraft> Address(ForeignRule rule)
    {
        var by = rule.Node("columns").Items().Select(item => item.Find("name").Scalar()).FirstOrDefault();
        return Columns(rule, (column, item) => AddressPart(item.Find("template").Scalar() ?? "") is { } part
            ? RuleDraft.Of("address", ("part", rule.New(part)), ("by", rule.New(by!))) with { Column = column }
            : RuleDraft.Of("hash") with { Column = column, Proposed = $"{Title}'s rule: {rule.Strategy} with a template of its own" });
    }

    private static string? AddressPart(string template)
    {
        var parts = new[] { (".Address", "line"), (".City", "city"), (".State", "region"), (".PostalCode", "postal_code") }.Where(part => template.Contains(part.Item1, StringComparison.Ordinal)).ToList();
        if (template.Contains(".Latitude", StringComparison.Ordinal) || template.Contains(".Longitude", StringComparison.Ordinal)) return null;
        return parts.Count == 1 ? parts[0].Item2 : parts.Count > 1 ? "full" : null;
    }
}
