using CiAnon.Policies.Language;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Confiture;

/// <summary>What becomes of each of Confiture's strategies.</summary>
internal static class ConfitureStrategies
{
    private const string Title = "Confiture";

    private static readonly string[] Recognized = ["email", "phone_us", "ssn", "credit_card", "url", "ipv4"];

    public static ForeignTool Tool { get; } = new("confiture", Title,
        "`anonymization_config.yaml` (`global`, `tables`, `exclude_tables`, `performance`), a profile (`strategies`, `tables`), or `db/sync/anonymization.yaml` (table: list of rules)",
        "copied as they are",
        [
            Row("email", "email", "keyed, and as many digits as keep a unique column's values apart", ["email"], rule =>
            {
                if (rule.IsTrue("preserve_domain")) rule.Lost.Add("every address gets the domain of the policy, as the real one tells where a person works");
                return [Seeded("email", rule.Ignoring("hash_length", "format"), ("domain", rule.As("domain")))];
            }),
            Row("phone", "phone", "numbers reserved for fiction", ["phone"], rule => [Phone(rule)]),
            Row("name", "name, first_name, last_name", "names instead of User and four digits; by the column's name a first or last name only", ["name"], Name),
            Row("redact", "redact", "", ["redact"], rule => [RuleDraft.Of("redact", ("text", rule.As("replacement")))]),
            Row("hash, salted_hashing", "hash", "keyed; no salt in the policy", ["hash", "salted_hashing"],
                rule => [Seeded("hash", rule.Ignoring("algorithm", "salt", "salt_env_var", "use_hmac", "seed_env_var"), ("length", rule.As("length")))]),
            Row("date (preserve, jitter_days)", "date: truncate, noise: range", "either the year or month stays, or the day moves", ["date"], Date),
            Row("address (preserve_fields)", "address: part, preserve_fields", "another street for another value; preserve_fields stay where they are recognized, city and country only where the file says so", ["address"], rule => [Address(rule)]),
            Row("credit_card", "card", "keep_bin, keep_last; Luhn always holds", ["credit_card"], rule => [Seeded("card", rule.Ignoring("mask_char", "validate"),
                ("keep_bin", rule.As("preserve_bin")), ("keep_last", rule.As("preserve_last4") ?? rule.New("true")))]),
            Row("ip_address, ip", "ip", "keep_prefix instead of subnet bits", ["ip_address", "ip"], Ip),
            Row("text_redaction", "free_text", "recognizers of our own, and the originals of the run's columns; pseudonyms, not a fixed word; undecided where it looks for dates or has an expression of its own", ["text_redaction"], TextRedaction),
            Row("masking_retention", "mask", "a short value is written over as a whole instead of staying", ["masking_retention"], rule => [RuleDraft.Of("mask",
                ("first", rule.As("preserve_start_chars")), ("last", rule.As("preserve_end_chars")), ("character", rule.As("mask_char")),
                ("delimiters", rule.Text("preserve_delimiters") is { } keep ? rule.New(keep is "true" or "True" ? "keep" : "mask") : null))]),
            Row("preserve", "keep", "a reason can stand beside it", ["preserve"], rule => [RuleDraft.Of(PolicyLanguage.Keep)]),
            Row("custom, custom_lambda", "sql, command, plugin", "a function of SQL or Python isn't carried over: say what it does with one of these", ["custom", "custom_lambda"],
                rule => rule.Ignoring("function", "func", "name", "accepts_seed").Refuse("a custom function, which a person has to say again as 'sql', 'command' or another strategy")),
            Row("differential_privacy", "noise: epsilon, sensitivity", "Laplace's mechanism only, the same noise for the same value; no budget", ["differential_privacy"], Laplace),
            Setting("seed, global.seed, global_seed", "seed", "a label only; the key comes from `CIANON_KEY`, never from the file"),
            Setting("global.default_email_domain", "defaults: { email: { domain: ... } }"),
            Setting("global.verify_after_sync, global.fail_on_pii_leak", "verify", "always on: a run that finds an original publishes nothing"),
            Setting("filter", "rows: { where: ... }", "over the row's original values; no subqueries"),
            Setting("sample_rate, sampling_method, stratify_by", "rows: { sample: ..., stratify: ... }", "keyed, so that a key of one's own draws the same rows every time"),
            Setting("exclude_tables", "rows: none", "the table stays, without rows"),
            Setting("performance", "rows: all", "nothing to say: `--jobs` is the number of workers, no trigger fires, no plain index is built"),
        ]);

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>> map) =>
        new(new PeerStrategy(Title, theirs, ours, difference), names, map);

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);

    private static RuleDraft Seeded(string strategy, ForeignRule rule, params (string, Yaml.YamlNode?)[] options) =>
        RuleDraft.Of(strategy, [.. options, ("seed", rule.As("seed"))]);

    private static RuleDraft Phone(ForeignRule rule)
    {
        // A national one isn't told from a real one, which the tool's own checks after a sync look for.
        var format = rule.Text("format") is "e164" ? rule.As("format") : null;
        if (rule.Text("redact_digits") is not null) rule.Lost.Add("the whole number is replaced, not its last digits only");
        return Seeded("phone", rule, ("format", format), ("country", rule.IsTrue("preserve_country_code") ? rule.New("keep") : null));
    }

    private static IReadOnlyList<RuleDraft> Laplace(ForeignRule rule)
    {
        rule.Ignoring("delta", "data_type", "budget_total", "budget_per_value");
        if (rule.Text("mechanism") is { } mechanism && mechanism != "laplace") return rule.Ignoring("epsilon", "sensitivity").Refuse("its noise isn't Laplace's: choose the epsilon or the range of 'noise'");
        // Theirs is 1 by default, which moves an amount by hardly anything.
        var sensitivity = rule.As("sensitivity");
        return sensitivity is null ? rule.Ignoring("epsilon").Refuse("it says no sensitivity: choose that of 'noise', or a range")
            : [RuleDraft.Of("noise", ("epsilon", rule.As("epsilon") ?? rule.New("1")), ("sensitivity", sensitivity))];
    }

    private static IReadOnlyList<RuleDraft> Name(ForeignRule rule)
    {
        if (rule.IsTrue("preserve_initial")) rule.Lost.Add("no initial stays, as it tells of the name");
        if (rule.Text("format_type") == "initials") return [RuleDraft.Of("pattern", ("pattern", rule.New("[A-Z].[A-Z].")), ("seed", rule.As("seed")))];
        return [Seeded(NameParts.Strategy(rule.Column), rule.Ignoring("case_preserving"))];
    }

    private static IReadOnlyList<RuleDraft> Date(ForeignRule rule)
    {
        var days = rule.Text("jitter_days");
        return rule.Ignoring("output_format").Text("preserve") switch
        {
            "month" => [RuleDraft.Of("date", ("truncate", rule.New("month")), ("seed", rule.As("seed")))],
            "none" => [Seeded("noise", rule, ("range", rule.New($"{days ?? "30"} days")))],
            null when days is not null => [Seeded("noise", rule, ("range", rule.New($"{days} days")))],
            _ => [RuleDraft.Of("date", ("truncate", rule.New("year")), ("seed", rule.As("seed")))],
        };
    }

    private static RuleDraft Address(ForeignRule rule)
    {
        var fields = rule.Ignoring("redact_street", "format").Node("preserve_fields").Items().Select(item => item.Scalar()).OfType<string>().ToList();
        var kept = fields.Select(field => field switch { "city" or "country" => field, "state" or "region" => "region", "zip" or "postal_code" => "postal_code", _ => null }).OfType<string>().Distinct().ToArray();
        if (fields.Exists(field => field is not ("city" or "country" or "state" or "region" or "zip" or "postal_code"))) rule.Lost.Add("the street never stays, and nothing of an address but city, state, zip and country can");
        return Seeded("address", rule, ("part", rule.New("full")), ("preserve_fields", kept.Length > 0 ? rule.New(kept) : null));
    }

    private static IReadOnlyList<RuleDraft> Ip(ForeignRule rule)
    {
        var keeps = rule.IsTrue("preserve_subnet") || rule.Text("preserve_subnet") is null;
        var (four, six) = (rule.As("subnet_bits_ipv4") ?? rule.New("8"), rule.As("subnet_bits_ipv6") ?? rule.New("16"));
        return [Seeded("ip", rule.Ignoring("anonymize_localhost"), ("keep_prefix", keeps ? four : null), ("keep_prefix6", keeps ? six : null))];
    }

    private static IReadOnlyList<RuleDraft> TextRedaction(ForeignRule rule)
    {
        rule.Ignoring("replacement", "case_insensitive", "preserve_length", "seed");
        // What an expression of its own finds, or any date, would stay.
        return rule.Node("patterns").Items().All(pattern => pattern.Scalar() is { } name && Recognized.Contains(name)) ? [RuleDraft.Of("free_text")]
            : rule.Refuse("it looks for what 'free_text' doesn't know, a date or an expression of its own: write 'text', of which nothing stays, or 'free_text' where that is enough");
    }
}
