using CiAnon.Policies.Language;
using CiAnon.Strategies;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Policies;

public class PolicySchemaTests
{
    private static readonly string Schema = PolicySchema.Json(Sample.Strategies, Sample.Locales);

    private static readonly string[] Good =
    [
        "version: 1",
        "version: '1'",
        PolicyReaderTests.Example,
        "version: 1\nlocale: de\nunlisted: mask\nlarge_objects: keep\nproof: restore\nretention: 1 day",
        "version: 1\nlocale: ${LOCALE}\nretention: '${DAYS:-3} days'",
        "version: 1\ncolumns: { b: 'null', d: { strategy: 'null' } }",
        "version: 1\ncolumns: { a: '${STRATEGY}', b: { strategy: '${STRATEGY}', domain: x } }",
        "version: 1\ncolumns: { a: { strategy: hash, length: 8, upper: true }, b: { strategy: hash, length: '64', upper: 'false' } }",
        "version: 1\ncolumns: { a: { strategy: fixed, value: 0 }, b: { strategy: fixed, value: '' }, c: { strategy: fixed, value: false } }",
        "version: 1\ncolumns: { a: { strategy: keep, reason: r, owner: o, until: 2027-06-30 } }",
        "version: 1\ncolumns: { a: { strategy: email, proposed: p }, b: { strategy: keep, proposed: p } }\ntables: { t: { keep: { c: { proposed: p } } } }",
        "version: 1\nundecided: warn",
        "version: 1\ndefinitions: { secrets: redact }",
        "version: 1\ndefinitions: { secrets: refuse }",
        "version: 1\ndefinitions: {}",
        "version: 1\ncolumns: { a: noise }\ndefaults: { noise: { range: 500 } }",
        "version: 1\ncolumns: { a: { strategy: noise, range: 90 days }, b: { strategy: noise, range: 2.5% }, c: { strategy: noise, range: '${RANGE:-1 week}' } }",
        "version: 1\ntables: { t: {}, u: { keep: [] }, v: { keep: {} }, w: { keep: { a: {} } }, x: { rows: all } }",
        "version: 1\ntables: { t: { keep: [a, 1, true] } }",
        "version: 1\ntables: { t: { rows: { where: 'a > 1' } }, u: { rows: { sample: 10%, by: a, stratify: b } }, v: { rows: { sample: 0.5 %, limit: 3 } }, w: { rows: { limit: '7' } } }",
        "version: 1\nsubset: { from: t, where: 'a > 1', limit: 1000 }\nexclude: [log.*, '*_old']",
        "version: 1\nreferences: [{ table: t, columns: a, to: u }, { table: t, columns: [a, b], to: u, key: [c, d], when: { kind: 1 } }]",
        "version: 1\nrequire_reasons: true",
        "version: 1\nrequire_reasons: 'false'",
        "version: 1\nverify: { allow: [{ object: public.a.b, reason: r }, { object: '*', kind: phone, check: residual, reason: r, owner: o, until: 2027-06-30 }] }",
        "version: 1\nverify: { patterns: { phone: 3, name: 5%, email: 0, national-id: '12', card: 0.5% }, allow: [] }",
        "version: 1\nanonymity: [{ table: t, columns: [a, b], k: 5, l: { c: 2, d: '3' } }, { table: u, columns: [a], k: '2' }]",
        "version: 1\nverify: { sql: [] }\ncolumns: {}\ntables: {}\ndefaults: {}",
    ];

    private static readonly string[] Bad =
    [
        "[]",
        "{}",
        "version: 2",
        "version: true",
        "version: 1\ncolums: {}",
        "version: 1\nlocale: xx",
        "version: 1\nunlisted: [fail]",
        "version: 1\nretention: 7",
        "version: 1\nretention: 31 days",
        "version: 1\nretention: 0 days",
        "version: 1\ncolumns: [email]",
        "version: 1\ncolumns: { '': email }",
        "version: 1\ncolumns: { a: emial }",
        "version: 1\ncolumns: { a: [email] }",
        "version: 1\ncolumns: { a: { domain: x } }",
        "version: 1\ncolumns: { a: { strategy: email, format: keep } }",
        "version: 1\ncolumns: { a: { strategy: email, reason: x } }",
        "version: 1\ncolumns: { a: { strategy: email, domain: null } }",
        "version: 1\ncolumns: { a: { strategy: email, domain: [x] } }",
        "version: 1\ncolumns: { a: { strategy: phone, format: e165 } }",
        "version: 1\ncolumns: { a: { strategy: hash, length: 7 } }",
        "version: 1\ncolumns: { a: { strategy: hash, length: 8.5 } }",
        "version: 1\ncolumns: { a: { strategy: hash, upper: yes } }",
        "version: 1\ncolumns: { a: { strategy: shift, from: 1.2.2024 } }",
        "version: 1\ncolumns: { a: { strategy: email, when: { colum: b } } }",
        "version: 1\ncolumns: { a: plugin }",
        "version: 1\ndefaults: { emial: {} }",
        "version: 1\ndefaults: { email: { range: 1 } }",
        "version: 1\ntables: { t: { colums: {} } }",
        "version: 1\ntables: { t: all }",
        "version: 1\ntables: { '': {} }",
        "version: 1\ntables: { t: { keep: status } }",
        "version: 1\ntables: { t: { keep: [[a]] } }",
        "version: 1\ntables: { t: { keep: [null] } }",
        "version: 1\ntables: { t: { keep: { a: { reasn: x } } } }",
        "version: 1\ntables: { t: { keep: { a: { reason: '' } } } }",
        "version: 1\ntables: { t: { keep: { a: { until: 2027-6-30 } } } }",
        "version: 1\ntables: { t: { keep: { a: null } } }",
        "version: 1\ntables: { t: { rows: some } }",
        "version: 1\ntables: { t: { rows: {} } }",
        "version: 1\ntables: { t: { rows: { sample: 10 } } }",
        "version: 1\ntables: { t: { rows: { limit: 0 } } }",
        "version: 1\ntables: { t: { rows: { were: x } } }",
        "version: 1\nsubset: { where: x }",
        "version: 1\nsubset: [t]",
        "version: 1\nexclude: t",
        "version: 1\nreferences: [{ table: t, columns: a }]",
        "version: 1\nreferences: [{ table: t, columns: a, to: u, when: { a: 1, b: 2 } }]",
        "version: 1\ndefinitions: redact",
        "version: 1\ndefinitions: { secrets: keep }",
        "version: 1\ndefinitions: { secret: redact }",
        "version: 1\nverify: { sql: x.sql }",
        "version: 1\nverify: [x.sql]",
        "version: 1\nrequire_reasons: maybe",
        "version: 1\nverify: { allow: {} }",
        "version: 1\nverify: { allow: [{ object: a }] }",
        "version: 1\nverify: { allow: [{ reason: a }] }",
        "version: 1\nverify: { allow: [{ object: a, reason: b, kind: fone }] }",
        "version: 1\nverify: { allow: [{ object: a, reason: b, check: rows }] }",
        "version: 1\nverify: { allow: [{ object: a, reason: b, until: tomorrow }] }",
        "version: 1\nverify: { patterns: { fone: 1 } }",
        "version: 1\nverify: { patterns: { phone: -1 } }",
        "version: 1\nverify: { patterns: { phone: 0.5 } }",
        "version: 1\nverify: { patterns: { phone: many } }",
        "version: 1\nanonymity: { table: t }",
        "version: 1\nanonymity: [{ table: t, columns: [a] }]",
        "version: 1\nanonymity: [{ table: t, columns: a, k: 5 }]",
        "version: 1\nanonymity: [{ table: t, columns: [a], k: 1 }]",
        "version: 1\nanonymity: [{ table: t, columns: [a], k: 5, l: { b: 1 } }]",
        "version: 1\nanonymity: [{ table: t, columns: [a], k: 5, l: [b] }]",
        "version: 1\nanonymity: [{ tabel: t, columns: [a], k: 5 }]",
        "version: 1\nproof: trust",
        "version: 1\ncolumns: { a: { strategy: noise, range: banana } }",
        "version: 1\ncolumns: { a: { strategy: noise, range: 0 days } }",
        "version: 1\ncolumns: { a: { strategy: noise, range: -5 } }",
        "version: 1\ncolumns: { a: { strategy: noise, range: 3 dayz } }",
        "version: 1\ncolumns: { a: { strategy: noise, range: } }",
        "version: 1\ncolumns: { a: }",
        "version: 1\ncolumns: { a: { strategy: } }",
        "version: 1\nlocale:",
        "version: 1\ntables: { t: { keep: } }",
    ];

    // One process for all of them.
    private static readonly Lazy<Dictionary<string, string>> Verdicts = new(() =>
    {
        using var ajv = new Ajv();
        string[] all = [.. Good, .. Bad, UnquotedNull];
        return all.Zip(ajv.Validate(Schema, [.. all.Select(yaml => YamlAsJson.Convert(yaml)?.ToJsonString() ?? "null")])).ToDictionary();
    });

    private const string UnquotedNull = "version: 1\ncolumns: { a: null, c: { strategy: null } }";

    public static TheoryData<string> Accepted => [.. Good];

    public static TheoryData<string> Refused => [.. Bad];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_the_schema_accepts_the_reader_reads(string yaml)
    {
        Assert.Equal("valid", Verdicts.Value[yaml]);
        Sample.Policy(yaml, ("LOCALE", "fr"), ("STRATEGY", "email"));
    }

    [Fact]
    public void The_unquoted_word_null_is_read_though_an_editor_can_not_tell_it_from_an_empty_value()
    {
        Assert.NotEqual("valid", Verdicts.Value[UnquotedNull]);
        Assert.Equal(["null", "null"], Sample.Policy(UnquotedNull).Columns.Select(rule => rule.Strategy.Name));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_schema_refuses_the_reader_refuses(string yaml)
    {
        Assert.NotEqual("valid", Verdicts.Value[yaml]);
        Assert.NotEmpty(Sample.Read(yaml).Diagnostics);
    }

    [Fact]
    public void The_committed_schema_is_up_to_date() =>
        GeneratedFile.AssertUpToDate("docs/schema/policy.schema.json", PolicySchema.Json(StrategyRegistry.All, Locales.All));

    [Fact]
    public void The_schema_is_the_same_every_time() => Assert.Equal(Schema, PolicySchema.Json(Sample.Strategies, Sample.Locales));

    [Fact]
    public void Every_strategy_and_option_is_described()
    {
        Assert.All(Sample.Strategies, strategy => Assert.Contains($"\"description\": \"{strategy.Summary}\"", Schema));
        Assert.All(Sample.Strategies.SelectMany(strategy => strategy.Options), option => Assert.Contains($"\"description\": \"{option.Summary}\"", Schema));
    }
}
