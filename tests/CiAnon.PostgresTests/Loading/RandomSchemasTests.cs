using System.Globalization;
using System.Text;
using CiAnon.PostgresTests.Runs;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Loading;

/// <summary>
/// Constraints that are argued, and not created, hold all the same: pg_restore, which creates all of them, restores what was made of two
/// hundred random schemas with random rows under random rules.
/// </summary>
public sealed class RandomSchemasTests(TestCluster cluster)
{
    private static readonly string[] Columns =
    [
        "note text", "note varchar(12)", "note char(5)", "note text NOT NULL", "note text UNIQUE", "note text UNIQUE", "note text CHECK (note IS NULL OR length(note) < 500)", "note short",
    ];

    private static readonly string[] Extras =
    [
        "", ", size int GENERATED ALWAYS AS (length(note)) STORED", ", other int CHECK (other >= 0)", ", born date", ", born date CHECK (born < date '2100-01-01')", ", other int UNIQUE", ", UNIQUE (id, note)",
        ", EXCLUDE USING btree (note WITH =)",
    ];

    private static readonly string[] Additions =
    [
        "", "CREATE UNIQUE INDEX ON a (lower(note), id);", "CREATE UNIQUE INDEX ON a (id) WHERE note IS NOT NULL;", "CREATE INDEX ON a (note);", "CREATE MATERIALIZED VIEW m AS SELECT id, count(note) AS n FROM a GROUP BY id;",
        "CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM b;", "CREATE TABLE c (LIKE a INCLUDING ALL);", "CREATE TABLE c () INHERITS (a);",
        "ALTER TABLE a ADD CONSTRAINT later CHECK (length(note) < 500) NOT VALID;",
        "CREATE TABLE p (id int, word text) PARTITION BY HASH (word); CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE p2 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 1); INSERT INTO p SELECT id, note FROM a;",
        "CREATE TABLE p (id int, word text) PARTITION BY RANGE (word); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (MINVALUE) TO ('n2'); CREATE TABLE p2 PARTITION OF p DEFAULT; ALTER TABLE p2 ADD UNIQUE (id); INSERT INTO p SELECT id, note FROM a;",
    ];

    private const int Schemas = 200;

    [Theory]
    [InlineData(1)]
    [InlineData(15, Traits = ["When", "nightly"])]
    public void Whatever_is_not_loaded_restores_with_all_its_constraints(int databases)
    {
        for (var database = 0; database < databases; database++) Prove(Random.Shared.Next());
    }

    private void Prove(int seed)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        using var folder = new RunFolder();
        var random = new Random(seed);
        var (sql, policy) = (new StringBuilder(), new StringBuilder("unlisted: keep\ntables:\n"));
        for (var number = 0; number < Schemas; number++) Make(random, $"s{number}", sql, policy);
        var original = cluster.CreateDatabase(sql.ToString());
        var dump = folder.DumpOf(cluster, original, random.Next(2) == 0 ? "-Fc" : "-Fd");

        var run = folder.Anonymize(dump, folder.Policy(policy.ToString()));

        Assert.Equal(ReportStatus.Passed, run.Report.Status);
        var proofs = run.Report.Constraints.CountBy(constraint => constraint.Proof).ToDictionary();
        Assert.All(new[] { "created", "unchanged", "unproven", "same-function" }, proof => Assert.True(proofs.GetValueOrDefault(proof) > 0, $"seed {seed}: no constraint is {proof}"));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        foreach (var database in new[] { original, restored }) cluster.Execute("postgres", $"DROP DATABASE {database}");
    }

    private static void Make(Random random, string schema, StringBuilder sql, StringBuilder policy)
    {
        string Pick(string[] choices) => choices[random.Next(choices.Length)];
        var (column, extra, addition) = (Pick(Columns), Pick(Extras), Pick(Additions));
        var byNote = column == "note text UNIQUE";
        sql.AppendLine(CultureInfo.InvariantCulture, $"""
            CREATE SCHEMA {schema}; SET search_path = {schema}, public;
            CREATE DOMAIN {schema}.short AS text CHECK (length(VALUE) < 300);
            CREATE TABLE a (id int PRIMARY KEY, {column}{extra});
            CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a, remark text{(byNote ? ", note text REFERENCES a (note)" : "")}){(random.Next(3) == 0 ? " PARTITION BY RANGE (id)" : "")};
            """);
        if (sql.ToString().EndsWith("RANGE (id);\n", StringComparison.Ordinal)) sql.AppendLine("CREATE TABLE b1 PARTITION OF b FOR VALUES FROM (0) TO (7); CREATE TABLE b2 PARTITION OF b FOR VALUES FROM (7) TO (1000);");
        sql.AppendLine(CultureInfo.InvariantCulture, $"""
            INSERT INTO a (id, note) SELECT i, 'n' || i FROM generate_series(1, {random.Next(1, 12)}) i;
            INSERT INTO b (id, a, remark) SELECT id, id, 'remark ' || id FROM a;
            {(byNote ? "UPDATE b SET note = a.note FROM a WHERE a.id = b.a;" : "")}
            {addition}
            """);
        var isUnique = byNote || column.Contains("UNIQUE", StringComparison.Ordinal) || extra.Contains("EXCLUDE", StringComparison.Ordinal);
        // Masks that have room in the column, and keep values apart where they must differ.
        var isShort = column.Contains('(', StringComparison.Ordinal) && !column.Contains("CHECK", StringComparison.Ordinal);
        string[] masks = isUnique ? (isShort ? ["keep"] : ["hash", "keep"]) : isShort ? ["digits", "text", "keep"] : ["text", "hash", "digits", "keep", "redact"];
        var mask = Pick(masks);
        var rules = mask == "keep" ? "" : $"note: {mask}";
        var born = extra.Contains("born", StringComparison.Ordinal) && random.Next(2) == 0 ? $"{(rules.Length > 0 ? ", " : "")}born: {{ strategy: date, by: month }}" : "";
        born = born.Replace("date, by: month", "noise, range: 9 days", StringComparison.Ordinal);
        if (rules.Length + born.Length > 0) policy.AppendLine(CultureInfo.InvariantCulture, $"  {schema}.a: {{ columns: {{ {rules}{born} }} }}");
        if (addition.Contains("TABLE p ", StringComparison.Ordinal)) policy.AppendLine(CultureInfo.InvariantCulture, $"  {schema}.p: {{ columns: {{ word: {Pick(["hash", "text", "redact"])} }} }}");
        policy.AppendLine(CultureInfo.InvariantCulture, $"  {schema}.b: {{ columns: {{ {(random.Next(2) == 0 ? "remark: text" : "remark: redact")} }} }}");
    }
}
