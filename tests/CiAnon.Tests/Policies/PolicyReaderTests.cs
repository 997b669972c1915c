using System.Security.Cryptography;
using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Policies;

public class PolicyReaderTests
{
    internal const string Example = """""
        # ci-anon.yml
        version: 1
        locale: en
        unlisted: fail
        defaults: { email: { domain: anon.example } }
        columns:
          email: email
          "*_phone": phone
        tables:
          customers:
            columns:
              email: email
              phone: { strategy: phone, format: keep }
              date_of_birth: { strategy: noise, range: 90 days }
              loyalty_tier: keep
              notes: "null"
            keep: [status, source]
          '"Sales Dept"."Account ""VIP"""':
            columns: { contact: email }
            keep: { tier: { reason: "enum of 5 words", owner: dpo, until: 2027-06-30 } }
          products: { keep: all }
          sessions: { rows: none }
        large_objects: drop
        verify:
          sql: [verify/*.sql]
        retention: 7 days
        proof: reread
        """"";

    [Fact]
    public void The_example_of_the_design_reads_as_it_says()
    {
        var policy = Sample.Policy(Example);

        Assert.Equal("en", policy.Locale);
        Assert.Equal(UnlistedMode.Fail, policy.Unlisted);
        Assert.Equal(["email", "*_phone"], policy.Columns.Select(rule => rule.Column));
        Assert.Equal(["customers", "\"Sales Dept\".\"Account \"\"VIP\"\"\"", "products", "sessions"], policy.Tables.Select(table => table.Name));
        Assert.Equal(["email", "phone", "noise", "keep", "null", "keep", "keep"], policy.Tables[0].Columns.Select(rule => rule.Strategy.Name));
        Assert.Equal("range: 90 days", policy.Tables[0].Columns[2].Options.ToString());
        Assert.Equal(LargeObjectMode.Drop, policy.LargeObjects);
        Assert.Equal("verify/*.sql", Assert.Single(policy.SqlChecks).Glob);
        Assert.Equal(7, policy.RetentionDays);
        Assert.Equal(ProofMode.Reread, policy.Proof);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Example))), policy.Sha256);
    }

    [Fact]
    public void Rules_inside_of_values_read_as_written()
    {
        var result = new PolicyReader(StrategyRegistry.All, Sample.Locales).Read("ci-anon.yml", """
            version: 1
            columns:
              tags: { strategy: hstore, keys: { a: delete, b: { set: "1" }, c: { strategy: first_name, locale: de, null: replace } } }
              doc: { strategy: xml, paths: { /a: { delete: true }, /b: { set: "1" } } }
              profile: { strategy: json, paths: { $.a: { set: x }, $.b: { strategy: constant, value: y, null: replace } } }
              list: { strategy: array, each: { strategy: name, locale: fr, null: keep } }
            """u8.ToArray(), _ => null, Sample.Today);

        Assert.Empty(result.Diagnostics);
        var policy = result.Policy!;
        var rules = policy.Columns.SelectMany(column => column.Options.Given.Where(option => option.Key is "keys" or "paths").SelectMany(option => PathsOption.Parse(option.Value)!)).ToList();
        Assert.Equal(["a True - -", "b False 1 -", "c False - first_name de True", "/a True - -", "/b False 1 -", "$.a False \"x\" -", "$.b False - constant  True"],
            rules.Select(rule => $"{rule.Path} {rule.Delete} {rule.Set ?? "-"} {(rule.Inner is { } inner ? $"{inner.Strategy.Name} {inner.Locale} {inner.ReplacesNull}" : "-")}"));
        var each = PathsOption.ParseOne(policy.Columns[^1].Options.Given["each"])!;
        Assert.Equal(("fr", false), (each.Locale, each.ReplacesNull));
    }

    [Fact]
    public void What_is_kept_inside_of_a_value_has_no_locale_and_no_pseudonym_for_NULL()
    {
        var result = new PolicyReader(StrategyRegistry.All, Sample.Locales).Read("ci-anon.yml", """
            version: 1
            columns:
              tags: { strategy: hstore, keys: { a: { strategy: keep, locale: de, null: replace } } }
            """u8.ToArray(), _ => null, Sample.Today);

        Assert.Equal(["3,58 remove 'locale'", "3,70 remove 'null'"], result.Diagnostics.Select(problem => $"{problem.Position!.Value.Line},{problem.Position.Value.Column} {problem.Message[problem.Message.IndexOf("remove", StringComparison.Ordinal)..]}"));
    }

    [Fact]
    public void What_may_be_found_and_what_must_hold_reads_as_written()
    {
        var policy = Sample.Policy("""
            version: 1
            require_reasons: true
            verify:
              sql: [a.sql]
              allow:
                - { object: public.products.description, kind: phone, check: patterns, reason: hotlines, owner: dpo, until: 2026-07-01 }
                - { object: VIEW shop.v, reason: sample }
              patterns: { phone: 3, name: 5%, email: 0 }
            anonymity:
              - { table: customers, columns: [birth_year, postcode], k: 5, l: { diagnosis: 2 } }
            columns: { a: { strategy: keep, reason: words } }
            """);

        Assert.True(policy.RequireReasons);
        Assert.Equal("a.sql", Assert.Single(policy.SqlChecks).Glob);
        Assert.Equal(
        [
            new Allowance("public.products.description", PersonalKind.Phone, "patterns", new("hotlines", "dpo", new DateOnly(2026, 7, 1), new("ci-anon.yml", 6, 7))),
            new Allowance("VIEW shop.v", null, null, new("sample", null, null, new("ci-anon.yml", 7, 7))),
        ], policy.Allowed);
        Assert.Equal((3L, null), (policy.PatternLimits[PersonalKind.Phone].Count, policy.PatternLimits[PersonalKind.Phone].Share));
        Assert.Equal((null, 0.05), (policy.PatternLimits[PersonalKind.Name].Count, policy.PatternLimits[PersonalKind.Name].Share));
        Assert.Equal(0, policy.PatternLimits[PersonalKind.Email].Count);
        var rule = Assert.Single(policy.Anonymity);
        Assert.Equal(("customers", 5, 2, 10), (rule.Table, rule.K, rule.L["diagnosis"], rule.Position.Line));
        Assert.Equal(["birth_year", "postcode"], rule.Columns);
    }

    [Fact]
    public void A_proposal_is_nobodys_decision_until_a_person_gives_a_reason_or_removes_it()
    {
        var policy = Sample.Policy("""
            version: 1
            columns:
              a: { strategy: keep, proposed: "codes, 60 %" }
              b: { strategy: email, proposed: "e-mail address, 60 %" }
              c: { strategy: keep, proposed: "codes, 60 %", reason: "our own codes" }
              d: email
            tables: { t: { keep: { e: { proposed: words }, f: { reason: words } } } }
            """);

        Assert.Equal(["codes, 60 %", "e-mail address, 60 %", null, null, "words", null],
            policy.Columns.Concat(policy.Tables[0].Columns).Select(rule => rule.Proposed));
        Assert.Equal([null, "our own codes", null, "words"],
            policy.Columns.Concat(policy.Tables[0].Columns).Select(rule => rule.Decision).OfType<Decision>().Select(decision => decision.Reason));
    }

    [Fact]
    public void Rules_tables_and_decisions_know_their_places()
    {
        var policy = Sample.Policy(Example);

        Assert.Equal(new SourcePosition("ci-anon.yml", 7, 3), policy.Columns[0].Position);
        Assert.Equal(new SourcePosition("ci-anon.yml", 10, 3), policy.Tables[0].Position);
        Assert.Equal(new SourcePosition("ci-anon.yml", 13, 7), policy.Tables[0].Columns[1].Position);
        Assert.Equal(new SourcePosition("ci-anon.yml", 17, 12), policy.Tables[0].Columns[5].Position);
        Assert.Equal(new SourcePosition("ci-anon.yml", 21, 21), policy.Tables[2].KeepAll!.Position);
        Assert.Equal(new SourcePosition("ci-anon.yml", 25, 9), policy.SqlChecks[0].Position);
    }

    [Fact]
    public void What_the_file_leaves_out_has_the_documented_defaults()
    {
        var policy = Sample.Policy("version: 1");

        Assert.Equal("en", policy.Locale);
        Assert.Equal(UnlistedMode.Fail, policy.Unlisted);
        Assert.Null(policy.LargeObjects);
        Assert.Equal(7, policy.RetentionDays);
        Assert.Equal(ProofMode.Reread, policy.Proof);
        Assert.Empty(policy.Columns);
        Assert.Empty(policy.Tables);
        Assert.Empty(policy.SqlChecks);
    }

    [Fact]
    public void A_kept_column_carries_its_decision_in_either_place()
    {
        var table = Sample.Policy("""
            version: 1
            tables:
              t:
                columns:
                  a: { strategy: keep, reason: public, owner: dpo, until: 2026-07-01 }
                  b: keep
                keep:
                  c: { owner: dpo }
            """).Tables[0];

        Assert.Equal(new Decision("public", "dpo", new DateOnly(2026, 7, 1), new("ci-anon.yml", 5, 7)), table.Columns[0].Decision);
        Assert.Equal(new Decision(null, null, null, new("ci-anon.yml", 6, 7)), table.Columns[1].Decision);
        Assert.Equal("dpo", table.Columns[2].Decision!.Owner);
    }

    [Fact]
    public void Defaults_hold_until_a_rule_says_otherwise()
    {
        var policy = Sample.Policy("""
            version: 1
            columns:
              a: email
              b: { strategy: email, domain: other.example }
              c: noise
            defaults:
              email: { domain: anon.example, seed: s }
              noise: { range: 10% }
            """);

        Assert.Equal("domain: anon.example, seed: s", policy.Columns[0].Options.ToString());
        Assert.Equal("domain: other.example, seed: s", policy.Columns[1].Options.ToString());
        Assert.Equal("range: 10%", policy.Columns[2].Options.ToString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("'null'")]
    [InlineData("{ strategy: null }")]
    public void The_word_null_names_a_strategy_quoted_or_not(string rule) =>
        Assert.Equal("null", Sample.Policy($"version: 1\ncolumns: {{ note: {rule} }}").Columns[0].Strategy.Name);

    [Fact]
    public void Booleans_and_numbers_of_YAML_are_texts()
    {
        var table = Sample.Policy("version: 1\ntables: { yes: { keep: [on, no, 1, 1e3, true] } }").Tables[0];

        Assert.Equal("yes", table.Name);
        Assert.Equal(["on", "no", "1", "1e3", "true"], table.Columns.Select(rule => rule.Column));
    }

    [Fact]
    public void An_option_may_be_the_empty_text_in_quotes() =>
        Assert.Equal("", Sample.Policy("version: 1\ncolumns: { a: { strategy: fixed, value: '' } }").Columns[0].Options.Given["value"]);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_policy() => Sample.Policy("\uFEFFversion: 1");

    [Fact]
    public void A_file_is_read_from_its_path()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Example);
            Assert.Equal(path, ReadFile(path).Policy!.Path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_diagnostics()
    {
        Assert.Equal(DiagnosticCodes.PolicyNotFound, Assert.Single(ReadFile("/nowhere/ci-anon.yml").Diagnostics).Code);
        Assert.Equal(DiagnosticCodes.PolicyUnreadable, Assert.Single(ReadFile(Path.GetTempPath()).Diagnostics).Code);
    }

    private static PolicyReadResult ReadFile(string path) =>
        new PolicyReader(Sample.Strategies, Sample.Locales).ReadFile(path, _ => null, Sample.Today);
}
