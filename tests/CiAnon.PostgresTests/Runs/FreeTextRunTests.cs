using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Texts that name people of other tables, in whole runs.</summary>
public sealed class FreeTextRunTests(TestCluster cluster) : IDisposable
{
    // Names that no dictionary has, and phone numbers of a form that no recognizer takes: only the columns tell. Staff reports to itself, and its notes
    // name others of the same table. Tickets come before customers in the dump, and in size.
    private const string Schema = """
        CREATE FUNCTION word(int, int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
          SELECT initcap(string_agg(substr('bdfgklmnprstvz', 1 + ascii(substr(h, k, 1)) % 14, 1) || substr('aeiou', 1 + ascii(substr(h, k + 9, 1)) % 5, 1), '' ORDER BY k)) || 'x' FROM (SELECT md5($1 || 'x' || $2) AS h) s, generate_series(1, 4) k $$;
        CREATE TABLE customers (id int PRIMARY KEY, full_name text NOT NULL, email text UNIQUE NOT NULL, phone text, city text);
        CREATE TABLE staff (id int PRIMARY KEY, first_name text, last_name text, boss int REFERENCES staff, notes text, extra jsonb, comments text[]);
        CREATE TABLE a_tickets (id int PRIMARY KEY, customer_id int REFERENCES customers, subject varchar(60), body text);
        INSERT INTO customers SELECT i, word(i, 1) || ' ' || word(i, 2), lower(word(i, 1)) || '.' || i || '@quillmail.com', '7' || 100000 + i * 37, 'Uddby' FROM generate_series(1, 400) i;
        INSERT INTO staff SELECT i, word(i, 3), word(i, 4), CASE WHEN i > 1 THEN i / 2 END FROM generate_series(1, 50) i;
        UPDATE staff s SET notes = 'Reports to ' || b.first_name || ' ' || b.last_name || '; covers for ' || upper(s.last_name) || ', ' || s.first_name || '.',
          extra = jsonb_build_object('log', jsonb_build_array('seen by ' || b.first_name || ' ' || b.last_name), 'n', s.id),
          comments = ARRAY['ask ' || b.last_name || ', ' || b.first_name, 'or nobody'] FROM staff b WHERE b.id = s.boss;
        INSERT INTO a_tickets SELECT i, c.id, 'About ' || c.full_name, CASE i % 5
            WHEN 0 THEN E'Hello,\n\nmy name is ' || c.full_name || ' (' || c.email || E').\nRegards\n' || split_part(c.full_name, ' ', 1)
            WHEN 1 THEN 'Caller ' || upper(c.full_name) || ', ring ' || c.phone || ' or ' || substr(c.phone, 1, 3) || ' ' || substr(c.phone, 4) || '.'
            WHEN 2 THEN split_part(c.full_name, ' ', 2) || ', ' || split_part(c.full_name, ' ', 1) || ' <' || upper(c.email) || '> wrote: IBAN DE89 3704 0044 0532 0130 00, host 93.184.216.34.'
            WHEN 3 THEN 'Forwarded by someone.else@web.de for ' || left(c.full_name, 1) || '. ' || split_part(c.full_name, ' ', 2)
            ELSE 'Nothing of anybody: order ' || i || E' is late.\tAt all.' END
          FROM generate_series(1, 2000) i JOIN customers c ON c.id = 1 + i % 400;
        """;

    private const string Policy = """
        columns:
          full_name: name
          email: email
          phone: { strategy: phone, format: keep }
          first_name: first_name
          last_name: last_name
        tables:
          staff: { columns: { notes: free_text, comments: { strategy: array, each: free_text }, extra: { strategy: json, paths: { "$.log[*]": free_text }, unlisted: keep } } }
          a_tickets: { columns: { subject: free_text, body: free_text } }
          customers: { keep: { city: { reason: one town } } }
        """;

    private readonly RunFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Under_a_name_that_says_what_values_are_texts_stay_texts_and_values_do_not_stay()
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE people (id int PRIMARY KEY, email text, last_name text, username text, phone_note text, email_body text);
            INSERT INTO people VALUES
              (1, 'zoltra@quillmail.com', 'Quibbleton', 'zoltra77', '(0)5 51-77 x 3', 'Please see "the first order" (and the second).'),
              (2, 'aarni@quillmail.com', 'Aarnibergson', 'aarni.berg', 'call again about the parcel, it is late.', '''zoltra@quillmail.com'' asked: "again?"'),
              (3, NULL, '', 'x', '7-11', 'Quote: "Please see the first order (and the second)."');
            """);
        var dump = _folder.DumpOf(cluster, database, "-Fc");
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy("columns: { email: email, last_name: free_text, username: free_text, phone_note: free_text, email_body: free_text }\n")) with { Key = RunFolder.Key(1) });
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("0", cluster.Query(restored, "SELECT count(*) FROM people WHERE last_name ~ 'Quibb|Aarni' OR username ~ 'zoltra|aarni|^x$' OR phone_note ~ '51-77|7-11' OR email_body ~ 'zoltra'").Trim());
        Assert.Equal("call again about the parcel, it is late.", cluster.Query(restored, "SELECT phone_note FROM people WHERE id = 2").Trim());
        Assert.Equal("Please see \"the first order\" (and the second).|'' asked: \"again?\"|Quote: \"Please see the first order (and the second).\"",
            cluster.Query(restored, "SELECT string_agg(replace(email_body, (SELECT email FROM people WHERE id = 1), ''), '|' ORDER BY id) FROM people").Trim());
    }

    [Fact]
    public void Tickets_name_their_customers_by_the_pseudonyms_that_they_have()
    {
        var database = cluster.CreateDatabase(Schema);
        var dump = _folder.DumpOf(cluster, database, "-Fc");
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Policy)) with { Key = RunFolder.Key(1) });
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        string Ask(string sql) => cluster.Query(restored, sql).Trim();

        const string Tickets = "FROM a_tickets t JOIN customers c ON c.id = t.customer_id WHERE t.id % 5 = ";
        Assert.Equal("2000", Ask("SELECT count(*) FROM a_tickets t JOIN customers c ON c.id = t.customer_id WHERE subject = 'About ' || c.full_name"));
        Assert.Equal("400", Ask($"SELECT count(*) {Tickets} 0 AND body = E'Hello,\\n\\nmy name is ' || c.full_name || ' (' || c.email || E').\\nRegards\\n' || split_part(c.full_name, ' ', 1)"));
        Assert.Equal("400", Ask($"SELECT count(*) {Tickets} 1 AND body = 'Caller ' || c.full_name || ', ring ' || c.phone || ' or ' || c.phone || '.'"));
        Assert.Equal("400", Ask($"SELECT count(*) {Tickets} 2 AND body LIKE c.full_name || ' <' || c.email || '> wrote: IBAN DE%, host %.' AND body NOT LIKE '%DE89 3704%' AND body NOT LIKE '%93.184.216.34%'"));
        Assert.Equal("400", Ask($"SELECT count(*) {Tickets} 3 AND body LIKE 'Forwarded by user_%@anon.example for ' || c.full_name"));
        Assert.Equal("400", Ask($"SELECT count(*) {Tickets} 4 AND body = 'Nothing of anybody: order ' || t.id || E' is late.\\tAt all.'"));
        Assert.Equal("49", Ask("SELECT count(*) FROM staff s JOIN staff b ON b.id = s.boss WHERE s.notes = 'Reports to ' || b.first_name || ' ' || b.last_name || '; covers for ' || s.first_name || ' ' || s.last_name || '.'"));
        Assert.Equal("49", Ask("SELECT count(*) FROM staff s JOIN staff b ON b.id = s.boss WHERE s.extra -> 'log' ->> 0 = 'seen by ' || b.first_name || ' ' || b.last_name AND s.comments = ARRAY['ask ' || b.first_name || ' ' || b.last_name, 'or nobody']"));

        var again = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Policy)) with { Key = RunFolder.Key(1), OutputPath = _folder.In("out/again"), Jobs = 1 });
        var restoredAgain = cluster.CreateDatabase();
        cluster.Restore(again.Artefact, restoredAgain);
        Assert.Equal(cluster.Query(restored, "SELECT * FROM a_tickets ORDER BY 1"), cluster.Query(restoredAgain, "SELECT * FROM a_tickets ORDER BY 1"));
        Assert.Contains("publishes the text around what it recognizes", run.Report.Tables.Single(table => table.Name == "a_tickets").Columns.Single(column => column.Name == "body").Reason, StringComparison.Ordinal);
    }

    // Nothing else of the tables with companies and first names is read before the texts.
    [Fact]
    public void First_names_alone_and_companies_in_texts_become_what_their_columns_have()
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE firms (id int PRIMARY KEY, company text);
            CREATE TABLE people (id int PRIMARY KEY, first_name text);
            CREATE TABLE a_notes (id int, note text);
            INSERT INTO firms SELECT i, 'Quillmail ' || chr(64 + i) || 'umber GmbH' FROM generate_series(1, 20) i;
            INSERT INTO people VALUES (1, 'Katja'), (2, 'Zoltra');
            INSERT INTO a_notes SELECT i, CASE i % 2 WHEN 0 THEN 'Hi Zoltra, I told Katja: ' ELSE 'Sent to ' END || 'Quillmail ' || chr(64 + i) || 'umber GmbH.' FROM generate_series(1, 20) i;
            """);
        const string Rules = "columns: { company: company, first_name: first_name, note: free_text }";
        var run = RunFolder.Anonymize(_folder.Options(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy(Rules)) with { Key = RunFolder.Key(1) });
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        Assert.Equal("20", cluster.Query(restored, """
            SELECT count(*) FROM a_notes n JOIN firms f USING (id), people k, people z WHERE k.id = 1 AND z.id = 2
              AND note = CASE n.id % 2 WHEN 0 THEN 'Hi ' || z.first_name || ', I told ' || k.first_name || ': ' ELSE 'Sent to ' END || f.company || '.'
            """).Trim());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Texts_that_wait_for_a_table_which_fails_stop_with_its_error(int jobs)
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE a_notes (id int, note text);
            CREATE TABLE b_notes (id int, note text);
            CREATE TABLE people (id int, email text, extra text);
            INSERT INTO a_notes SELECT i, 'nothing of anybody' FROM generate_series(1, 2000) i;
            INSERT INTO b_notes SELECT i, 'nothing of anybody' FROM generate_series(1, 2000) i;
            INSERT INTO people SELECT i, 'person' || i || '@quillmail.com', CASE i WHEN 5000 THEN 'no JSON' ELSE '{}' END FROM generate_series(1, 5000) i;
            """);
        const string Rules = "columns: { note: free_text, email: email }\ntables: { people: { columns: { extra: { strategy: json, paths: { \"$.name\": name } } } } }";
        var options = _folder.Options(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy(Rules)) with { Jobs = jobs };
        var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(options));
        Assert.Contains("public.people", failure.Message, StringComparison.Ordinal);
        Assert.Contains("row 5000", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_beside_all_the_people_there_are_name_them()
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE people (id int PRIMARY KEY, email text, note text);
            INSERT INTO people SELECT i, 'zoltra.' || i || '@quillmail.com', 'ask zoltra.' || 101 - i || '@quillmail.com' FROM generate_series(1, 100) i;
            """);
        var run = RunFolder.Anonymize(_folder.Options(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("columns: { note: free_text, email: email }")));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("100", cluster.Query(restored, "SELECT count(*) FROM people a JOIN people b ON b.id = 101 - a.id WHERE a.note = 'ask ' || b.email").Trim());
    }

    [Fact]
    public void What_recognizers_see_and_nobody_replaces_stops_the_run()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (id int, note text); INSERT INTO t SELECT i, 'born on 1980-02-0' || 1 + i % 9 || ', and said so: date of birth 1980-02-11' FROM generate_series(1, 100) i");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("tables: { t: { columns: { note: free_text } } }")));
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains("public.t.note", StringComparison.Ordinal));
    }
}
