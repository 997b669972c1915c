namespace CiAnon.PostgresTests.Runs;

/// <summary>hstore, row types and XML part by part, addresses and accounts over columns, and NULL that gets a pseudonym, in a whole run.</summary>
public sealed class PartRunTests(TestCluster cluster) : IDisposable
{
    // House numbers and postal codes are none that are drawn: what would be its original is drawn anew, in that column alone.
    private const string Schema = """
        CREATE EXTENSION hstore;
        CREATE TYPE contact AS (id int, name text, mail varchar(60), born date, note text);
        CREATE TABLE people (id int PRIMARY KEY, email text, settings hstore, contact contact, doc xml,
            line1 text, street text, house text, zip text, city text, state text, country char(2), whole text, iban text, bic text, nick text);
        INSERT INTO people SELECT i, 'user' || i || '@quillmail.com', hstore(ARRAY['mail', 'user' || i || '@quillmail.com', 'theme', 'dark "x"', 'gone', NULL]),
            ROW(i, 'Xandria, "Quill" feather' || i, 'user' || i || '@quillmail.com', date '1950-05-06' + i, NULL)::contact,
            xmlparse(content '<p id="' || i || '"><m mail="user' || i || '@quillmail.com"/><n>user' || i || '@quillmail.com</n></p>'),
            i || ' Quillfeather Lane', 'Quillfeather Lane', 1000 + i, lpad(i::text, 5, '0'), 'Quillfeatherton', 'Quillland', 'DE', i || ' Quillfeather Lane, Quillfeatherton',
            'GB82WEST' || lpad(i::text, 14, '1'), 'WESTGB22', NULL
            FROM generate_series(1, 200) i;
        CREATE TABLE orders (person int, town text);
        INSERT INTO orders SELECT i, 'Quillfeatherton' FROM generate_series(1, 200) i;
        """;

    private const string Policy = """
        tables:
          people:
            columns:
              email: email
              settings: { strategy: hstore, keys: { mail: email, theme: keep, gone: redact } }
              contact: { strategy: composite, fields: { id: keep, name: name, mail: email, 4: { strategy: date, truncate: year }, "*": redact } }
              doc: { strategy: xml, paths: { /p/@id: keep, //@mail: email, /p/n: email } }
              line1: { strategy: address, by: id }
              street: { strategy: address, part: street, by: id }
              house: { strategy: address, part: number, by: id }
              zip: { strategy: address, part: postal_code, by: id }
              city: { strategy: address, part: city, by: id }
              state: { strategy: address, part: region, by: id, locale: de }
              country: { strategy: address, part: country, by: id, locale: de }
              whole: { strategy: address, part: full, by: id }
              iban: { strategy: iban, by: id }
              bic: { strategy: iban, part: bic, by: id }
              nick: { strategy: person, part: username, by: id, null: replace }
          orders:
            columns: { town: { strategy: address, part: city, by: person } }
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Parts_of_values_and_of_rows_belong_together_after_a_run()
    {
        var run = _folder.Anonymize(_folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc"), _folder.Policy(Policy));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        string Count(string condition) => cluster.Query(restored, $"SELECT count(*) FROM people WHERE {condition}").Trim();

        Assert.Equal("200", Count("settings -> 'mail' = email AND settings -> 'theme' = 'dark \"x\"' AND settings ? 'gone' AND settings -> 'gone' IS NULL"));
        Assert.Equal("200", Count("(contact).id = id AND (contact).mail = email AND (contact).name NOT LIKE '%Quill%' AND extract(doy FROM (contact).born) = 1 AND (contact).note IS NULL"));
        Assert.Equal("200", Count("(xpath('/p/@id', doc))[1]::text = id::text AND (xpath('/p/m/@mail', doc))[1]::text = email AND (xpath('/p/n/text()', doc))[1]::text = email"));
        Assert.Equal("200", Count("line1 = house || ' ' || street AND zip ~ '^[1-9][0-9]{4}$' AND starts_with(whole, line1 || ', ' || city || ', ') AND whole LIKE '%' || zip || ', United States'"));
        Assert.Equal("200", Count("country = 'DE' AND state NOT LIKE '%Quill%' AND city = (SELECT town FROM orders WHERE person = id)"));
        Assert.Equal("200", Count("iban ~ '^GB[0-9]{2}XX[A-Z]{2}[0-9]{14}$' AND bic ~ '^XX[A-Z]{2}GB[A-Z]0$' AND substr(iban, 5, 4) = substr(bic, 1, 4)"));
        Assert.Equal("200", Count("nick IS NOT NULL"));
    }

    [Fact]
    public void Parts_that_are_deleted_set_or_NULL_are_so_in_the_artefact()
    {
        var database = cluster.CreateDatabase("""
            CREATE EXTENSION hstore;
            CREATE TABLE people (id int PRIMARY KEY, email text, settings hstore, profile jsonb, raw json, doc xml, tags text[], stay daterange);
            INSERT INTO people SELECT i, 'user' || i || '@quillmail.com', hstore(ARRAY['mail', 'user' || i || '@quillmail.com', 'code', 'Quill ' || i, 'nick', NULL, 'plan', 'gold "x"']),
                jsonb_build_object('mail', 'user' || i || '@quillmail.com', 'code', 'Quill ' || i, 'plan', 'gold', 'nick', NULL, 'log', jsonb_build_array(jsonb_build_object('who', 'user' || i || '@quillmail.com', 'at', i), NULL)),
                ('{"mail" : "user' || i || '@quillmail.com", "code":"\u0051uill", "nick": null, "n": 1.50}')::json,
                xmlparse(content '<p id="' || i || '"><m mail="user' || i || '@quillmail.com"><x/>of user' || i || '@quillmail.com</m><n by="user' || i || '@quillmail.com">Quill</n><s note="Quill">user' || i || '@quillmail.com</s></p>'),
                ARRAY['user' || i || '@quillmail.com', NULL], daterange(date '2024-01-15' + i, CASE WHEN i % 2 = 0 THEN date '2025-03-20' + i END)
                FROM generate_series(1, 200) i;
            """);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("""
            tables:
              people:
                columns:
                  email: email
                  settings: { strategy: hstore, keys: { mail: delete, code: { set: 'no "code"' }, nick: { strategy: constant, value: nobody, null: replace }, plan: keep } }
                  profile:
                    strategy: json
                    paths:
                      $.mail: delete
                      $.code: { set: "null" }
                      $.plan: { set: '{"tier": 1, "of": ["a", true]}' }
                      $.nick: { strategy: constant, value: nobody, null: replace }
                      $.log[*].who: { set: nobody }
                      $.log[*].at: keep
                  raw: { strategy: json, paths: { $.mail: { set: 7 }, $.code: delete, $.nick: { strategy: redact, null: replace }, $.n: keep } }
                  doc: { strategy: xml, paths: { /p/@id: keep, /p/m: delete, /p/n: { set: "<none>" }, //@note: delete, /p/s: email } }
                  tags: { strategy: array, each: { strategy: email, null: keep } }
                  stay: { strategy: array, each: { strategy: date, truncate: year } }
            """));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        string Count(string condition) => cluster.Query(restored, $"SELECT count(*) FROM people WHERE {condition}").Trim();

        Assert.Equal("200", Count("""settings = hstore(ARRAY['code', 'no "code"', 'nick', 'nobody', 'plan', 'gold "x"'])"""));
        Assert.Equal("200", Count("""profile = jsonb_build_object('code', NULL, 'plan', '{"tier": 1, "of": ["a", true]}'::jsonb, 'nick', 'nobody', 'log', jsonb_build_array(jsonb_build_object('who', 'nobody', 'at', id), NULL))"""));
        Assert.Equal("200", Count("""raw::text = '{"mail" : 7, "nick": "[REDACTED]", "n": 1.50}'"""));
        Assert.Equal("200", Count("doc::text = '<p id=\"' || id || '\"><n>&lt;none&gt;</n><s>' || email || '</s></p>' AND tags = ARRAY[email, NULL]"));
        Assert.Equal("200", Count("stay = daterange('2024-01-01', CASE WHEN id % 2 = 0 THEN date '2025-01-01' END)"));
    }

    public void Dispose() => _folder.Dispose();
}
