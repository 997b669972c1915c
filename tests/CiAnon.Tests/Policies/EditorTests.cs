using System.Text.Json;
using CiAnon.Policies.Language;
using CiAnon.Strategies;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Policies;

/// <summary>What an editor makes of the schema: the judge is Red Hat's yaml-language-server, which VS Code, Neovim and others use.</summary>
public class EditorTests
{
    private static readonly string[] Names = [.. StrategyRegistry.All.Select(strategy => strategy.Name)];

    private static readonly Dictionary<string, string[]> Offers = new()
    {
        ["columns:\n  email: |"] = Names,
        ["columns:\n  email: em|"] = Names,
        ["columns:\n  email:\n    strategy: |"] = Names,
        ["tables:\n  people:\n    columns:\n      email: |"] = Names,
        ["columns:\n  email: { strategy: email, d| }"] = ["domain", "fold_case", "seed"],
        ["columns:\n  email:\n    strategy: email\n    |"] = ["domain", "fold_case", "seed"],
        ["columns:\n  phone:\n    strategy: phone\n    format: |"] = ["local", "keep"],
        ["columns:\n  status:\n    strategy: keep\n    |"] = ["reason", "owner", "until"],
        ["defaults:\n  hash:\n    |"] = ["length", "seed"],
        ["tables:\n  people:\n    |"] = ["columns", "keep", "rows"],
        ["unlisted: |"] = ["fail", "keep", "mask"],
        ["|"] = ["locale", "unlisted", "require_reasons", "defaults", "columns", "tables", "large_objects", "verify", "anonymity", "retention", "proof"],
    };

    private static readonly Dictionary<string, string> Mistakes = new()
    {
        ["columns:\n  email:\n"] = "4,",
        ["columns:\n  email: ~\n"] = "4,",
        ["columns:\n  email: emial\n"] = "4,",
        ["columns:\n  email: { strategy: }\n"] = "4,",
        ["columns:\n  email: { strategy: emial }\n"] = "4,",
        ["columns:\n  email: { strategy: email, domian: x.example }\n"] = "4,",
        ["columns:\n  email: { strategy: email, domain: }\n"] = "4,",
        ["columns:\n  email: { domain: x.example }\n"] = "4,",
        ["columns:\n  token: { strategy: hash, length: 7 }\n"] = "4,",
        ["columns:\n  token: { strategy: hash, length: }\n"] = "4,",
        ["columns:\n  born:\n    strategy: noise\n    range: banana\n"] = "6,",
        ["columns:\n  born:\n    strategy: noise\n    range: 0 days\n"] = "6,",
        ["columns:\n  born:\n    strategy: noise\n    range:\n"] = "6,",
        ["locale:\n"] = "3,",
        ["retention: 31 days\n"] = "3,",
        ["tables:\n  people:\n    keep:\n"] = "5,",
        ["tables:\n  people:\n    keep: { status: { until: 2027-6-30 } }\n"] = "5,",
        ["verify: { patterns: { phone: -1 } }\n"] = "3,",
        ["anonymity: [{ table: people, columns: [born], k: 1 }]\n"] = "3,",
    };

    private static readonly string[] Right =
    [
        "columns:\n  email: email\n  phone: { strategy: phone, format: keep }\n  notes: \"null\"\n  born: { strategy: noise, range: 90 days }\n",
        "locale: de\nunlisted: mask\ntables:\n  people: { keep: all }\n  logs: { rows: none }\n  shops: { keep: { status: { reason: words, until: 2027-06-30 } } }\n",
        "columns: { a: '${STRATEGY}', b: { strategy: '${STRATEGY:-hash}', length: 12 } }\n",
    ];

    // One server for all of them.
    private static readonly Lazy<Dictionary<string, string[]>> Answers = new(() =>
    {
        string[] all = [.. Offers.Keys, .. Mistakes.Keys, .. Right];
        var folder = Directory.CreateTempSubdirectory("editor-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "policy.schema.json"), PolicySchema.Json(StrategyRegistry.All, Locales.All));
            var script = File.ReadAllText(GeneratedFile.FullPath("tests/CiAnon.Tests/Policies/language-server.js"));
            var answers = NpmPackage.Node(NpmPackage.Modules("yaml-language-server", "1.25.0"), script, [folder, .. all]);
            return all.Zip(JsonSerializer.Deserialize<string[][]>(answers)!).ToDictionary();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    public static TheoryData<string> Cursors => [.. Offers.Keys];

    public static TheoryData<string> Wrong => [.. Mistakes.Keys];

    public static TheoryData<string> Fine => [.. Right];

    [Theory]
    [MemberData(nameof(Cursors))]
    public void Names_strategies_and_options_are_offered(string policy) =>
        Assert.Superset(Offers[policy].ToHashSet(), Answers.Value[policy].Select(word => word.Trim('"')).ToHashSet());

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Mistakes_are_marked_where_they_are(string policy) => Assert.Contains(Answers.Value[policy], found => found.StartsWith(Mistakes[policy], StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Fine))]
    public void What_is_right_is_not_marked(string policy) => Assert.Empty(Answers.Value[policy]);

    [Fact]
    public void Of_a_strategy_that_does_not_exist_all_that_do_are_named() =>
        Assert.All(Names, name => Assert.Contains($"\"{name}\"", Answers.Value["columns:\n  email: { strategy: emial }\n"][0], StringComparison.Ordinal));
}
