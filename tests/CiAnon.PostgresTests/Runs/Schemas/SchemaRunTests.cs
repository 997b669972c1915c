using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>Whatever a schema may hold that a run must bring through.</summary>
public sealed class SchemaRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();
    private readonly string _reader = "schema_run_reader";

    [Fact]
    public void Names_of_every_kind()
    {
        Judge(""""
            CREATE SCHEMA "Sales Dept";
            CREATE TABLE "Sales Dept"."Account ""VIP"" Ünïcode" ("E-Mail ""1""" text PRIMARY KEY, "select" int, "日本" text, "Tab	name" text, "back\slash" text);
            INSERT INTO "Sales Dept"."Account ""VIP"" Ünïcode" SELECT 'u' || i || '@private.test', i, 'n' || i, 'x' || i, 'y' || i FROM generate_series(1, 50) i;
            CREATE TABLE "CamelCase" ("Owner" text REFERENCES "Sales Dept"."Account ""VIP"" Ünïcode", "from" text);
            INSERT INTO "CamelCase" SELECT 'u' || i || '@private.test', 'f' || i FROM generate_series(1, 50) i;
            CREATE TABLE camelcase ("from" text);
            INSERT INTO camelcase VALUES ('kept');
            CREATE TABLE "a.b" (c text); INSERT INTO "a.b" VALUES ('dotted');
            """", """"
            tables:
              '"Sales Dept"."Account ""VIP"" Ünïcode"':
                columns: { 'E-Mail "1"': email, "日本": name }
                keep: ["Tab\tname", 'back\slash']
              CamelCase: { columns: { from: text } }
              camelcase: { keep: [from] }
              '"a.b"': { columns: { c: hash } }
            """",
            "Sales Dept.Account \"VIP\" Ünïcode.E-Mail \"1\": email", "Sales Dept.Account \"VIP\" Ünïcode.日本: name",
            "public.CamelCase.Owner: email", "public.CamelCase.from: text", "public.a.b.c: hash");
    }

    [Fact]
    public void Masked_keys_that_sequences_feed()
    {
        Judge("""
            CREATE TABLE people (id serial PRIMARY KEY, boss int REFERENCES people);
            INSERT INTO people (boss) SELECT nullif(i / 10, 0) FROM generate_series(1, 1234) i;
            CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person int REFERENCES people);
            INSERT INTO orders (person) SELECT 1 + i % 1234 FROM generate_series(1, 57) i;
            CREATE TABLE audit (person int);
            INSERT INTO audit SELECT person FROM orders;
            """, """
            tables:
              people: { columns: { id: { strategy: digits, seed: person } } }
              orders: { columns: { id: digits } }
              audit: { columns: { person: { strategy: digits, seed: person } } }
            """,
            "public.people.id: digits", "public.people.boss: digits", "public.orders.id: digits", "public.orders.person: digits", "public.audit.person: digits");
    }

    [Theory]
    [InlineData(Traits = ["When", "nightly"])]
    [InlineData("--load-via-partition-root")]
    public void Partitions_of_partitions(params string[] options)
    {
        Judge("""
            CREATE TABLE events (id bigint, at date NOT NULL, region text NOT NULL, email text, PRIMARY KEY (id, at, region)) PARTITION BY RANGE (at);
            CREATE TABLE events_23 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') PARTITION BY LIST (region);
            CREATE TABLE events_23_eu PARTITION OF events_23 FOR VALUES IN ('eu');
            CREATE TABLE events_23_rest PARTITION OF events_23 DEFAULT;
            CREATE TABLE events_24 (email text, region text NOT NULL, at date NOT NULL, gone int, id bigint);
            ALTER TABLE events_24 DROP COLUMN gone; ALTER TABLE events_24 ALTER id SET NOT NULL;
            ALTER TABLE events ATTACH PARTITION events_24 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE INDEX ON events (email);
            INSERT INTO events SELECT i, date '2023-01-01' + i % 700, CASE i % 2 WHEN 0 THEN 'eu' ELSE 'us' END, 'm' || (i % 90 + 10) || '@private.test' FROM generate_series(1000, 1999) i;
            CREATE TABLE visits (id bigint PRIMARY KEY, person text) PARTITION BY HASH (id);
            CREATE TABLE visits_0 PARTITION OF visits FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE visits_1 PARTITION OF visits FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            INSERT INTO visits SELECT i, 'p' || i FROM generate_series(1000, 1999) i;
            CREATE TABLE refs (visit bigint REFERENCES visits, at date, region text, event bigint, FOREIGN KEY (event, at, region) REFERENCES events);
            INSERT INTO refs SELECT id, at, region, id FROM events;
            """, """
            tables:
              events: { columns: { email: email }, keep: [at, region] }
              visits: { columns: { person: hash } }
              refs: { keep: [at, region] }
            """, options,
            "public.events.email: email", "public.events_23.email: email", "public.events_23_eu.email: email", "public.events_23_rest.email: email",
            "public.events_24.email: email",
            "public.visits.person: hash", "public.visits_0.person: hash", "public.visits_1.person: hash");
    }

    [Theory]
    [InlineData("unlisted: keep", Traits = ["When", "nightly"])]
    [InlineData("tables: { people: { columns: { name: hash } } }")]
    [InlineData("unlisted: keep\ntables: { people_1: { columns: { name: hash } } }", Traits = ["When", "nightly"])]
    public void Rows_that_every_server_puts_into_other_partitions(string policy)
    {
        // A hash of an enum depends on its OID: pg_dump lets such rows in through the top, wherever they then land.
        var database = cluster.CreateDatabase("""
            CREATE TYPE kind AS ENUM ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
            CREATE TABLE people (id int, name text, kind kind NOT NULL) PARTITION BY HASH (kind);
            CREATE TABLE people_0 PARTITION OF people FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE people_1 PARTITION OF people FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            INSERT INTO people SELECT i, 'n' || i, (enum_range(NULL::kind))[1 + i % 8] FROM generate_series(1000, 1999) i;
            """);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc", "--load-via-partition-root"), _folder.Policy(policy + "\n"));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        const string Kept = "SELECT id, kind FROM people ORDER BY id";
        Assert.Equal(cluster.Query(database, Kept), cluster.Query(restored, Kept));
        Assert.Equal((1000, 1000), (run.Report.Tables.Sum(table => table.RowsIn), run.Report.Tables.Sum(table => table.RowsOut)));
        var masked = int.Parse(cluster.Query(restored, "SELECT count(*) FROM people WHERE name <> 'n' || id"));
        Assert.Equal(run.Report.Tables.SelectMany(table => table.Columns).Sum(column => column.Counts?.Changed ?? 0), masked);
    }

    [Fact]
    public void Inherited_tables_and_columns_of_every_kind_of_type()
    {
        Judge("""
            CREATE DOMAIN email AS varchar(80) CHECK (VALUE LIKE '%@%');
            CREATE DOMAIN work_email AS email NOT NULL CHECK (length(VALUE) < 70);
            CREATE TYPE mood AS ENUM ('sad', 'it''s "fine"');
            CREATE TYPE pair AS (a int, b text);
            CREATE TABLE parent (id int GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5), contact email);
            CREATE TABLE child (extra work_email) INHERITS (parent);
            CREATE TABLE grandchild (more text) INHERITS (child);
            INSERT INTO parent (contact) SELECT 'p' || i || '@private.test' FROM generate_series(1, 20) i;
            INSERT INTO child (id, contact, extra) SELECT i, 'p' || i || '@private.test', 'w' || i || '@private.test' FROM generate_series(1, 20) i;
            INSERT INTO grandchild (id, contact, extra, more) SELECT i, NULL, 'w' || i || '@private.test', '' FROM generate_series(1, 20) i;
            CREATE TABLE typed (
                id bigserial PRIMARY KEY, name varchar(30) NOT NULL, code char(12) NOT NULL, shout text GENERATED ALWAYS AS (upper(name)) STORED,
                twice bigint GENERATED ALWAYS AS (number * 2) STORED, number bigint, mood mood, moods mood[], words text[], pair pair, pairs pair[],
                box box, r int4range, j json, jb jsonb, b bytea, x xml, i inet, m macaddr, u uuid, t timestamptz, tz timetz, iv interval, n numeric, f float8, f4 float4,
                mon money, bits bit(5), v tsvector, arr2 int[][], born date, seen timestamp, flag boolean, one "char", oidcol oid, reg regclass, nothing text);
            INSERT INTO typed (name, code, number, mood, moods, words, pair, pairs, box, r, j, jb, b, x, i, m, u, t, tz, iv, n, f, f4, mon, bits, v, arr2, born, seen, flag, one, oidcol, reg)
            SELECT 'Nm ' || g, 'c' || g, g * 1000003, 'it''s "fine"', '{sad,NULL}', ARRAY['a"b', NULL, E'x\ty'], (g, E'q"\\')::pair, ARRAY[(g, NULL)::pair], '(1,2),(3,4)', '[1,5)',
                '{"a" : 1,  "a": 2}', '{"z": [1, null]}', decode(md5(g::text), 'hex'), '<a b="c">&amp;</a>', '10.0.0.1/8', '08:00:2b:01:02:03', md5(g::text)::uuid,
                timestamptz '1999-12-31 23:59:59.123456+05:30' + g * interval '1 day', '04:05:06.7+02', '1 mon -2 days 03:00:00.5', (1.10 * g)::numeric, 1.1 * g, 0.1 * g, 12.34, B'10101', 'fat & rat'::tsquery::text::tsvector,
                '{{1,2},{3,4}}', date '1980-01-01' + g, timestamp '2001-02-03 04:05:06.789' + g * interval '1 hour', g % 2 = 0, 'c', 42, 'pg_catalog.pg_class' FROM generate_series(1, 300) g;
            UPDATE typed SET f = 'NaN', n = 'NaN', seen = 'infinity', t = '-infinity', born = NULL WHERE id = 7;
            UPDATE typed SET f = '-Infinity', b = '', name = '', words = '{}' WHERE id = 8;
            CREATE TABLE nothing_inside (); INSERT INTO nothing_inside DEFAULT VALUES; INSERT INTO nothing_inside DEFAULT VALUES;
            CREATE TABLE never_filled (email email, born date, "select" text);
            CREATE UNLOGGED TABLE unlogged (email email); INSERT INTO unlogged VALUES ('p1@private.test');
            """, """
            columns: { contact: email, extra: email, email: email }
            tables:
              grandchild: { keep: [more] }
              typed:
                columns:
                  name: name
                  code: digits
                  seen: { strategy: date, truncate: month }
                  born: { strategy: date, truncate: year }
                  words: empty
                  jb: empty
                  b: empty
                  i: "null"
                  n: { strategy: noise, range: 10% }
                  f: { strategy: noise, range: 10% }
                  number: digits
                  u: hash
                keep: { pair: { reason: test }, pairs: { reason: test }, box: { reason: test }, r: { reason: test }, j: { reason: test }, x: { reason: test }, m: { reason: test }, bits: { reason: test }, v: { reason: test }, one: { reason: test }, reg: { reason: test }, nothing: { reason: test } }
              never_filled: { keep: [born, select] }
            """,
            "public.child.contact: email", "public.child.extra: email", "public.grandchild.contact: email", "public.grandchild.extra: email", "public.never_filled.email: email",
            "public.parent.contact: email", "public.typed.b: empty", "public.typed.born: date", "public.typed.code: digits", "public.typed.f: noise", "public.typed.i: null",
            "public.typed.jb: empty", "public.typed.n: noise", "public.typed.name: name", "public.typed.number: digits", "public.typed.seen: date", "public.typed.u: hash", "public.typed.words: empty",
            "public.unlogged.email: email");
    }

    [Fact]
    public void Keys_of_every_kind_keep_matching()
    {
        Judge("""
            CREATE TABLE people (number int PRIMARY KEY, login text UNIQUE NOT NULL, tax char(20) UNIQUE, boss int REFERENCES people, mentor text REFERENCES people (login), UNIQUE (number, login));
            INSERT INTO people SELECT i, 'login' || i, 'T' || i, CASE WHEN i > 1 THEN i / 2 END, CASE WHEN i > 5 THEN 'login' || i / 5 END FROM generate_series(1, 500) i;
            CREATE TABLE cards (person bigint REFERENCES people, login varchar(40), tax char(24) REFERENCES people (tax), note text, FOREIGN KEY (person, login) REFERENCES people (number, login));
            INSERT INTO cards SELECT i, 'login' || i, 'T' || i, 'n' || i FROM generate_series(1, 500) i;
            CREATE TABLE prints (card_login varchar(40), state text, CONSTRAINT links FOREIGN KEY (card_login) REFERENCES people (login) DEFERRABLE INITIALLY DEFERRED);
            INSERT INTO prints SELECT 'login' || i, 'new' FROM generate_series(1, 500) i;
            CREATE UNIQUE INDEX one_active ON prints (card_login) WHERE state = 'new';
            CREATE UNIQUE INDEX lowered ON people (lower(login)) INCLUDE (boss);
            CREATE TABLE rooms (name text, during int4range, EXCLUDE USING gist (during WITH &&));
            INSERT INTO rooms SELECT 'r' || i, int4range(i, i + 1) FROM generate_series(1, 50) i;
            ALTER TABLE cards ADD CONSTRAINT noted CHECK (length(note) > 0) NOT VALID;
            """, """
            tables:
              people: { columns: { number: digits, login: hash, tax: digits } }
              cards: { columns: { note: text } }
              prints: { keep: [state] }
              rooms: { columns: { name: hash }, keep: [during] }
            """,
            "public.cards.login: hash", "public.cards.note: text", "public.cards.person: digits", "public.cards.tax: digits",
            "public.people.boss: digits", "public.people.login: hash", "public.people.mentor: hash", "public.people.number: digits", "public.people.tax: digits",
            "public.prints.card_login: hash", "public.rooms.name: hash");
    }

    [Fact]
    public void Views_triggers_rules_and_functions()
    {
        Judge("""
            CREATE TABLE people (id int PRIMARY KEY, email text NOT NULL, changes int DEFAULT 0);
            CREATE TABLE log (id serial, what text);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.log (what) VALUES ('fired; ' || NEW.id); NEW.changes := NEW.changes + 1; RETURN NEW; END $$;
            INSERT INTO people SELECT i, 'u' || i || '@private.test' FROM generate_series(1, 100) i;
            CREATE TRIGGER noted BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION note();
            ALTER TABLE people ENABLE ALWAYS TRIGGER noted;
            CREATE RULE no_delete AS ON DELETE TO people DO INSTEAD NOTHING;
            CREATE VIEW shown AS SELECT id, email FROM people;
            CREATE MATERIALIZED VIEW copied AS SELECT email, count(*) AS n FROM shown GROUP BY email;
            CREATE UNIQUE INDEX ON copied (email);
            CREATE MATERIALIZED VIEW copied_again AS SELECT n, count(*) FROM copied GROUP BY n;
            CREATE MATERIALIZED VIEW unpopulated AS SELECT 1 WITH NO DATA;
            CREATE PROCEDURE tidy() LANGUAGE sql AS $$ DELETE FROM public.log; INSERT INTO public.log (what) VALUES (';'); $$;
            CREATE FUNCTION later(int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM public.people WHERE id > $1; END;
            CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
            CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not in production'; END $$;
            CREATE STATISTICS both_columns ON id, changes FROM people;
            ALTER TABLE people ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON people USING (id > 0);
            CREATE PUBLICATION everything FOR TABLE people;
            COMMENT ON TABLE people IS E'it''s; a "comment"\nof two lines';
            CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('DROP TABLE', 'CREATE TRIGGER') EXECUTE FUNCTION forbid();
            """, """
            columns: { email: email }
            tables: { log: { columns: { what: text } } }
            """, "public.log.what: text", "public.people.email: email");
    }

    [Fact]
    public void What_else_a_schema_may_hold()
    {
        var longest = new string('n', 63);
        Judge($$"""
            CREATE ROLE {{_reader}};
            CREATE TABLE people (id int PRIMARY KEY, email text NOT NULL, {{longest}} text, during daterange, spans nummultirange, mate int, CONSTRAINT mates FOREIGN KEY (mate) REFERENCES people DEFERRABLE INITIALLY DEFERRED);
            CREATE TABLE homes (id int PRIMARY KEY, owner int REFERENCES people); ALTER TABLE people ADD home int REFERENCES homes;
            INSERT INTO people SELECT i, 'u' || i || '@private.test', 'kept', daterange(date '2000-01-01' + i, NULL), '{[1,2), [5,7)}', 1 + i % 50 FROM generate_series(1, 50) i;
            INSERT INTO homes SELECT i, i FROM generate_series(1, 50) i; UPDATE people SET home = id;
            CREATE SEQUENCE lone START 7; SELECT nextval('lone');
            ALTER TABLE people ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY own ON people TO {{_reader}} USING (id > 0);
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO {{_reader}}; GRANT SELECT (id, email) ON people TO {{_reader}};
            CREATE FOREIGN DATA WRAPPER nothing; CREATE SERVER far FOREIGN DATA WRAPPER nothing; CREATE FOREIGN TABLE distant (email text) SERVER far;
            CREATE FUNCTION to_pair(int) RETURNS point LANGUAGE sql IMMUTABLE AS 'SELECT point($1, $1)'; CREATE CAST (int AS point) WITH FUNCTION to_pair(int);
            CREATE FUNCTION near(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) = lower($2)'; CREATE OPERATOR ~~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = near);
            CREATE OPERATOR CLASS backwards FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(int, int);
            CREATE TEXT SEARCH CONFIGURATION words (COPY = simple); CREATE COLLATION plain (LOCALE = 'C');
            CREATE TYPE pair AS (a int, b text); CREATE TABLE of_pair OF pair; CREATE FUNCTION moved() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'never'; END $$;
            CREATE CONSTRAINT TRIGGER late AFTER INSERT ON homes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION moved();
            CREATE PUBLICATION all_of_it FOR ALL TABLES;
            """, $"columns: {{ email: email }}\ntables: {{ people: {{ keep: [{longest}, during, spans] }}, of_pair: {{ keep: [b] }} }}\n", "public.distant.email: email", "public.people.email: email");
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_tablespace_that_the_sandbox_lacks_stays_and_is_not_lost_without_a_word()
    {
        var database = cluster.CreateDatabase("""
            SET allow_in_place_tablespaces = on; CREATE TABLESPACE runs_fast LOCATION '';
            CREATE TABLE people (id int PRIMARY KEY USING INDEX TABLESPACE runs_fast, email text) TABLESPACE runs_fast; INSERT INTO people SELECT i, 'u' || i || '@private.test' FROM generate_series(1, 50) i;
            CREATE INDEX ON people (email) TABLESPACE runs_fast; CREATE MATERIALIZED VIEW copied TABLESPACE runs_fast AS SELECT email FROM people;
            CREATE TABLE parted (id int) PARTITION BY RANGE (id) TABLESPACE runs_fast; CREATE TABLE part PARTITION OF parted DEFAULT;
            """);
        try
        {
            var dump = _folder.DumpOf(cluster, database, "-Fp");
            var policy = _folder.Policy("columns: { email: email }\n");
            new ArtefactJudge(cluster).Judge(_folder.Anonymize(dump, policy));
            var changed = _folder.Options(dump, policy) with { SandboxChanges = SandboxChanges.Schema, OutputPath = _folder.In("out/changed") };
            var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(changed));
            Assert.Equal("CIANON4104", failure.Diagnostics.Single().Code.Id);
            Assert.Contains("--no-tablespaces", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            cluster.Execute("postgres", $"DROP DATABASE {database}"); cluster.Execute("postgres", "DROP TABLESPACE runs_fast");
        }
    }

    public void Dispose() => _folder.Dispose();

    private void Judge(string schema, string policy, params string[] masked) => Judge(schema, policy, [], masked);

    private void Judge(string schema, string policy, string[] options, params string[] masked)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(schema), ["-Fc", .. options]);
        var run = _folder.Anonymize(dump, _folder.Policy(policy));
        Assert.Equal(masked.Order(StringComparer.Ordinal), run.Masked);
        new ArtefactJudge(cluster).Judge(run);
    }
}
