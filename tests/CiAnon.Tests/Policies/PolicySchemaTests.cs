using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;
using NJsonSchema;

namespace CiAnon.Tests.Policies;

public class PolicySchemaTests
{
    private static readonly string Schema = PolicySchema.Json(Sample.Strategies, Sample.Locales);

    [Theory]
    [InlineData("version: 1")]
    [InlineData("version: '1'")]
    [InlineData(PolicyReaderTests.Example)]
    [InlineData("version: 1\nlocale: de\nunlisted: mask\nlarge_objects: keep\nproof: restore\nretention: 1 day")]
    [InlineData("version: 1\nlocale: ${LOCALE}\nretention: '${DAYS:-3} days'")]
    [InlineData("version: 1\ncolumns: { a: null, b: 'null', c: { strategy: null }, d: { strategy: 'null' } }")]
    [InlineData("version: 1\ncolumns: { a: '${STRATEGY}', b: { strategy: '${STRATEGY}', domain: x } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: hash, length: 8, upper: true }, b: { strategy: hash, length: '64', upper: 'false' } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: fixed, value: 0 }, b: { strategy: fixed, value: '' }, c: { strategy: fixed, value: false } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: keep, reason: r, owner: o, until: 2027-06-30 } }")]
    [InlineData("version: 1\ncolumns: { a: noise }\ndefaults: { noise: { range: 500 } }")]
    [InlineData("version: 1\ntables: { t: {}, u: { keep: [] }, v: { keep: {} }, w: { keep: { a: {} } }, x: { rows: all } }")]
    [InlineData("version: 1\ntables: { t: { keep: [a, 1, true] } }")]
    [InlineData("version: 1\nrequire_reasons: true")]
    [InlineData("version: 1\ndefinitions: { secrets: redact }")]
    [InlineData("version: 1\ndefinitions: { secrets: refuse }")]
    [InlineData("version: 1\ndefinitions: {}")]
    [InlineData("version: 1\nrequire_reasons: 'false'")]
    [InlineData("version: 1\nverify: { allow: [{ object: public.a.b, reason: r }, { object: '*', kind: phone, check: residual, reason: r, owner: o, until: 2027-06-30 }] }")]
    [InlineData("version: 1\nverify: { patterns: { phone: 3, name: 5%, email: 0, national-id: '12', card: 0.5% }, allow: [] }")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [a, b], k: 5, l: { c: 2, d: '3' } }, { table: u, columns: [a], k: '2' }]")]
    [InlineData("version: 1\nverify: { sql: [] }\ncolumns: {}\ntables: {}\ndefaults: {}")]
    public void What_the_schema_accepts_the_reader_reads(string yaml)
    {
        Assert.Empty(Violations(yaml));
        Sample.Policy(yaml, ("LOCALE", "fr"), ("STRATEGY", "email"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("version: 2")]
    [InlineData("version: true")]
    [InlineData("version: 1\ncolums: {}")]
    [InlineData("version: 1\ndefinitions: redact")]
    [InlineData("version: 1\ndefinitions: { secrets: keep }")]
    [InlineData("version: 1\ndefinitions: { secret: redact }")]
    [InlineData("version: 1\nlocale: xx")]
    [InlineData("version: 1\nunlisted: [fail]")]
    [InlineData("version: 1\nretention: 7")]
    [InlineData("version: 1\nretention: 31 days")]
    [InlineData("version: 1\nretention: 0 days")]
    [InlineData("version: 1\ncolumns: [email]")]
    [InlineData("version: 1\ncolumns: { '': email }")]
    [InlineData("version: 1\ncolumns: { a: emial }")]
    [InlineData("version: 1\ncolumns: { a: [email] }")]
    [InlineData("version: 1\ncolumns: { a: { domain: x } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, format: keep } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, reason: x } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, domain: null } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, domain: [x] } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: phone, format: e165 } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: hash, length: 7 } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: hash, length: 8.5 } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: hash, upper: yes } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: shift, from: 1.2.2024 } }")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, when: { column: b } } }")]
    [InlineData("version: 1\ncolumns: { a: json }")]
    [InlineData("version: 1\ndefaults: { emial: {} }")]
    [InlineData("version: 1\ndefaults: { email: { range: 1 } }")]
    [InlineData("version: 1\ntables: { t: { colums: {} } }")]
    [InlineData("version: 1\ntables: { t: all }")]
    [InlineData("version: 1\ntables: { '': {} }")]
    [InlineData("version: 1\ntables: { t: { keep: status } }")]
    [InlineData("version: 1\ntables: { t: { keep: [[a]] } }")]
    [InlineData("version: 1\ntables: { t: { keep: [null] } }")]
    [InlineData("version: 1\ntables: { t: { keep: { a: { reasn: x } } } }")]
    [InlineData("version: 1\ntables: { t: { keep: { a: { reason: '' } } } }")]
    [InlineData("version: 1\ntables: { t: { keep: { a: { until: 2027-6-30 } } } }")]
    [InlineData("version: 1\ntables: { t: { keep: { a: null } } }")]
    [InlineData("version: 1\ntables: { t: { rows: some } }")]
    [InlineData("version: 1\ntables: { t: { rows: { where: x } } }")]
    [InlineData("version: 1\nverify: { sql: x.sql }")]
    [InlineData("version: 1\nverify: [x.sql]")]
    [InlineData("version: 1\nrequire_reasons: maybe")]
    [InlineData("version: 1\nverify: { allow: {} }")]
    [InlineData("version: 1\nverify: { allow: [{ object: a }] }")]
    [InlineData("version: 1\nverify: { allow: [{ reason: a }] }")]
    [InlineData("version: 1\nverify: { allow: [{ object: a, reason: b, kind: fone }] }")]
    [InlineData("version: 1\nverify: { allow: [{ object: a, reason: b, check: rows }] }")]
    [InlineData("version: 1\nverify: { allow: [{ object: a, reason: b, until: tomorrow }] }")]
    [InlineData("version: 1\nverify: { patterns: { fone: 1 } }")]
    [InlineData("version: 1\nverify: { patterns: { phone: -1 } }")]
    [InlineData("version: 1\nverify: { patterns: { phone: 0.5 } }")]
    [InlineData("version: 1\nverify: { patterns: { phone: many } }")]
    [InlineData("version: 1\nanonymity: { table: t }")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [a] }]")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: a, k: 5 }]")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [a], k: 1 }]")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [a], k: 5, l: { b: 1 } }]")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [a], k: 5, l: [b] }]")]
    [InlineData("version: 1\nanonymity: [{ tabel: t, columns: [a], k: 5 }]")]
    [InlineData("version: 1\nproof: trust")]
    public void What_the_schema_refuses_the_reader_refuses(string yaml)
    {
        Assert.NotEmpty(Violations(yaml));
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

    private static ICollection<NJsonSchema.Validation.ValidationError> Violations(string yaml) =>
        // NJsonSchema resolves references only under the name that earlier drafts had for $defs.
        JsonSchema.FromJsonAsync(Schema.Replace("$defs", "definitions", StringComparison.Ordinal)).GetAwaiter().GetResult().Validate(YamlAsJson.Convert(yaml)?.ToJsonString() ?? "null");
}
