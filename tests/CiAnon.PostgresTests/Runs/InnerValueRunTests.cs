using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Strategies inside of values inside of values, and inside of what has a name or a size of its own, in whole runs.</summary>
public sealed class InnerValueRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_masked_inside_of_a_part_must_not_stand_anywhere_else()
    {
        var database = cluster.CreateDatabase("""
            CREATE EXTENSION hstore;
            CREATE TYPE filed AS (id int, doc jsonb);
            CREATE TABLE t (id int PRIMARY KEY, c filed, h hstore, j jsonb, x xml, number jsonb, in_c text, in_h text, in_j text, in_x text, in_number text);
            INSERT INTO t VALUES (1, ROW(1, '{"who": "Balthasar Knoppke", "n": "fine"}'), 'doc=>"{\"who\": \"Hieronymus Plautzig\"}"', '{"doc": "{\"who\": \"Melchior Drumsel\"}"}',
              '<d>{"who": "Kunibert Wuzzle"}</d>', '{"ssn": "Q77-4411-X"}', 'Balthasar Knoppke', 'Hieronymus Plautzig', 'Melchior Drumsel', 'Kunibert Wuzzle', 'Q77-4411-X');
            """);
        var dump = _folder.DumpOf(cluster, database, "-Fc");
        var policy = _folder.Policy("""
            tables:
              t:
                columns:
                  c: { strategy: composite, fields: { id: keep, doc: { strategy: json, paths: { $.who: name, $.n: keep } } } }
                  h: { strategy: hstore, keys: { doc: { strategy: json, paths: { $.who: name } } } }
                  j: { strategy: json, paths: { $.doc: { strategy: json, paths: { $.who: name } } } }
                  x: { strategy: xml, paths: { /d: { strategy: json, paths: { $.who: name } } } }
                  number: { strategy: json, paths: { $.ssn: hash } }
                keep: [in_c, in_h, in_j, in_x, in_number]
            """);
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, policy));
        Assert.All(["c", "h", "j", "x", "number"], column => Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains($"public.t.in_{column} ", StringComparison.Ordinal)
            && problem.Message.Contains($"an original of public.t.{column} survives", StringComparison.Ordinal)));
    }

    [Fact]
    public void Texts_inside_of_values_stay_texts_and_values_under_their_names_do_not_stay()
    {
        var database = cluster.CreateDatabase("""
            CREATE EXTENSION hstore;
            CREATE TYPE pers AS (last_name text, phone text, note text);
            CREATE TABLE t (id int PRIMARY KEY, j jsonb, all_j json, last_names text[], c pers, cs pers[], h hstore, x xml);
            INSERT INTO t VALUES (1, '{"last_name": "Zwiebelkuchenmann", "phone": "0815 4711", "note": "late again, and late twice"}', '{"username": "zoltra77", "people": [{"last_name": "Grumpfelhuber"}]}',
              '{Zwiebelkuchenmann}', ROW('Grumpfelhuber', '0815 4711', 'late again, and late twice'), ARRAY[ROW('Grumpfelhuber', '0815 4711', 'hi')::pers],
              'last_name=>Grumpfelhuber, username=>zoltra77', '<p username="zoltra77"><last_name>Grumpfelhuber</last_name><phone>0815 4711</phone></p>');
            """);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("""
            tables:
              t:
                columns:
                  j: { strategy: json, paths: { $.last_name: free_text, $.phone: free_text, $.note: free_text } }
                  all_j: { strategy: json, paths: { $: free_text } }
                  last_names: { strategy: array, each: free_text }
                  c: { strategy: composite, fields: { "*": free_text } }
                  cs: { strategy: array, each: { strategy: composite, fields: { last_name: free_text, phone: free_text, note: free_text } } }
                  h: { strategy: hstore, keys: { "*": free_text } }
                  x: { strategy: xml, paths: { //*: free_text } }
            """));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("0", cluster.Query(restored, "SELECT count(*) FROM t WHERE t::text ~ 'Zwiebel|Grumpfel|4711|zoltra'").Trim());
        Assert.Equal("late again, and late twice|late again, and late twice|hi", cluster.Query(restored, "SELECT j ->> 'note' || '|' || (c).note || '|' || (cs[1]).note FROM t").Trim());
    }

    [Theory]
    [InlineData("char(20)[]", "{Grumpfelhuber,NULL}", "{ strategy: array, each: free_text }")]
    [InlineData("char(20)[]", "{Grumpfelhuber,NULL}", "{ strategy: array, each: free_text }", true)]
    [InlineData("text", "Grumpfelhuber", "{ strategy: free_text, when: { column: id, equals: \"1\" } }")]
    [InlineData("char(20)", "Grumpfelhuber", "free_text")]
    [InlineData("padded", "(Grumpfelhuber)", "{ strategy: composite, fields: { last_name: free_text } }")]
    [InlineData("padded", "(Grumpfelhuber)", "{ strategy: composite, fields: { last_name: free_text } }", true)]
    public void What_is_around_a_text_does_not_hide_what_it_is_called(string type, string value, string rule, bool isShared = false)
    {
        var database = cluster.CreateDatabase($"""
            CREATE TYPE padded AS (last_name char(20));
            CREATE TABLE t (id int PRIMARY KEY, last_name {type}, note text); INSERT INTO t VALUES (1, '{value}');
            """);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy($"tables: {{ t: {{ columns: {{ last_name: {rule}, note: {(isShared ? "free_text" : "text")} }} }} }}\n"));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("0", cluster.Query(restored, "SELECT count(*) FROM t WHERE t::text ~ 'Grumpfel'").Trim());
    }

    [Fact]
    public void What_a_type_allows_is_what_parts_and_numbers_get()
    {
        var database = cluster.CreateDatabase("""
            CREATE TYPE pers AS (who text, born date);
            CREATE DOMAIN team AS pers[];
            CREATE TABLE t (id int PRIMARY KEY, mails varchar(24)[], rates numeric(4,2)[], codes char(8)[], people team, code char(5), code_too varchar(5), rate numeric(4,2), url text);
            INSERT INTO t VALUES (1, '{anna@quillmail.com}', '{99.99,-99.99}', '{ab}', ARRAY[ROW('Hieronymus Plautzig', '1980-02-03')::pers], '', '', 99.99, '/?user%5Bname%5D=Kunibert+Wuzzle&page=2'),
              (2, NULL, NULL, NULL, NULL, 'ab', 'ab', -99.99, NULL);
            """);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("""
            tables:
              t:
                columns:
                  mails: { strategy: array, each: email }
                  rates: { strategy: array, each: { strategy: noise, range: 50% } }
                  codes: { strategy: array, each: token }
                  people: { strategy: array, each: { strategy: composite, fields: { who: name, born: { strategy: noise, range: 30 days } } } }
                  code: token
                  code_too: token
                  rate: { strategy: noise, range: 50% }
                  url: { strategy: url, path: keep, query: keep, parameters: { "user[name]": name } }
            """));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);

        string Ask(string sql) => cluster.Query(restored, sql).Trim();

        Assert.Equal("t", Ask("SELECT mails[1] ~ '^user_[0-9a-f]+@anon.example$' FROM t WHERE id = 1"));
        Assert.Equal("t", Ask("SELECT (people[1]).who <> 'Hieronymus Plautzig' AND (people[1]).born <> '1980-02-03' AND url ~ '^/\\?user%5Bname%5D=.+&page=2$' AND url !~ 'Wuzzle' FROM t WHERE id = 1"));
        Assert.Equal("t", Ask("SELECT code <> 'ab' AND trim(code) = code_too AND trim(code) = (SELECT trim(codes[1]) FROM t WHERE id = 1) FROM t WHERE id = 2"));
    }
}
