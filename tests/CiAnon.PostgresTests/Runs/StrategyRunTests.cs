namespace CiAnon.PostgresTests.Runs;

/// <summary>Strategies that see their row, work inside of values or stand for a type of PostgreSQL's, in whole runs.</summary>
public sealed class StrategyRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TYPE mood AS ENUM ('happy', 'calm', 'sad');
        CREATE TABLE users (id int PRIMARY KEY, staff bool NOT NULL, email text UNIQUE, first_name text, last_name text, shown text, login varchar(30) UNIQUE, pw text, born date,
            seen timestamptz, mood mood, age int, age_group text, ip inet, net cidr, mac macaddr, iban text, card text, home point, lat double precision, photo bytea, profile jsonb, tags text[],
            agent text, referrer text, token text UNIQUE, code text, tier text, score numeric(5,2), part text);
        INSERT INTO users SELECT i, i % 20 = 0, 'user' || i || '@quillmail.com', 'Xandria' || chr(97 + i % 26), 'Quillfeather' || chr(97 + i % 26), 'Xandria' || chr(97 + i % 26) || ' Quillfeather' || chr(97 + i % 26), 'quill' || i,
            CASE WHEN i % 2 = 0 THEN '$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW' ELSE 'pbkdf2_sha256$600000$salt$4L6zHWhYaV3cW0A1mZ8pGqfAqkH1MbYdgAf3XqFhY0k=' END,
            date '1950-05-06' + i * 31, timestamptz '2024-03-04 05:06:07.5+01' + i * interval '1 hour', (ARRAY['happy', 'calm', 'sad']::mood[])[1 + i % 3], 18 + i % 60, (18 + i % 60)::text,
            ('84.17.' || i % 250 || '.' || i % 199)::inet, ('84.17.' || i % 250 || '.0/24')::cidr, ('3c:5a:b4:01:7f:' || lpad(to_hex(i % 256), 2, '0'))::macaddr,
            'DE' || lpad((98 - (('500105175407' || lpad(i::text, 6, '0') || '131400')::numeric % 97))::text, 2, '0') || '500105175407' || lpad(i::text, 6, '0'),
            '4111 1111 1111 1111', point(7.15 + i * 0.001, 51.25), 51.25 + i * 0.001, decode('ffd8ffe0', 'hex'),
            jsonb_build_object('email', 'user' || i || '@quillmail.com', 'theme', 'dark', 'n', i, 'old', 'x', 'friends', jsonb_build_array(jsonb_build_object('name', 'Xandria' || chr(97 + i % 26)))),
            ARRAY['user' || i || '@quillmail.com', NULL], 'Mozilla/5.0 (Linux; Android 9; SM-G960F)', 'https://quillshop.com/a?mail=user' || i || '@quillmail.com', 'tok_' || md5(i::text), 'K-' || i, 'gold', i % 100, 'Quill-' || (1000 + i)
            FROM generate_series(1, 200) i;
        CREATE TABLE visits (user_id int, day date, note text);
        INSERT INTO visits SELECT 1 + i % 200, date '2024-01-01' + i, 'plain' FROM generate_series(1, 400) i;
        """;

    private const string Policy = """
        tables:
          users:
            columns:
              email: { strategy: email, unless: { column: staff, equals: t, reason: staff test with their own } }
              first_name: first_name
              last_name: last_name
              shown: { strategy: template, text: "{first_name} {last_name}" }
              login: username
              pw: password
              born: { strategy: shift, range: 1 year, by: id }
              seen: { strategy: shift, range: 1 year, by: id }
              mood: enum
              age: { strategy: bucket, size: 10 }
              age_group: { strategy: bucket, bounds: [0, 30, 65], labels: [young, middle, old] }
              ip: { strategy: ip, keep_prefix: 16 }
              net: ip
              mac: mac
              iban: iban
              card: card
              home: { strategy: coordinates, radius: 5 km }
              lat: { strategy: coordinates, radius: 5 km }
              photo: blob
              profile:
                strategy: json
                paths:
                  $.email: email
                  $.friends[*].name: first_name
                  $.theme: keep
                  $.n: { strategy: random, between: [1, 1000] }
                  $.old: delete
              tags: { strategy: array, each: email }
              agent: user_agent
              referrer: url
              token: token
              code: { strategy: pattern, pattern: "K-[1000,9999]" }
              tier: { strategy: choice, values: [silver, gold], weights: [9, 1] }
              score: { strategy: random, between: [0, 99.99] }
              part: { strategy: mask, last: 4 }
          visits:
            columns:
              day: { strategy: shift, range: 1 year, by: user_id }
              note: { strategy: string, length: 12 }
        verify:
          allow: [{ object: users.email, kind: email, reason: staff test with their own }]
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Every_kind_of_strategy_comes_through_a_run()
    {
        var database = cluster.CreateDatabase(Schema);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy(Policy));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        string Ask(string sql) => cluster.Query(restored, sql).Trim();

        Assert.Equal("10", Ask("SELECT count(*) FROM users WHERE email LIKE '%@quillmail.com' AND staff"));
        Assert.Equal("190", Ask("SELECT count(*) FROM users WHERE email LIKE 'user\\_%@anon.example' AND NOT staff"));
        Assert.Equal("200", Ask("SELECT count(*) FROM users WHERE shown = first_name || ' ' || last_name AND shown NOT LIKE '%Quill%'"));
        Assert.Equal("200 200", Ask("SELECT count(DISTINCT login) || ' ' || count(DISTINCT token) FROM users"));
        Assert.Equal("2", Ask("SELECT count(DISTINCT pw) FROM users WHERE pw LIKE '$2b$04$%' OR pw LIKE 'pbkdf2_sha256$1000$%'"));
        Assert.Equal("0", Ask("SELECT count(*) FROM users WHERE age % 10 <> 0 OR age_group NOT IN ('young', 'middle', 'old') OR tier NOT IN ('silver', 'gold') OR score NOT BETWEEN 0 AND 99.99 OR code !~ '^K-[1-9][0-9]{3}$'"));
        Assert.Equal("0", Ask("SELECT count(*) FROM users WHERE NOT ip << '84.17.0.0/16' OR NOT net << '10.0.0.0/8' OR referrer !~ '^https://[0-9a-f]{8}\\.anon\\.example/[0-9a-f]{8}\\?mail=[0-9a-f]{8}$' OR part !~ '^\\*{5}-[0-9]{4}$'"));
        Assert.Equal("200", Ask("SELECT count(*) FROM users WHERE profile ? 'email' AND NOT profile ? 'old' AND profile ->> 'theme' = 'dark' AND (profile ->> 'n')::int BETWEEN 1 AND 1000 AND profile #>> '{friends,0,name}' = first_name"));
        Assert.Equal("190", Ask("SELECT count(*) FROM users WHERE profile ->> 'email' = email AND tags = ARRAY[email, NULL]"));
        Assert.Equal("200", Ask("SELECT count(*) FROM users WHERE encode(photo, 'hex') LIKE '89504e47%'"));

        // Born and seen of one user moved together, and so did the user's visits.
        string Distances(string value, string original) => $"SELECT id, {value} FROM {original} ORDER BY 1, 2";
        var before = cluster.Query(database, Distances("seen::date - born", "users"));
        Assert.Equal(before, cluster.Query(restored, Distances("seen::date - born", "users")));
        Assert.Equal(cluster.Query(database, "SELECT user_id, max(day) - min(day) FROM visits GROUP BY 1 ORDER BY 1"), cluster.Query(restored, "SELECT user_id, max(day) - min(day) FROM visits GROUP BY 1 ORDER BY 1"));
        Assert.NotEqual(cluster.Query(database, "SELECT id, born FROM users ORDER BY 1"), cluster.Query(restored, "SELECT id, born FROM users ORDER BY 1"));

        var column = run.Report.Tables.Single(table => table.Name == "users").Columns.Single(section => section.Name == "email");
        Assert.Equal((190L, 190L, 10L), (column.Counts!.Rows, column.Counts.Changed, column.Counts.Kept));
        Assert.Equal("rule, unless staff is 't' (staff test with their own)", column.Reason);
    }

    [Fact]
    public void What_a_condition_keeps_is_searched_as_what_is_kept_always()
    {
        var database = cluster.CreateDatabase(Schema);
        var failure = Assert.Throws<CiAnon.Diagnostics.CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy(Policy[..Policy.IndexOf("verify:", StringComparison.Ordinal)])));
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains("10 of 10 values look personal", StringComparison.Ordinal));
    }

    [Fact]
    public void What_stays_inside_of_JSON_is_searched()
    {
        var database = cluster.CreateDatabase("""
            CREATE TABLE people (email text, profile jsonb);
            INSERT INTO people SELECT 'user' || i || '@quillmail.com', jsonb_build_object('a', 'user' || i || '@quillmail.com', 'b', 'other' || i || '@quillmail.com') FROM generate_series(1, 100) i;
            """);
        var failure = Assert.Throws<CiAnon.Diagnostics.CiAnonException>(() => _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"),
            _folder.Policy("tables: { people: { columns: { email: email, profile: { strategy: json, unlisted: keep, paths: { $.a: email } } } } }")));
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains("profile", StringComparison.Ordinal) && problem.Message.Contains("look personal", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
