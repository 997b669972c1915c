using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

/// <summary>Masked rows that PostgreSQL refuses: the run fails and quotes none of them.</summary>
public sealed class RowsAtOddsTests(TestCluster cluster) : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    // What a plan can't foresee: no value that it invents has that digest.
    [Fact]
    public void A_masked_value_that_breaks_a_check_of_its_table()
    {
        var told = Refused("CREATE TABLE t (id int PRIMARY KEY, word text CHECK (md5(word) = '1a93b59c9a4c9da9b85259447e678c76')); INSERT INTO t VALUES (1, 'canary');",
            "{ word: redact }", DiagnosticCodes.DataDoesNotFit);
        Assert.Contains("check_violation (23514) on table public.t, constraint t_word_check", told);
    }

    [Fact]
    public void A_masked_value_that_breaks_its_domain()
    {
        var told = Refused("CREATE DOMAIN shout AS text CHECK (md5(VALUE) = '1bd47fd67fcd8394b432d3f59f5b1cf1'); CREATE TABLE t (id int PRIMARY KEY, word shout); INSERT INTO t VALUES (1, 'CANARY WORD');",
            "{ word: email }", DiagnosticCodes.DataDoesNotFit);
        Assert.Contains("shout", told);
    }

    [Fact]
    public void Masked_values_that_meet_in_an_exclusion_constraint_fail_the_keys_check()
    {
        var told = Refused("""
            CREATE TABLE t (id int PRIMARY KEY, word text, EXCLUDE USING btree (word WITH =));
            INSERT INTO t SELECT i, 'canary' || i FROM generate_series(1, 3) i;
            """, "{ word: { strategy: constant, value: same } }", DiagnosticCodes.CheckFailed);
        Assert.Contains("check 'keys'", told);
    }

    private string Refused(string script, string rules, DiagnosticCode code)
    {
        var dump = Path.Combine(_scene.Root, "t.dump");
        cluster.Dump(cluster.CreateDatabase(script), dump, "-Fc");
        return _scene.AssertRefused(_scene.Anonymize(dump, $"version: 1\ntables: {{ t: {{ columns: {rules} }} }}\n"), code);
    }
}
