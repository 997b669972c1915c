using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

/// <summary>One policy with every mistake that the planner knows: all of them are told at once, each with its place.</summary>
public sealed class PlanProblemsTests(PlanProblemsTests.Shared shared) : IClassFixture<PlanProblemsTests.Shared>
{
    private const string Policy = """
        version: 1
        columns:
          emial: email
        tables:
          clients: { keep: all }
          customers:
            columns:
              emali: email
              born: email
              short: email
              login: name
              needed: "null"
              upper: redact
              ref: email
            keep: [email, ref2]
          orders:
            columns: { customer: email }
          sales:
            columns: { region: email }
          public.customers:
            keep: [city]
        """;

    [Theory]
    [InlineData("CIANON1204", 3, "did you mean 'email'?")]
    [InlineData("CIANON1201", 5, "the dump has no table 'clients'")]
    [InlineData("CIANON1202", 8, "did you mean 'email'?")]
    [InlineData("CIANON1205", 9, "date")]
    [InlineData("CIANON1206", 10, "character varying(3)")]
    [InlineData("CIANON1208", 11, "customers_login_key")]
    [InlineData("CIANON1207", 12, "use constant, redact or empty")]
    [InlineData("CIANON1210", 13, "mask the columns that it is computed from")]
    [InlineData("CIANON1209", 17, "put one rule on public.customers.email")]
    [InlineData("CIANON1211", 19, "public.sales_us can take none")]
    [InlineData("CIANON1212", 20, "merge the two entries")]
    [InlineData("CIANON1203", 6, "nickname (text), city (text)")]
    [InlineData("CIANON1203", 1, "phone (text)")]
    public void Every_mistake_is_told_with_its_line_and_what_to_do(string code, int line, string advice) =>
        Assert.Contains(shared.Result.Error.Split('\n'), told => told.StartsWith($"{shared.PolicyPath}({line},", StringComparison.Ordinal)
            && told.Contains($"error {code}: ", StringComparison.Ordinal) && told.Contains(advice, StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_written()
    {
        Assert.Equal((int)ExitCode.Usage, shared.Result.Exit);
        Assert.Equal("", shared.Result.Out);
        var lines = shared.Result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(lines[..^1], line => !line.Contains("error CIANON12", StringComparison.Ordinal));
        Assert.StartsWith("stopped: nothing was published, and no report was", lines[^1], StringComparison.Ordinal);
    }

    /// <summary>The one run that all tests look at.</summary>
    public sealed class Shared
    {
        private const string Script = """
            CREATE TABLE customers (id int PRIMARY KEY, email text UNIQUE, born date, short varchar(3), login text UNIQUE, needed text NOT NULL,
                first text, upper text GENERATED ALWAYS AS (upper(first)) STORED, nickname text, city text, ref text, ref2 text);
            CREATE TABLE orders (id int PRIMARY KEY, customer text REFERENCES customers (email));
            CREATE TABLE sales (region text, amount int) PARTITION BY LIST (region);
            CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('eu');
            CREATE TABLE sales_us PARTITION OF sales FOR VALUES IN ('us');
            CREATE TABLE strangers (id int PRIMARY KEY, phone text);
            INSERT INTO customers VALUES (1, 'canary@example.org', '2000-01-01', 'abc', 'canary', 'canary', 'canary', DEFAULT, 'canary', 'canary', '', '');
            INSERT INTO orders VALUES (1, 'canary@example.org');
            INSERT INTO sales VALUES ('eu', 1);
            INSERT INTO strangers VALUES (1, 'canary');
            """;

        public Shared(TestCluster cluster)
        {
            using var scene = new Scene();
            var dump = Path.Combine(scene.Root, "problems.dump");
            cluster.Dump(cluster.CreateDatabase(Script), dump, "-Fc");
            Result = scene.Anonymize(dump, Policy + "\n    columns: { first: first_name }\nexclude: [public.sales_us]\n");
            PolicyPath = scene.PolicyPath;
            Assert.False(File.Exists(scene.Output) || File.Exists(scene.ReportPath));
            scene.AssertNothingLeft();
        }

        internal CommandResult Result { get; }

        internal string PolicyPath { get; }
    }
}
