using System.Text.RegularExpressions;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Import.Others;

/// <summary>Neosync's job mappings, as its API and its command write jobs.</summary>
internal static partial class Neosync
{
    private const string Title = "Neosync";

    public static ForeignTool Tool { get; } = new("neosync", Title, "a job in JSON or YAML (`mappings` of schema, table, column, transformer)", "as the job's policy for new columns says",
        [
            Row("passthrough", "keep", "a reason can stand beside it", ["passthrough"], _ => [RuleDraft.Of(PolicyLanguage.Keep)]),
            Row("null", "null", "", ["null", "nullconfig"], _ => [RuleDraft.Of("null")]),
            Row("generate_default", "null", "the column's default isn't computed", ["generatedefault"], rule => rule.Refuse("the column's default is computed by a server: say it as 'constant'")),
            Row("generate_email, transform_email", "email", "distinct addresses stay distinct", ["generateemail", "transformemail"], rule =>
            {
                if (rule.IsTrue("preserveDomain") || rule.IsTrue("preserve_domain")) rule.Lost.Add("every address gets the domain of the policy, as the real one tells where a person works");
                return [RuleDraft.Of("email")];
            }),
            Row("generate_first_name, transform_first_name", "first_name", "the same name gets the same one", ["generatefirstname", "transformfirstname"], _ => [RuleDraft.Of("first_name")]),
            Row("generate_last_name, transform_last_name", "last_name", "the same name gets the same one", ["generatelastname", "transformlastname"], _ => [RuleDraft.Of("last_name")]),
            Row("generate_full_name, transform_full_name", "name", "the same name gets the same one", ["generatefullname", "transformfullname"], _ => [RuleDraft.Of("name")]),
            Row("generate_username", "username", "the same name gets the same one", ["generateusername"], _ => [RuleDraft.Of("username")]),
            Row("generate_e164_phone_number, generate_international_phone_number, transform_phone_number ...", "phone", "numbers reserved for fiction",
                ["generatee164phonenumber", "generateinternationalphonenumber", "generatestringphonenumber", "generateint64phonenumber", "transforme164phonenumber", "transformphonenumber", "transformint64phonenumber"], _ => [RuleDraft.Of("phone")]),
            Row("generate_city, generate_state, generate_country, generate_zipcode, generate_street_address, generate_full_address", "city, address: part", "keyed",
                ["generatecity", "generatestate", "generatecountry", "generatezipcode", "generatestreetaddress", "generatefulladdress"], Place),
            Row("generate_business_name", "company", "the same name gets the same one", ["generatebusinessname"], _ => [RuleDraft.Of("company")]),
            Row("generate_card_number", "card", "the same brand", ["generatecardnumber"], _ => [RuleDraft.Of("card")]),
            Row("generate_ssn", "national_id: id", "numbers that nobody has", ["generatessn"], rule => [RuleDraft.Of("national_id", ("id", rule.New("us_ssn")))]),
            Row("generate_uuid, transform_uuid, generate_sha256hash, transform_hash", "hash", "keyed", ["generateuuid", "transformuuid", "generatesha256hash", "transformhash"], _ => [RuleDraft.Of("hash")]),
            Row("generate_string, transform_string, transform_character_scramble", "string", "as long as the value, or as its longest", ["generatestring", "transformstring", "generaterandomstring", "transformcharacterscramble"], rule => [RuleDraft.Of("string", ("length", rule.As("max")))]),
            Row("generate_ip_address", "ip", "another address for another one", ["generateipaddress"], _ => [RuleDraft.Of("ip")]),
            Row("generate_bool, generate_gender", "choice: values", "list the values that the column may have", ["generatebool", "generategender"],
                rule => rule.Strategy == "generatebool" ? [RuleDraft.Of("choice", ("values", rule.New("t", "f")))] : rule.Refuse("its values are the tool's own: write 'choice' with those that the column may have")),
            Row("generate_categorical", "choice: values", "with weights", ["generatecategorical"],
                rule => rule.Text("categories") is { } list ? [RuleDraft.Of("choice", ("values", PolicyNode.List(list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), rule.At)))] : rule.Refuse("it names no categories")),
            Row("generate_int64, generate_float64", "random: between", "deterministic", ["generateint64", "generatefloat64"],
                rule => rule.Text("min") is { } min && rule.Text("max") is { } max ? [RuleDraft.Of("random", ("between", rule.New(min, max)))] : rule.Refuse("it names no bounds")),
            Row("transform_int64, transform_float64", "noise: range", "deterministic", ["transformint64", "transformfloat64"],
                Noise),
            Row("transform_pii_text", "free_text", "recognizers of our own", ["transformpiitext"],
                rule => rule.Ignoring("scoreThreshold", "defaultAnonymizer", "denyRecognizers", "allowedPhrases", "allowedEntities", "entityAnonymizers", "language") is { } ? [RuleDraft.Of("free_text")] : []),
            Row("generate_unixtimestamp, generate_utctimestamp", "random: between", "the bounds are yours to say", ["generateunixtimestamp", "generateutctimestamp"], rule => rule.Refuse("its bounds are the tool's own: write 'random: between'")),
            Row("transform_javascript, generate_javascript, user_defined_transformer", "sql, command, plugin", "a program isn't run unseen", ["transformjavascript", "generatejavascript", "userdefined", "userdefinedtransformer"],
                rule => rule.Ignoring("code", "id").Refuse("a program of its own: say again as 'sql', 'command' or 'plugin' what it does")),
            Setting("subsets, source.options", "rows: { where: ... }", "what refers to rows that are left out goes, too"),
            Setting("new columns: halt", "unlisted: fail"),
        ]);

    public static bool Reads(YamlMapping root) => Mappings(root).Items() is { Count: > 0 } mappings && mappings.All(mapping => mapping.Find("table") is not null && mapping.Find("column") is not null);

    public static void Read(YamlMapping root, PolicyDraft draft)
    {
        foreach (var mapping in Mappings(root).Items())
        {
            var table = mapping.Find("schema").Scalar() is { } schema and not "public" ? $"{schema}.{mapping.Find("table").Scalar()}" : mapping.Find("table").Scalar();
            if (table is null || mapping.Find("column").Scalar() is not { } column) continue;
            var config = mapping.Find("transformer").Find("config").Entries();
            var named = config.Count > 0 ? config[0].Key.Written : mapping.Find("transformer").Find("source").Scalar() ?? "";
            draft.Add(table, mapping.At, new ForeignRule(Fold(named), column, mapping.At, config.Count > 0 ? config[0].Value.Entries() : []));
        }
        foreach (var key in (root.Find("virtualForeignKeys") ?? root.Find("job").Find("virtualForeignKeys")).Items()) draft.Lose(key.At, ForeignSubset.VirtualKey(key.Find("table").Scalar()));
        foreach (var subset in root.Find("subsets").Items()) Subset(subset.Find("schema").Scalar(), subset, draft);
        foreach (var options in (root.Find("source") ?? root.Find("job").Find("source")).Find("options").Entries().Select(source => source.Value))
        {
            foreach (var schema in options.Find("schemas").Items())
                foreach (var table in schema.Find("tables").Items()) Subset(schema.Find("schema").Scalar(), table, draft);
            if (options.Find("subsetByForeignKeyConstraints").Scalar() is "false") draft.Differ(options.At, "rows that refer to rows that are left out go, too: an artefact is always referentially whole");
        }
    }

    private static void Subset(string? schema, YamlNode subset, PolicyDraft draft)
    {
        if (subset.Find("table").Scalar() is not { } table || subset.Find("whereClause") is not { } where || where.Scalar() is null or "") return;
        ForeignSubset.Conditions(schema is null or "public" ? table : $"{schema}.{table}", subset.At, [where], draft);
    }

    // A range that isn't the same on both sides always moves to one.
    private static IReadOnlyList<RuleDraft> Noise(ForeignRule rule)
    {
        var (least, most) = (rule.Text("randomizationRangeMin") ?? rule.Text("randomization_range_min"), rule.Text("randomizationRangeMax") ?? rule.Text("randomization_range_max"));
        if (most is null) return rule.Refuse("it names no range");
        if (least is not null && least != $"-{most}") rule.Lost.Add($"values move by up to {most} in both directions, where there it is by {least} to {most}");
        return [RuleDraft.Of("noise", ("range", rule.New(most)))];
    }

    private static YamlNode? Mappings(YamlMapping root) => root.Find("mappings") ?? root.Find("job").Find("mappings");

    // generateEmailConfig, generate_email and TRANSFORMER_SOURCE_GENERATE_EMAIL are one.
    private static string Fold(string name) => Around().Replace(name, "").Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static IReadOnlyList<RuleDraft> Place(ForeignRule rule) => rule.Ignoring("stateCodeOnly", "generateFullName", "generateFullNames") is { Strategy: "generatecity" }
        ? [RuleDraft.Of("city")]
        : [RuleDraft.Of("address", ("part", rule.New(rule.Strategy switch { "generatestate" => "region", "generatecountry" => "country", "generatezipcode" => "postal_code", "generatestreetaddress" => "line", _ => "full" })))];

    private static ForeignStrategy Row(string theirs, string ours, string difference, string[] names, Func<ForeignRule, IReadOnlyList<RuleDraft>> map) =>
        new(new PeerStrategy(Title, theirs, ours, difference), names, rule => map(rule.Ignoring("preserveLength", "preserveDomain", "preserveFormat", "preserveFirstTwo", "preserve_length", "preserve_domain", "excludedDomains", "emailType", "invalidEmailAction",
            "min", "max", "includeHyphens", "validLuhn", "randomizeSign", "precision", "algo", "userProvidedRegex")));

    private static ForeignStrategy Setting(string theirs, string ours, string difference = "") => ForeignStrategy.Setting(Title, theirs, ours, difference);

    [GeneratedRegex("^TRANSFORMER_SOURCE_|Config$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Around();
}
