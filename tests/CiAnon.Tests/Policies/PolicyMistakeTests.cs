using CiAnon.Diagnostics;

namespace CiAnon.Tests.Policies;

public class PolicyMistakeTests
{
    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once_at_its_place()
    {
        const string yaml = """
            version: 1
            locale: ne
            unlistd: keep
            retention: 31 days
            columns:
              email: emial
              phone: { strategy: phone, formt: keep }
              birth: { strategy: noise }
              zip: [hash]
            tables:
              customers:
                colums: {}
                keep: status
                rows: some
              orders: all
            proof: { }
            """;

        Assert.Equal(
        [
            "2,9 CIANON1024",
            "3,1 CIANON1010",
            "4,12 CIANON1013",
            "6,10 CIANON1020",
            "7,29 CIANON1021",
            "8,10 CIANON1023",
            "9,8 CIANON1011",
            "12,5 CIANON1010",
            "13,11 CIANON1011",
            "14,11 CIANON1013",
            "15,11 CIANON1011",
            "16,8 CIANON1011",
        ], Sample.Places(yaml));
    }

    [Theory]
    [InlineData("version: 1\ncolums: {}", "unknown key 'colums' in the policy, did you mean 'columns'?")]
    [InlineData("version: 1\ncolumns: { a: emial }", "unknown strategy 'emial', did you mean 'email'?")]
    [InlineData("version: 1\ncolumns: { a: NULL }", "unknown strategy 'NULL', did you mean 'null'?")]
    [InlineData("version: 1\ncolumns: { a: { stratgy: email } }", "unknown key 'stratgy' in a rule, did you mean 'strategy'?")]
    [InlineData("version: 1\ncolumns: { a: { strategy: phone, fromat: keep } }", "unknown option 'fromat' in strategy 'phone', did you mean 'format'?")]
    [InlineData("version: 1\ncolumns: { a: { strategy: phone, format: kep } }",
        "option 'format' takes keep or e164, not 'kep', did you mean 'keep'?")]
    [InlineData("version: 1\ncolumns: { a: { strategy: keep, raeson: x } }", "unknown option 'raeson' in strategy 'keep', did you mean 'reason'?")]
    [InlineData("version: 1\nlocale: frr", "'locale' can't be 'frr', did you mean 'fr'?")]
    [InlineData("version: 1\nlocale: klingon", "'locale' can't be 'klingon'; one of: de, en, fr")]
    [InlineData("version: 1\nverify: { sqls: [] }", "unknown key 'sqls' in 'verify', did you mean 'sql'?")]
    [InlineData("version: 1\nverify: { allow: [{ object: a, reason: r, kind: phne }] }", "'kind' can't be 'phne', did you mean 'phone'?")]
    [InlineData("version: 1\nverify: { patterns: { pone: 1 } }", "unknown kind 'pone' in 'patterns', did you mean 'phone'?")]
    [InlineData("version: 1\nanonymity: [{ table: t, colums: [a], columns: [a], k: 5 }]", "unknown key 'colums' in an entry of 'anonymity', did you mean 'columns'?")]
    public void A_misspelt_word_gets_a_suggestion(string yaml, string message) => Assert.Equal(message, Sample.Problem(yaml).Message);

    [Theory]
    [InlineData("", "1,1 CIANON1004")]
    [InlineData("# only a comment\n", "1,1 CIANON1004")]
    [InlineData("---\n", "1,1 CIANON1004")]
    [InlineData("columns: {}", "1,1 CIANON1006")]
    [InlineData("version: 2\nunheard_of: 1", "1,10 CIANON1007")]
    [InlineData("version: one", "1,10 CIANON1007")]
    [InlineData("version: 1.0", "1,10 CIANON1007")]
    [InlineData("version: ~", "1,10 CIANON1013")]
    [InlineData("- version: 1", "1,1 CIANON1011")]
    [InlineData("version", "1,1 CIANON1011")]
    [InlineData("version: 1\n---\nversion: 1", "2,1 CIANON1005")]
    [InlineData("version: 1\ncolumns: { a: &x email }", "2,15 CIANON1005")]
    [InlineData("version: 1\ncolumns: { a: !x email }", "2,15 CIANON1005")]
    [InlineData("version: 1\ncolumns: { [a]: email }", "2,12 CIANON1011")]
    [InlineData("version: 1\ncolumns: { a: ~ }", "2,15 CIANON1013")]
    [InlineData("version: 1\ncolumns: { a: { strategy: } }", "2,27 CIANON1013")]
    [InlineData("version: 1\ncolumns: { a: { format: keep } }", "2,15 CIANON1014")]
    [InlineData("version: 1\ncolumns: { a: email, a: phone }", "2,22 CIANON1012")]
    [InlineData("version: 1\nversion: 1", "2,1 CIANON1012")]
    [InlineData("version: 1\ncolumns: { '': email }", "2,12 CIANON1013")]
    [InlineData("version: 1\ntables: { t: { columns: { a: email }, keep: [a] } }", "2,46 CIANON1012")]
    [InlineData("version: 1\ntables: { t: { keep: [a, b, a] } }", "2,29 CIANON1012")]
    [InlineData("version: 1\ntables: { t: { keep: [null] } }", "2,23 CIANON1013")]
    [InlineData("version: 1\ndefaults: { emial: {} }", "2,13 CIANON1020")]
    [InlineData("version: 1\ndefaults: { hash: { length: 7 } }\ncolumns: { a: hash, b: hash }", "2,29 CIANON1022")]
    [InlineData("version: 1\ncolumns: { a: { strategy: fixed, value: null } }", "2,41 CIANON1013")]
    [InlineData("version: 1\nretention: 0 days", "2,12 CIANON1013")]
    [InlineData("version: 1\nretention: 7", "2,12 CIANON1013")]
    [InlineData("version: 1\ntables: { t: { keep: { a: { until: 2026-06-30 } } } }", "2,36 CIANON1040")]
    [InlineData("version: 1\ntables: { t: { keep: { a: { until: 30.6.2027 } } } }", "2,36 CIANON1013")]
    [InlineData("version: 1\ntables: { t: { keep: { a: {}, a: {} } } }", "2,31 CIANON1012")]
    [InlineData("version: 1\nverify: { allow: [{ object: a, reason: r, until: 2026-06-30 }] }", "2,50 CIANON1040")]
    [InlineData("version: 1\nverify: { allow: [{ object: a }] }", "2,19 CIANON1014")]
    [InlineData("version: 1\nverify: { allow: [a] }", "2,19 CIANON1011")]
    [InlineData("version: 1\nverify: { patterns: { phone: 101% } }", "2,30 CIANON1013")]
    [InlineData("version: 1\nverify: { patterns: { phone: 1, phone: 2 } }", "2,33 CIANON1012")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [], k: 5 }]", "2,34 CIANON1013")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [a], k: 1 }]", "2,42 CIANON1013")]
    [InlineData("version: 1\nanonymity: [{ table: t, columns: [a], k: 5, l: { b: 1 } }]", "2,53 CIANON1013")]
    [InlineData("version: 1\nanonymity: [{ columns: [a], k: 5 }]", "2,13 CIANON1014")]
    [InlineData("version: 1\nrequire_reasons: yes", "2,18 CIANON1013")]
    [InlineData("version: 1\nrequire_reasons: true\nunlisted: keep", "3,11 CIANON1041")]
    [InlineData("version: 1\nrequire_reasons: true\ncolumns: { a: keep }", "3,12 CIANON1041")]
    [InlineData("version: 1\nrequire_reasons: true\ncolumns: { a: { strategy: keep, owner: dpo } }", "3,12 CIANON1041")]
    [InlineData("version: 1\nrequire_reasons: true\ncolumns: { a: { strategy: keep, proposed: words }, b: { strategy: keep, proposed: words, reason: r } }", "3,12 CIANON1041")]
    [InlineData("version: 1\nrequire_reasons: true\ntables: { t: { keep: all } }", "3,22 CIANON1041")]
    [InlineData("version: 1\nrequire_reasons: true\ntables: { t: { keep: [a] } }", "3,23 CIANON1041")]
    [InlineData("version: 1\nrequire_reasons: true\ntables: { t: { keep: { a: { owner: dpo }, b: { reason: r } } } }", "3,24 CIANON1041")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, when: { equals: f } } }", "2,40 CIANON1014")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, when: { column: b } } }", "2,40 CIANON1014")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, when: b } }", "2,40 CIANON1011")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, unless: { column: b, equal: f } } }", "2,42 CIANON1014", "2,55 CIANON1010")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, unless: [{ column: b, matches: '(?=x)' }] } }", "2,65 CIANON1013")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, when: { column: b, is_null: maybe } } }", "2,62 CIANON1013")]
    [InlineData("version: 1\ncolumns: { a: { strategy: email, when: { column: b, in: [] } } }", "2,57 CIANON1011")]
    [InlineData("version: 1\ncolumns: { a: { strategy: keep, when: { column: b, equals: f } } }", "2,12 CIANON1013")]
    [InlineData("version: 1\nrequire_reasons: true\ncolumns: { a: { strategy: email, when: { column: b, equals: f } } }", "3,12 CIANON1041")]
    [InlineData("version: 1\ncolumns: { a: \"x }", "2,15 CIANON1003")]
    [InlineData("version: 1\nlocale: e\u0000n", "2,10 CIANON1003")]
    public void A_mistake_is_reported_at_its_place(string yaml, params string[] places) => Assert.Equal(places, Sample.Places(yaml));

    [Fact]
    public void An_alias_is_refused_where_it_stands() =>
        Assert.Equal(["2,14 CIANON1005", "3,17 CIANON1005"], Sample.Places("version: 1\ntables: { a: &x { keep: all },\n           b:   *x }"));

    [Fact]
    public void Nesting_without_end_is_malformed() =>
        Assert.Equal(DiagnosticCodes.PolicyMalformed, Sample.Problem(new string('[', 50_000)).Code);

    [Fact]
    public void Bytes_that_are_no_text_are_a_diagnostic() =>
        Assert.Equal(DiagnosticCodes.PolicyUnreadable, Assert.Single(Sample.Read([0x50, 0x47, 0xFF, 0xFE]).Diagnostics).Code);

    [Fact]
    public void A_message_stays_on_one_line() =>
        Assert.DoesNotContain('\n', Sample.Problem("version: 1\nlocale: \"a\\nb\"").Message);
}
