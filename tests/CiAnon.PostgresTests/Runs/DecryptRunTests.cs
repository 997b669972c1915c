using System.Text;
using CiAnon.Cli;
using CiAnon.Dumps;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs;

/// <summary>What a run encrypts, whoever has the key reads again, and nobody else.</summary>
public sealed class DecryptRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE accounts (id bigint PRIMARY KEY, email text UNIQUE, card varchar(19), pin int, photo bytea, extra jsonb);
        INSERT INTO accounts SELECT i * 7919, 'quill' || i || '@quillmail.com', '4111-1111-1111-' || lpad(i::text, 4, '0'), 1000000 + i, decode(lpad(to_hex(i), 8, '0'), 'hex'), jsonb_build_object('email', 'quill' || i || '@quillmail.com') FROM generate_series(1, 200) i;
        INSERT INTO accounts (id, email) VALUES (1, NULL), (2, E'two\nlines \\ and a tab\t');
        CREATE TABLE logins (account bigint REFERENCES accounts, at date);
        INSERT INTO logins SELECT i * 7919, date '2026-01-01' FROM generate_series(1, 100) i;
        """;

    private const string Policy = """
        columns: { at: keep }
        tables:
          accounts:
            columns:
              id: encrypt
              email: { strategy: encrypt, seed: mail }
              card: { strategy: encrypt, alphabet: digits }
              pin: encrypt
              photo: encrypt
              extra: { strategy: json, paths: { $.email: { strategy: encrypt, seed: mail } } }
        """;

    private static readonly string Key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());

    private readonly RunFolder _folder = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Whoever_has_the_key_reads_every_column_again_and_keys_still_match()
    {
        var database = cluster.CreateDatabase(Schema);
        var policy = _folder.Policy(Policy);
        var dump = _folder.DumpOf(cluster, database, "-Fc");
        Assert.Equal(0, Run("", Key, out _, "anonymize", dump, "--policy", policy, "--output", _folder.Output));
        var restored = cluster.CreateDatabase();
        cluster.Restore(_folder.Output, restored);
        string Copy(string from, string sql) => cluster.Query(from, $"COPY ({sql}) TO STDOUT");
        Assert.Equal("0", cluster.Query(restored, "SELECT count(*) FROM accounts WHERE email LIKE '%quill%' OR extra::text LIKE '%quill%' OR (email IS NOT NULL AND email NOT LIKE 'enc\\_%')"));
        Assert.Equal("200", cluster.Query(restored, "SELECT count(*) FROM accounts WHERE extra ->> 'email' = email AND card ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{4}$'"));
        Assert.Equal("100", cluster.Query(restored, "SELECT count(*) FROM logins JOIN accounts ON accounts.id = account"));

        foreach (var (column, type) in new[] { ("id", "integer"), ("email", "text"), ("card", "text"), ("pin", "integer"), ("photo", "bytea") })
        {
            var original = Copy(database, $"SELECT {column} FROM accounts").TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal);
            Assert.Equal(0, Run("", Key, out var all, "decrypt", _folder.Output, "--policy", policy, "--column", $"accounts.{column}", "--report", _folder.Report));
            Assert.Equal(original, Lines(all));
            Assert.Equal(0, Run(Copy(restored, $"SELECT {column} FROM accounts"), Key, out var lines, "decrypt", "--policy", policy, "--column", $"accounts.{column}", "--type", type));
            Assert.Equal(original, Lines(lines));
        }
        Assert.Equal(0, Run(Copy(restored, "SELECT extra ->> 'email' FROM accounts WHERE card LIKE '4%' OR true"), Key, out var inside, "decrypt", "--policy", policy, "--column", "accounts.extra"));
        Assert.Contains("quill7@quillmail.com", Lines(inside));
        Assert.Equal(0, Run("", Key, out var references, "decrypt", _folder.Output, "--policy", policy, "--column", "logins.account"));
        Assert.Equal(Copy(database, "SELECT account FROM logins").TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal), Lines(references));
        Assert.DoesNotContain("quill", _error.ToString(), StringComparison.Ordinal);

        var report = ReportJson.Read(File.ReadAllBytes(_folder.Report))!;
        Assert.Equal(["account", "card", "email", "extra", "id", "photo", "pin"], Verdict.Reversible(report).Select(pair => pair.Column.Name).Order());
        Assert.Contains("Reversible pseudonymization", Verdict.Sentence(report), StringComparison.Ordinal);

        var other = Convert.ToBase64String(new byte[32]);
        Assert.Equal(2, Run("", other, out _, "decrypt", _folder.Output, "--policy", policy, "--column", "accounts.pin", "--report", _folder.Report));
        Assert.Equal(1, Run("", other, out _, "decrypt", _folder.Output, "--policy", policy, "--column", "accounts.email"));
        Assert.Equal(2, Run("", null, out _, "decrypt", _folder.Output, "--policy", policy, "--column", "accounts.email"));
        Assert.Equal(2, Run("", Key, out _, "decrypt", _folder.Output, "--policy", policy, "--column", "logins.at"));
        Assert.Contains("CIANON2031: value 1", _error.ToString(), StringComparison.Ordinal);
        _ = Run("", null, out var audit, "audit", dump, "--policy", policy);
        Assert.Contains("reversible-column", audit, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_a_run_warns_that_nobody_will_decrypt_and_calls_nothing_reversible()
    {
        var database = cluster.CreateDatabase(Schema);
        Assert.Equal(0, Run("", null, out _, "anonymize", _folder.DumpOf(cluster, database, "-Fc"), "--policy", _folder.Policy(Policy), "--output", _folder.Output));
        Assert.Contains("CIANON2032", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Verdict.Reversible(ReportJson.Read(File.ReadAllBytes(_folder.Report))!));
    }

    [Fact]
    public void What_a_condition_left_as_it_was_is_not_decrypted()
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE t (id int PRIMARY KEY, role text, number text, n int, code text);
            INSERT INTO t SELECT i, CASE WHEN i % 2 = 0 THEN 'staff' ELSE 'patient' END, (7000000 + i)::text, 500 + i, 'Quill ' || i FROM generate_series(1, 20) i;
            """);
        var policy = _folder.Policy("""
            tables:
              t:
                columns:
                  number: { strategy: encrypt, unless: { column: role, equals: staff, reason: "theirs is public" } }
                  n: { strategy: encrypt, when: { column: role, equals: patient, reason: "theirs is public" } }
                  code: { strategy: encrypt, unless: { column: code, equals: Quill 2, reason: "a sample" } }
                keep: { role: { reason: "two words" } }
            """);
        Assert.Equal(0, Run("", Key, out _, "anonymize", _folder.DumpOf(cluster, database, "-Fc"), "--policy", policy, "--output", _folder.Output));
        foreach (var column in (string[])["number", "n"])
        {
            Assert.Equal(0, Run("", Key, out var all, "decrypt", _folder.Output, "--policy", policy, "--column", $"t.{column}"));
            Assert.Equal(Lines(cluster.Query(database, $"COPY (SELECT {column} FROM t) TO STDOUT")), Lines(all));
        }
        Assert.Equal(2, Run("", Key, out _, "decrypt", _folder.Output, "--policy", policy, "--column", "t.code"));
        Assert.Contains("CIANON2030: which rows of public.t.code are encrypted said column code, which is masked itself", _error.ToString(), StringComparison.Ordinal);
    }

    private static IOrderedEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal);

    private int Run(string input, string? key, out string output, params string[] arguments)
    {
        using var text = new StringWriter();
        var session = new Session(text, _error, name => name == "CIANON_KEY" ? key : TestEnvironment.Shared(name), IsTerminal: false, CancellationToken.None)
        {
            Input = new StandardInput(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), IsTerminal: false),
        };
        var exit = CommandLine.Run(arguments, session);
        output = text.ToString();
        return exit;
    }

    public void Dispose()
    {
        _error.Dispose();
        _folder.Dispose();
    }
}
