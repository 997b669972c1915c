using CiAnon.Audits.Proposals;
using CiAnon.Dumps;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs.Policies;

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
            INSERT INTO people SELECT i, 'canary' || i || '@canary.org', 'the canary number ' || i || ' sings in its cage', 'canary', jsonb_build_object('tag', 'canary' || i) || CASE WHEN i % 9 = 0 THEN '{"canary": 1}'::jsonb ELSE '{}' END,
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

    [Fact]
    public void What_belongs_together_is_drawn_together_and_the_run_is_green()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE users (id int PRIMARY KEY, first_name text, last_name text, email text UNIQUE NOT NULL, username text, password_hash text,
              street text, city text, postal_code text, latitude numeric(9,6), longitude numeric(9,6), last_login_ip inet, iban text, user_agent text, settings jsonb);
            INSERT INTO users SELECT i, (ARRAY['Karl', 'Petra', 'Jürgen', 'Sabine'])[1 + i % 4], (ARRAY['Weber', 'Schneider', 'Wagner'])[1 + i % 3], 'person' || i || '@quillmail.com', 'user' || i * 7919,
              '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0' || lpad(i::text, 7, '0'), 'Lindenstraße ' || i, (ARRAY['Berlin', 'Hamburg', 'Bremen'])[1 + i % 3], lpad((i * 79)::text, 5, '1'),
              52 + i / 1000.0, 13 + i / 1000.0, ('84.17.' || i % 200 || '.' || i % 90)::inet, 'DE89370400440532013000', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/' || i,
              jsonb_build_object('contact', jsonb_build_object('email', 'person' || i || '@quillmail.com'), 'theme', 'dark') FROM generate_series(1, 400) i;
            CREATE TABLE tickets (id int PRIMARY KEY, reporter_email text);
            INSERT INTO tickets SELECT i, 'person' || i || '@quillmail.com' FROM generate_series(1, 400) i;
            """), "-Fc");
        var run = Run(dump, out var text);
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        foreach (var rule in (string[])["first_name: { strategy: person, part: first_name, by: email", "email: { strategy: person, part: email, digits: ", "username: { strategy: person, part: username, by: email",
            "reporter_email: { strategy: person, part: email, digits: ", "password_hash: password", "street: { strategy: address, by: street", "city: { strategy: address, part: city, by: street",
            "postal_code: { strategy: address, part: postal_code, by: street", "latitude: { strategy: coordinates, radius: 1 km", "longitude: { strategy: coordinates, radius: 1 km, axis: longitude",
            "last_login_ip: ip", "user_agent: ", "settings: { strategy: json, paths: { '$.contact.email': { strategy: person"])
            Assert.Contains(rule, text, StringComparison.Ordinal);

        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        // A ticket still names its user, and a user's address is made of the user's name.
        Assert.Equal("400", cluster.Query(restored, "SELECT count(*) FROM users u JOIN tickets t ON t.id = u.id AND t.reporter_email = u.email").Trim());
        Assert.True(int.Parse(cluster.Query(restored, "SELECT count(*) FROM users WHERE email LIKE lower(first_name) || '%'")) > 200);
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
