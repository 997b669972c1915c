using CiAnon.Audits;
using CiAnon.Dumps;

namespace CiAnon.PostgresTests.Runs;

/// <summary>What init writes works: the run is green, and what a person would look for is masked.</summary>
public sealed class InitRunTests(TestCluster cluster, ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly RunFolder _folder = new();

    [Fact]
    public void The_shop_runs_with_the_policy_that_init_wrote()
    {
        var run = Run(shop.Custom, out var text);
        new ArtefactJudge(cluster).Judge(run);
        string[] expected =
        [
            "shop.customers.email", "shop.customers.phone", "shop.customers.first_name", "shop.customers.last_name", "shop.customers.birth_date", "shop.customers.national_id",
            "shop.customers.street", "shop.customers.postal_code", "shop.customers.city", "shop.customers.notes", "shop.customers.password_hash",
            "shop.payments.iban", "shop.payments.card_number", "shop.staff.iban", "shop.staff.salary",
        ];
        var masked = run.Plan.Tables.SelectMany(table => table.Columns.Where(column => column.Strategy is not null).Select(column => $"{table.Table.Name}.{column.Column.Name}")).ToHashSet();
        Assert.Empty(expected.Select(name => name["shop.".Length..]).Except(masked));
        Assert.DoesNotContain("@", text.Replace("e-mail", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Directory_and_custom_archives_give_the_same_policy()
    {
        Assert.Equal(Init(shop.Custom), Init(shop.Directory));
        Assert.Equal(Init(shop.Custom), Init(shop.Uncompressed));
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        var text = Init(shop.Custom);
        Assert.Equal(text, Init(shop.Custom, text));
    }

    [Fact]
    public void The_shops_own_policy_needs_nothing_more()
    {
        var text = File.ReadAllText(ShopFixture.Policy);
        Assert.Equal(text, Init(shop.Custom, text));
    }

    [Fact]
    public void The_sheet_music_dealer_runs_with_the_policy_that_init_wrote()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(File.ReadAllText(Repository.SheetMusic)), "-Fc");
        var run = Run(dump, out _);
        new ArtefactJudge(cluster).Judge(run);
        Assert.Equal(59, run.Report.Tables.Single(table => table.Name == "Customer").RowsOut);
    }

    [Fact]
    public void No_value_of_a_row_gets_into_the_policy()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE people (id int PRIMARY KEY, email text, note text, tag text, data jsonb, kinds text[]);
            INSERT INTO people SELECT i, 'canary' || i || '@canary.org', 'the canary number ' || i || ' sings in its cage', 'canary', jsonb_build_object('canary', 'canary' || i),
              ARRAY['canary'] FROM generate_series(1, 500) i;
            """), "-Fc");
        Assert.DoesNotContain("canary", Init(dump), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("CREATE TABLE patienten AS SELECT i AS id, 'x' || i || '@praxis.test' AS email, 'Anna' AS vorname, 'Weber' AS nachname, '+49 30 ' || 1000000 + i * 7919 AS phone FROM generate_series(1, 100) i",
        "locale: de  # phone numbers or bank accounts of 1 column are of DE; 2 of 4 personal columns have German names\n")]
    [InlineData("CREATE TABLE clients AS SELECT i AS id, 'Anne' AS prenom, 'Favre' AS nom_de_famille, '1 rue du Lac' AS adresse, '+41 22 ' || 7000000 + i * 7919 AS tel FROM generate_series(1, 100) i", "locale: fr_CH  # ")]
    [InlineData("CREATE TABLE users AS SELECT i AS id, 'x' || i || '@mail.test' AS email, 'Anna' AS first_name, '+44 20 ' || 70000000 + i * 7919 AS phone FROM generate_series(1, 100) i", "locale: en_GB  # ")]
    [InlineData("CREATE TABLE users AS SELECT i AS id, 'x' || i || '@mail.test' AS email, 'Anna' AS first_name, '06 12 34 56 ' || 10 + i % 90 AS phone FROM generate_series(1, 100) i", "locale: en\n")]
    public void The_locale_is_what_names_and_values_speak_of(string schema, string expected) =>
        Assert.Contains(expected, Init(_folder.DumpOf(cluster, cluster.CreateDatabase(schema), "-Fc"), locale: null), StringComparison.Ordinal);

    [Fact]
    public void Record_numbers_get_other_digits_and_editors_are_told_of_the_schema()
    {
        var text = Init(_folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE EXTENSION hstore;
            CREATE TABLE invoices (id int PRIMARY KEY, number varchar(14) UNIQUE, patient_no varchar(8) UNIQUE NOT NULL, short_no varchar(6) UNIQUE, long_code text, extra hstore NOT NULL, place point NOT NULL);
            INSERT INTO invoices SELECT i, 'R-2024-' || lpad((i * 7919 % 100000)::text, 6, '0'), 'P' || lpad((i * 104729 % 9999991)::text, 7, '0'), 'K-' || 1000 + i, 'K-' || 1000 + i, 'a=>b', '(1,2)' FROM generate_series(1, 900) i;
            """), "-Fc"));
        Assert.StartsWith("# yaml-language-server: $schema=https://", text, StringComparison.Ordinal);
        Assert.Contains("number: { strategy: digits, proposed: ", text, StringComparison.Ordinal);
        Assert.Contains("patient_no: { strategy: digits, proposed: ", text, StringComparison.Ordinal);
        Assert.Contains("short_no: { strategy: digits, proposed: ", text, StringComparison.Ordinal);
        Assert.Contains("long_code: { strategy: hash, proposed: ", text, StringComparison.Ordinal);
        Assert.Contains("extra: { strategy: empty, proposed: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("place: { strategy: empty", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Init(string dump, string? existing = null, string? locale = "en")
    {
        using var opened = Dump.Open(dump);
        return StarterPolicy.Make(opened, "ci-anon.yml", existing, locale, static _ => null, new DateOnly(2026, 7, 1), CancellationToken.None).Text;
    }

    private AnonymizedDump Run(string dump, out string text)
    {
        text = Init(dump);
        var path = _folder.In("ci-anon.yml");
        File.WriteAllText(path, text);
        // What init proposes is undecided, wherever these tests run.
        return RunFolder.Anonymize(_folder.Options(dump, path) with { Environment = TestEnvironment.Shared });
    }
}
