using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CiAnon.Reporting;
using CiAnon.Reporting.Html;
using CiAnon.Reporting.Languages;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;
using CiAnon.Verification;

namespace CiAnon.Tests.Reporting.Html;

public partial class HtmlReportTests
{
    private const string Snapshots = "tests/CiAnon.Tests/Reporting/Html/";

    [Theory]
    [InlineData("passed")]
    [InlineData("failed")]
    [InlineData("pseudonymized")]
    [InlineData("bare")]
    public void What_people_read(string name) => GeneratedFile.AssertUpToDate($"{Snapshots}{name}.verified.txt", Lines(Sample(name)));

    /// <summary>Whatever names a schema has, the page's elements and attributes are the same: a text can't become markup.</summary>
    [Fact]
    public void No_text_changes_the_structure()
    {
        var plain = Structure(ReportSamples.Nasty("x"));
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        const string Alphabet = "<>\"'&;/= \n\tabcscriptstyle!-[]{}\u0000\u0001\u001b\u202e\ud83d\ude00\ud800é";
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Assert.True(plain == Structure(ReportSamples.Nasty("x" + text)), $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("--><img src=x>")]
    public void Markup_in_a_name_is_shown_as_text(string name)
    {
        var html = Html(ReportSamples.Nasty(name));
        Assert.DoesNotContain(name, html, StringComparison.Ordinal);
        Assert.Contains(Parse(html).Descendants("code"), code => code.Value == name);
    }

    [Fact]
    public void Control_and_direction_characters_are_replaced()
    {
        var html = Html(ReportSamples.Nasty("a\u202eb\u0007c\ud800"));
        Assert.DoesNotMatch("[\u202e\u0007]", html);
        Assert.Contains("a\uFFFDb\uFFFDc\uFFFD", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_stands_in_the_picture()
    {
        var report = ReportSamples.Large(500);
        var picture = Parse(Html(report)).Descendants("ul").Single(list => list.Attribute("class")?.Value == "picture");
        Assert.Equal(report.Tables.Select(table => $"{table.Schema}.{table.Name}"), picture.Descendants("code").Select(code => code.Value));
        Assert.Equal(report.Tables.SelectMany(table => table.Columns).Select(column => column.Decision), picture.Descendants("i").Select(square => square.Attribute("class")!.Value));
    }

    [Fact]
    public void Every_file_and_digest_is_named()
    {
        var report = ReportSamples.Passed();
        var html = Html(report);
        Assert.All([report.Input.Sha256, report.Output!.Sha256, report.Policy.Sha256, report.Drift!.BaselineSha256, report.Ci!.Commit!, "28 samples planted, 28 found"],
            text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    [Fact]
    public void The_limits_stand_on_every_page() =>
        Assert.All([ReportSamples.Passed(), ReportSamples.Failed(), ReportSamples.Pseudonymized(), ReportSamples.Bare()], report =>
        {
            var text = Lines(report);
            Assert.Contains("What this run does not prove", text, StringComparison.Ordinal);
            Assert.Contains(report.Key.Fingerprint is null ? "recital 26" : "still personal data", text, StringComparison.Ordinal);
        });

    private static ComplianceReport Sample(string name) => name switch
    {
        "passed" => ReportSamples.Passed(),
        "failed" => ReportSamples.Failed(),
        "pseudonymized" => ReportSamples.Pseudonymized(),
        _ => ReportSamples.Bare(),
    };

    /// <summary>A German page says nothing of ours in English; what only the report knows stays as it stands there.</summary>
    [Fact]
    public void Every_text_of_ours_has_its_German()
    {
        var german = ReportLanguage.Load("de");
        ComplianceReport[] reports = [ReportSamples.Passed(), ReportSamples.Failed(), ReportSamples.Pseudonymized(), ReportSamples.Bare(), ReportSamples.Large(40), Rare(), Rare() with { Mode = ReportMode.Verified }];
        foreach (var report in reports) HtmlReport.Write(report, german);
        Assert.Empty(german.Untranslated);
    }

    [Fact]
    public void A_translation_speaks_of_all_that_its_English_speaks_of() =>
        Assert.All(ReportLanguage.German.Texts, pair => Assert.Equal(Placeholders().Matches(pair.Key).Select(match => match.Value).Order(), Placeholders().Matches(pair.Value).Select(match => match.Value).Order()));

    /// <summary>Checks, kinds of data and strategies are data: what is added must be said in German, too.</summary>
    [Fact]
    public void Claims_kinds_and_methods_have_their_German() => Assert.All(
        CheckDefinition.Judging.Select(check => check.Claim).Concat(PersonalKinds.All.Select(kind => kind.Title)).Concat(StrategyRegistry.All.Select(strategy => strategy.Summary)),
        text => Assert.Contains(text, ReportLanguage.German.Texts.Keys));

    [Fact]
    public void A_German_page_says_what_failed_and_what_to_do_in_German()
    {
        var text = Parse(Encoding.UTF8.GetString(HtmlReport.Write(ReportSamples.Failed(), ReportLanguage.German))).Element("body")!.Value;
        Assert.All(["Prüfung 'residual': ", "Originale aus maskierten Spalten sind an 41 Stellen noch da; es wurde nichts veröffentlicht. ", "die Abfrage der Prüfung fand 3 Verstöße"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("nothing was published", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_German_page_is_one()
    {
        var page = Parse(Encoding.UTF8.GetString(HtmlReport.Write(ReportSamples.Passed(), ReportLanguage.German)));
        Assert.Equal("de", page.Attribute("lang")!.Value);
        var text = page.Element("body")!.Value;
        Assert.All(["Bestanden: direkte Kennzeichen ersetzt; kleinste Gruppe 1", "2. November 2026", "E-Mail-Adresse", "Jede Spalte hat eine Entscheidung", "1,48\u00A0GB", "Lauf 7421 auf GitHub"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_ran_it_on_which_commit_and_what_for_stands_at_the_top()
    {
        var header = Parse(Html(ReportSamples.Passed())).Descendants("header").Single().Value;
        Assert.All(["release-bot, run 7421 on GitHub", "weekly team dump (schedule)", "acme/shop", "0123456789abcdef0123456789abcdef01234567"], text => Assert.Contains(text, header, StringComparison.Ordinal));
        Assert.DoesNotContain("Who ran it", Html(ReportSamples.Bare()), StringComparison.Ordinal);
    }

    // What runs have now and then: nothing declared, nothing measured, findings allowed without a word, an empty drift.
    private static ComplianceReport Rare()
    {
        var passed = ReportSamples.Passed();
        return passed with
        {
            Checks = [.. passed.Checks.Select(check => check.Id switch
            {
                "sql" => check with { Examined = 0 },
                "keys" => check with { Status = "skipped", Examined = 0 },
                "patterns" => check with { Allowed = [new AllowedSection("public.a.b", null, 1, null, null, null)] },
                _ => check,
            })],
            Tables = [.. passed.Tables, passed.Tables[0] with { Name = "patients", Columns = [new ColumnSection("patient_no", "text", "kept", "keep", null, null, null, null) { Kind = "record-number" }] },
                new TableSection("public", "bare", "all", 0, 0, [])],
            LargeObjects = LargeObjectStatus.Kept,
            Residual = passed.Residual! with { Share = 0.5 },
            Anonymity = [passed.Anonymity[0] with { Rows = 0 }],
            Drift = passed.Drift! with { Changes = [] },
            Policy = passed.Policy with { Unlisted = "keep" },
            Output = passed.Output! with { Encryption = new EncryptionSection("age", "shop.anon.dump.age", 1, new string('e', 64), ["age1…"]) },
        };
    }

    private static string Html(ComplianceReport report) => Encoding.UTF8.GetString(HtmlReport.Write(report)).Replace("<wbr/>", "", StringComparison.Ordinal);

    // The page is well-formed XML, doctype aside.
    private static XElement Parse(string html) => XDocument.Parse(html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal)).Root!;

    // Titles that merely repeat a name differ in value, never in number.
    private static string Structure(ComplianceReport report) => string.Join(' ', Parse(Html(report)).DescendantsAndSelf()
        .Select(element => $"{element.Name}({string.Join(',', element.Attributes().Select(attribute => attribute.Name))})"));

    // One line per block: what a reader sees, without the style.
    private static string Lines(ComplianceReport report)
    {
        var body = Parse(Html(report)).Element("body")!;
        string[] blocks = ["p", "h1", "h2", "h3", "li", "dt", "dd", "tr", "summary", "caption"];
        var lines = body.Descendants().Where(element => blocks.Contains(element.Name.LocalName) && !element.Descendants().Any(inner => blocks.Contains(inner.Name.LocalName)))
            .Select(element => $"{Mark(element.Name.LocalName)}{(element.Name == "tr" ? string.Join(" | ", element.Elements().Select(cell => Spaces().Replace(cell.Value, " ").Trim())) : Spaces().Replace(element.Value, " ").Trim())}");
        return string.Join('\n', lines) + "\n";
    }

    private static string Mark(string name) => name switch { "h1" => "# ", "h2" => "\n## ", "h3" => "\n### ", "dd" => "    ", "li" => "- ", "tr" => "  ", _ => "" };

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex("[ \n]+")]
    private static partial Regex Spaces();
}
