using System.Text;
using System.Text.Json.Nodes;
using CiAnon.Audits;
using CiAnon.Audits.Findings;
using CiAnon.Diagnostics;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Tests.Cli;
using CiAnon.Tests.Dumps;
using CiAnon.Tests.Hosts;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Audits;

/// <summary>Every rule of an audit, where it stands and what it says.</summary>
public sealed class AuditTests : DumpFolder
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    // Covers the schema below without a finding.
    private const string Clean = """
        version: 1
        tables:
          people:
            columns:
              contact: email
            keep:
              status: { reason: "five words" }
          audits: { columns: { note: text } }
        """;

    [Fact]
    public void A_policy_that_fits_is_clean()
    {
        var result = Run(Clean);
        Assert.Equal([], Lines(result));
        Assert.True(result.Passed);
        Assert.Equal((2, 6), (result.Tables, result.Columns));
    }

    [Theory]
    [InlineData("    columns:\n      contact: email\n", "", "3,3 error undecided-column")]
    [InlineData("people:", "persons:", "1,1 error undecided-column|1,1 error undecided-column|3,3 error stale-table")]
    [InlineData("contact: email", "contact: email\n      gone: email", "6,7 error stale-column")]
    [InlineData("contact: email", "contact: email\n      \"gone_*\": email", "6,7 error stale-glob")]
    [InlineData("tables:", "columns: { gone: email }\ntables:", "2,12 error stale-column")]
    [InlineData("tables:", "columns: { \"*_gone\": email }\ntables:", "2,12 error stale-glob")]
    [InlineData("contact: email", "contact: email\n      id: name", "6,7 error rule-does-not-fit|6,7 error rule-does-not-fit")]
    [InlineData("{ reason: \"five words\" }", "{ reason: x, until: 2026-06-30 }", "7,35 error expired-decision")]
    [InlineData("{ reason: \"five words\" }", "{ reason: x, until: 2026-07-01 }", "7,7 warning expiring-decision")]
    [InlineData("{ reason: \"five words\" }", "{ reason: x, until: 2026-07-31 }", "7,7 warning expiring-decision")]
    [InlineData("{ reason: \"five words\" }", "{ reason: x, until: 2026-08-01 }", "")]
    [InlineData("{ reason: \"five words\" }", "{ owner: dpo }", "")]
    [InlineData("version: 1\n", "version: 1\nrequire_reasons: true\n", "")]
    [InlineData("version: 1\ntables:\n  people:\n    columns:\n      contact: email\n    keep:\n      status: { reason: \"five words\" }", "version: 1\nrequire_reasons: true\ntables:\n  people:\n    columns:\n      contact: email\n    keep: [status]", "7,12 error missing-reason")]
    [InlineData("version: 1\n", "version: 1\nunlisted: keep\n", "")]
    [InlineData("      contact: email\n", "      contact: keep\n", "5,7 warning keep-looks-personal")]
    [InlineData("      contact: email\n", "      contact: { strategy: keep, reason: public addresses }\n", "5,7 warning keep-looks-personal")]
    [InlineData("version: 1\ntables:\n  people:\n    columns:\n      contact: email\n", "version: 1\nverify: { allow: [{ object: people.contact, kind: email, reason: role addresses }] }\ntables:\n  people:\n    columns:\n      contact: { strategy: keep, reason: role addresses }\n", "6,7 note reasoned-keep-looks-personal")]
    [InlineData("      contact: email\n", "      contact: { strategy: email, proposed: words }\n", "5,7 warning undecided-rule")]
    [InlineData("{ reason: \"five words\" }", "{ proposed: \"five words\" }", "7,7 warning undecided-rule")]
    [InlineData("version: 1\n", "version: 1\nundecided: fail\n", "")]
    public void Each_rule_stands_where_it_belongs(string part, string instead, string expected)
    {
        Assert.Contains(part, Clean, StringComparison.Ordinal);
        var result = Run(Clean.Replace(part, instead, StringComparison.Ordinal));
        Assert.Equal(expected, string.Join('|', Lines(result)));
        Assert.Equal(expected.Split('|').All(line => line.Length == 0 || line.Contains(" note ", StringComparison.Ordinal)), result.Passed);
    }

    [Theory]
    [InlineData("", "1,1 error secret-in-definition")]
    [InlineData("definitions: { secrets: redact }\n", "")]
    [InlineData("verify: { allow: [{ object: 'USER MAPPING *', kind: token, reason: changed }] }\n", "")]
    [InlineData("verify: { allow: [{ object: 'USER MAPPING *', kind: email, reason: changed }] }\n", "1,1 error secret-in-definition")]
    [InlineData("verify: { allow: [{ object: 'FUNCTION *', reason: changed }] }\n", "1,1 error secret-in-definition")]
    public void A_secret_in_a_definition_is_named_until_it_is_replaced_or_allowed(string decision, string expected)
    {
        var result = Run(Clean.Replace("tables:", decision + "tables:", StringComparison.Ordinal), edit: dump =>
            dump.Add(90, "USER MAPPING", "app SERVER archive", defn: "CREATE USER MAPPING FOR app SERVER archive OPTIONS (\n    password 'canary'\n);\n"));
        Assert.Equal(expected, string.Join('|', Lines(result)));
        Assert.DoesNotContain(result.Findings, finding => finding.ToString().Contains("canary", StringComparison.Ordinal));
        Assert.All(result.Findings, finding => Assert.Contains("USER MAPPING app SERVER archive", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Unlisted_keep_is_a_warning_where_it_keeps_something() =>
        Assert.Contains("1,1 warning unlisted-keep", Lines(Run("version: 1\nunlisted: keep\n")));

    [Fact]
    public void Everything_is_told_at_once() => Assert.Equal(
        ["1,1 error undecided-column", "3,3 error stale-table", "4,3 error undecided-column", "6,35 error expired-decision", "7,16 error rule-does-not-fit", "7,16 error rule-does-not-fit"],
        Lines(Run("""
            version: 1
            tables:
              gone: { columns: { a: email } }
              people:
                keep:
                  status: { reason: x, until: 2026-06-30 }
                columns: { id: name }
            """)).Order(StringComparer.Ordinal));

    [Fact]
    public void What_changed_since_the_baseline_is_found()
    {
        var before = SampleReport.Full() with
        {
            Tables =
            [
                new TableSection("public", "people", "all", 1000, 1000,
                [
                    Column("id", "integer", "structural"),
                    Column("contact", "character varying(40)", "masked", "hash") with { Kind = "phone" },
                    Column("status", "text", "masked", "text"),
                    Column("gone", "text", "kept"),
                ]),
                new TableSection("public", "dropped", "all", 0, 0, []),
            ],
        };
        File.WriteAllBytes(In("baseline.json"), ReportJson.Write(before));
        var result = Run(Clean, In("baseline.json"));
        Assert.Equal(
        [
            "note column-added public.people.rank", "note column-removed public.people.gone", "note decision-changed public.people.contact", "note policy-changed policy",
            "note rows-changed public.people", "note table-added public.audits", "note table-removed public.dropped",
            "warning kind-changed public.people.contact", "warning protection-removed public.people.status", "warning type-changed public.people.contact",
        ], result.Findings.Select(finding => $"{finding.Rule.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id} {finding.Object}").Order(StringComparer.Ordinal));
        Assert.All(result.Findings.Where(finding => finding.Object.StartsWith("public.people", StringComparison.Ordinal)), finding => Assert.Equal(3, finding.Position.Line));
        Assert.Contains(result.Findings, finding => finding.Message == "public.people.contact was character varying(40) and is text since 2026-07-01");
        Assert.Contains(result.Findings, finding => finding.Message == "table public.people had 1000 rows and has 40 since 2026-07-01");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  spatial_ref_sys: { keep: all }\n")]
    [InlineData("  spatial_ref_sys: { rows: none }\n")]
    [InlineData("  spatial_ref_sys: { columns: { auth_name: text, srid: digits } }\n")]
    public void A_table_that_an_extension_creates_needs_no_rule_and_may_have_one(string rule)
    {
        var result = Run(Clean + "\n" + rule, edit: AddExtension);
        Assert.Equal([], Lines(result));
        Assert.Equal(3, result.Tables);
    }

    [Fact]
    public void Init_asks_nobody_about_a_table_that_an_extension_creates()
    {
        var (dump, _) = Files(Clean, AddExtension);
        var (exit, _, error) = FakeSession.Run("init", dump, "-o", In("new.yml"));
        Assert.Equal((0, ""), (exit, error));
        Assert.DoesNotContain("spatial_ref_sys", File.ReadAllText(In("new.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_nothing_in_the_dump_creates_is_named()
    {
        var result = Run(Clean, edit: dump => dump.AddRows(99, "spatial_ref_sys", "1\n", "COPY public.spatial_ref_sys (srid) FROM stdin;\n"));
        Assert.Equal(["1,1 note unseen-table"], Lines(result));
    }

    [Fact]
    public void No_value_of_a_row_is_told() =>
        Assert.DoesNotContain(Run("version: 1\ntables: { people: { keep: all }, audits: { keep: all } }\n").Findings, finding => finding.ToString().Contains("user1", StringComparison.Ordinal));

    [Fact]
    public void Findings_are_issues_of_the_host()
    {
        var (dump, policy) = Files(Clean.Replace("people:", "persons:", StringComparison.Ordinal));
        var commands = GitHubLog.Commands(FakeSession.Run("audit", dump, "--policy", policy, "--host", "github").Out);
        Assert.Equal(3, commands.Count(command => command.Name == "error"));
        Assert.Contains(commands, command => command.Properties["line"] == "3" && command.Properties["title"].StartsWith("stale-table: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_command_prints_findings_and_exits_with_1_and_writes_sarif_and_junit()
    {
        var (dump, policy) = Files(Clean.Replace("people:", "persons:", StringComparison.Ordinal));
        var (exit, output, error) = FakeSession.Run("audit", dump, "--policy", policy, "--sarif", In("a.sarif"), "--junit", In("a.xml"));
        Assert.Equal((1, ""), (exit, error));
        Assert.Contains($"{policy}(3,3): error stale-table: the dump has no table 'persons'", output, StringComparison.Ordinal);
        Assert.EndsWith("findings: 3 errors, 0 warnings, 0 notes; 2 tables and 6 columns of source\n", output, StringComparison.Ordinal);
        var results = JsonNode.Parse(File.ReadAllText(In("a.sarif")))!["runs"]![0]!["results"]!.AsArray();
        Assert.Equal(3, results.Count);
        Assert.Equal("ci-anon.yml", results[2]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>());
        Assert.Contains("<failure", File.ReadAllText(In("a.xml")), StringComparison.Ordinal);

        (dump, policy) = Files(Clean);
        Assert.Equal(0, FakeSession.Run("audit", dump, "-p", policy).Exit);
    }

    [Fact]
    public void Fix_adds_rules_that_a_plan_accepts_and_says_which()
    {
        var (dump, policy) = Files(Clean.Replace("    columns:\n      contact: email\n", "    # a comment\n", StringComparison.Ordinal).Replace("  audits: { columns: { note: text } }", "", StringComparison.Ordinal));
        var (exit, output, error) = FakeSession.Run("audit", dump, "-p", policy, "--fix");
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("people.contact: email (proposed by ci-anon audit on ", output, StringComparison.Ordinal);
        var text = File.ReadAllText(policy);
        Assert.Contains("# a comment", text, StringComparison.Ordinal);
        Assert.Matches(@"contact: email  # proposed by ci-anon audit on \d{4}-\d\d-\d\d: e-mail address, \d+ %: ", text);
        Assert.Empty(Run(text).Findings);

        Assert.Contains("nothing was added", FakeSession.Run("audit", dump, "-p", policy, "--fix").Out, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(policy));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("audit", "x.dump", "--database-env", "URL")]
    [InlineData("audit", "--database-env", "URL")]
    public void Neither_or_both_of_dump_and_database_is_wrong_usage(params string[] arguments)
    {
        var (exit, _, error) = FakeSession.Run(arguments);
        Assert.Equal((int)ExitCode.Usage, exit);
        Assert.Contains("--database-env", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/audit.md", AuditDocs.Markdown());

    [Fact]
    public void Rules_are_told_apart_and_all_are_listed()
    {
        Assert.Equal(AuditRules.All.Count, AuditRules.All.DistinctBy(rule => rule.Id).Count());
        Assert.Equal(typeof(AuditRules).GetFields().Where(field => field.FieldType == typeof(AuditRule)).Select(field => (AuditRule)field.GetValue(null)!), AuditRules.All);
    }

    private static ColumnSection Column(string name, string type, string decision, string? strategy = null) => new(name, type, decision, "", strategy, null, null, null);

    private static IEnumerable<string> Lines(AuditResult result) =>
        result.Findings.Select(finding => $"{finding.Position.Line},{finding.Position.Column} {finding.Rule.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id}");

    private static void AddExtension(ArchiveBuilder dump)
    {
        dump.Add(98, "EXTENSION", "postgis", defn: "CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;\n");
        dump.AddRows(99, "spatial_ref_sys", "990001\tEPSG\n", "COPY public.spatial_ref_sys (srid, auth_name) FROM stdin;\n");
    }

    private AuditResult Run(string policy, string? baseline = null, Action<ArchiveBuilder>? edit = null)
    {
        var (dump, file) = Files(policy, edit);
        return Audit.Run(new AuditOptions(file, Today) { DumpPath = dump, BaselinePath = baseline }, CancellationToken.None);
    }

    private (string Dump, string Policy) Files(string policy, Action<ArchiveBuilder>? edit = null)
    {
        var builder = new ArchiveBuilder { ChunkSize = 1000 };
        builder.Add(1, "ENCODING", "ENCODING", defn: "SET client_encoding = 'UTF8';\n");
        builder.Add(2, "SEARCHPATH", "SEARCHPATH", defn: "SELECT pg_catalog.set_config('search_path', '', false);\n");
        builder.Add(10, "TABLE", "people", "public", "CREATE TABLE public.people (\n    id integer NOT NULL,\n    contact text,\n    status text,\n    rank integer\n);\n");
        builder.Add(11, "TABLE", "audits", "public", "CREATE TABLE public.audits (\n    id integer NOT NULL,\n    note text\n);\n");
        builder.Add(20, "CONSTRAINT", "people people_pkey", "public", "ALTER TABLE ONLY public.people\n    ADD CONSTRAINT people_pkey PRIMARY KEY (id);\n", section: 4);
        builder.AddRows(30, "people", string.Concat(Enumerable.Range(1, 40).Select(row => $"{row}\tuser{row}@mail{row % 7}.de\t{(row % 2 == 0 ? "new" : "done")}\t{row}\n")),
            "COPY public.people (id, contact, status, rank) FROM stdin;\n");
        builder.AddRows(31, "audits", string.Concat(Enumerable.Range(1, 40).Select(row => $"{row}\tseen\n")), "COPY public.audits (id, note) FROM stdin;\n");
        edit?.Invoke(builder);
        File.WriteAllText(In("ci-anon.yml"), policy, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return (Write(builder.Custom(), "source"), In("ci-anon.yml"));
    }
}
