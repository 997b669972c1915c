using CiAnon.Cli;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Policies;

/// <summary>Other tools' files are policies as they are, and so are the rules that a dump has in it.</summary>
public sealed class ImportRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, first_name text, email text UNIQUE, phone text, born date, score numeric, note text, title text, role text CHECK (role IN ('admin', 'user')));
        INSERT INTO people SELECT i, 'Canaria' || i, 'canaria' || i || '@canary-mail.de', '+49 30 90' || (10000 + i), '1980-01-01'::date + i, i, 'Canaria once more', 'Dr', CASE WHEN i = 1 THEN 'admin' ELSE 'user' END
        FROM generate_series(1, 200) i;
        """;

    // One file of each tool that decides on every column of the table.
    private static readonly (string Name, string Text, string Title)[] Files =
    [
        ("anonymization.yaml", "people: [{ column: first_name, strategy: name }, { column: email, strategy: email }, { column: phone, strategy: phone }, { column: born, strategy: date }, { column: note, strategy: redact }, { column: title, strategy: preserve }]", "Confiture"),
        ("db_tools.yaml", "anonymization: { default: { people: { first_name: firstname, email: email, phone: fr-fr.phone, born: { anonymizer: date, options: { delta: P1M } }, note: lorem, title: { anonymizer: string, options: { sample: [Dr, Prof] } } } } }", "DbToolsBundle"),
        ("config.yml", """
            dump:
              transformation:
                - schema: public
                  name: people
                  when: 'record.role != "admin"'
                  transformers:
                    - { name: RandomPerson, params: { columns: [{ name: first_name, template: "{{ .FirstName }}", hashing: true }] } }
                    - { name: RandomEmail, params: { column: email } }
                    - { name: RandomPhoneNumber, params: { column: phone } }
                    - { name: NoiseDate, params: { column: born, max_ratio: 90 days } }
                    - { name: NoiseNumeric, params: { column: score, max_ratio: 0.1 } }
                    - { name: RandomParagraph, params: { column: note } }
                    - { name: Replace, params: { column: title, value: Dr } }
            """, "Greenmask"),
        ("strategy.yml", "tables: { people: { columns: { first_name: first_name, email: unique_email, phone: phone_number, born: { type: literal, value: \"'1980-01-01'\" }, note: empty, title: word } } }", "pynonymizer"),
        ("nxs.conf", "filters: { public.people: { columns: { first_name: { value: X }, email: { value: '{{ randAlphaNum 20 }}' }, phone: { value: '{{ randNumeric 10 }}' }, born: { value: '1980-01-01' }, note: { value: x }, title: { value: '{{ .Values.title }}' } } } }", "nxs-data-anonymizer"),
        ("replibyte.yaml", "source: { transformers: [{ database: public, table: people, columns: [{ name: first_name, transformer_name: first-name }, { name: email, transformer_name: email }, { name: phone, transformer_name: phone-number }, { name: born, transformer_name: random-date }, { name: note, transformer_name: random }, { name: title, transformer_name: transient }] }] }", "Replibyte"),
        ("neosync.json", """
            { "mappings": [
              { "schema": "public", "table": "people", "column": "id", "transformer": { "config": { "passthroughConfig": {} } } },
              { "schema": "public", "table": "people", "column": "first_name", "transformer": { "config": { "generateFirstNameConfig": {} } } },
              { "schema": "public", "table": "people", "column": "email", "transformer": { "config": { "transformEmailConfig": {} } } },
              { "schema": "public", "table": "people", "column": "phone", "transformer": { "config": { "generateE164PhoneNumberConfig": {} } } },
              { "schema": "public", "table": "people", "column": "born", "transformer": { "config": { "nullconfig": {} } } },
              { "schema": "public", "table": "people", "column": "score", "transformer": { "config": { "passthroughConfig": {} } } },
              { "schema": "public", "table": "people", "column": "note", "transformer": { "config": { "nullconfig": {} } } },
              { "schema": "public", "table": "people", "column": "title", "transformer": { "config": { "passthroughConfig": {} } } },
              { "schema": "public", "table": "people", "column": "role", "transformer": { "config": { "passthroughConfig": {} } } }] }
            """, "Neosync"),
        ("snaplet.config.ts", "export default defineConfig({ transform: { public: { people: ({ row }) => ({ first_name: copycat.firstName(row.first_name), email: copycat.email(row.email), phone: copycat.phoneNumber(row.phone), born: '1980-01-01', note: null, title: row.title }) } } })", "Snaplet"),
    ];

    // How many of the 200 rows have what they had, by column, once the tool itself is through with its file, as its documentation says;
    // a star where it draws by chance from values that the column has.
    private static readonly Dictionary<string, string> Stay = new()
    {
        ["Confiture"] = "first_name 0, email 0, phone 0, born 0, score 200, note 0, title 200, role 200",
        ["DbToolsBundle"] = "first_name 0, email 0, phone 0, born 0, score 200, note 0, title *, role 200",
        ["Greenmask"] = "first_name 0, email 0, phone 0, born 0, score 0, note 0, title 200, role 200",
        ["pynonymizer"] = "first_name 0, email 0, phone 0, born 0, score 200, note 0, title 0, role 200",
        ["nxs-data-anonymizer"] = "first_name 0, email 0, phone 0, born 0, score 200, note 0, title 200, role 200",
        ["Neosync"] = "first_name 0, email 0, phone 0, born 0, score 200, note 0, title 200, role 200",
        ["Replibyte"] = "first_name 0, email 0, phone 0, born 0, score 200, note 0, title 200, role 200",
        ["Snaplet"] = "first_name 0, email 0, phone 0, born 0, score 200, note 0, title 200, role 200",
    };

    private readonly RunFolder _folder = new();

    [Fact]
    public void A_file_of_each_tool_is_planned_as_it_is_and_as_it_was_imported()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        foreach (var (name, text, title) in Files)
        {
            var file = _folder.In(name);
            File.WriteAllText(file, text + (name == "config.yml" ? "" : "\n"));
            var decided = Plan(dump, file, title);
            var imported = _folder.In(name + ".imported.yml");
            var (exit, output) = Command("import", file, "--output", imported);
            Assert.True(exit == 0, output);
            Assert.Equal(decided, Plan(dump, imported, null));
        }
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_file_of_each_tool_changes_and_leaves_what_the_tool_does()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        var made = new Dictionary<string, string>();
        foreach (var (name, text, title) in Files)
        {
            var file = _folder.In(name);
            // The one that a condition keeps stops a run: his address stands there.
            File.WriteAllText(file, text.Replace("record.role != \"admin\"", "record.role != \"nobody\"", StringComparison.Ordinal) + "\n");
            var (exit, error) = Command("anonymize", dump, "--policy", file, "-o", _folder.Output);
            Assert.True(exit == 0, $"{title}: {error}");
            var restored = made[title] = cluster.CreateDatabase();
            cluster.Restore(_folder.Output, restored);
            var expected = Stay[title].Split(", ").Select(column => column.Split(' ')).ToList();
            var kept = cluster.Query(restored, "SELECT " + string.Join(", ", expected.Select(column => $"count(*) FILTER (WHERE {Original(column[0])})")) + " FROM people").Trim().Split('|');
            Assert.Equal(Stay[title], string.Join(", ", expected.Zip(kept, (column, rows) => $"{column[0]} {(column[1] == "*" ? "*" : rows)}")));
            Assert.Equal("200|200|20100", cluster.Query(restored, "SELECT count(*), count(DISTINCT email), sum(id) FROM people").Trim());
        }
        // What they write for everybody.
        Assert.Equal("X|1980-01-01|x", cluster.Query(made["nxs-data-anonymizer"], "SELECT DISTINCT first_name, born, note FROM people").Trim());
        Assert.Equal("1980-01-01|t", cluster.Query(made["pynonymizer"], "SELECT DISTINCT born, note = '' FROM people").Trim());
        Assert.Equal("1980-01-01|t", cluster.Query(made["Snaplet"], "SELECT DISTINCT born, note IS NULL FROM people").Trim());
        Assert.Equal("Dr", cluster.Query(made["Greenmask"], "SELECT DISTINCT title FROM people").Trim());

        static string Original(string column) => column switch
        {
            "first_name" => "first_name LIKE 'Canaria%'",
            "email" => "email = 'canaria' || id || '@canary-mail.de'",
            "phone" => "phone = '+49 30 90' || (10000 + id)",
            "born" => "born = '1980-01-01'::date + id",
            "score" => "score = id",
            "note" => "note = 'Canaria once more'",
            "title" => "title = 'Dr'",
            _ => "role = CASE WHEN id = 1 THEN 'admin' ELSE 'user' END",
        };
    }

    [Fact]
    public void The_labels_in_a_dump_are_its_policy_where_nobody_has_the_extension()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema + """
            SET allow_system_table_mods = on;
            INSERT INTO pg_seclabel SELECT 'people'::regclass, 'pg_class'::regclass, a.attnum, 'anon', l.label
            FROM (VALUES ('first_name', 'MASKED WITH FUNCTION anon.fake_first_name()'), ('email', 'MASKED WITH FUNCTION anon.fake_email()'), ('phone', 'MASKED WITH FUNCTION anon.random_phone(''0'')'),
                ('born', 'MASKED WITH FUNCTION anon.dnoise(born, ''90 days''::interval)'), ('note', 'MASKED WITH VALUE ''CONFIDENTIAL'''), ('title', 'NOT MASKED'), ('role', 'NOT MASKED')) l (name, label)
            JOIN pg_attribute a ON a.attrelid = 'people'::regclass AND a.attname = l.name;
            """), "-Fc");
        var (exit, error) = Command("anonymize", dump, "--policy", dump, "-o", _folder.Output);
        Assert.True(exit == 0, error);
        Assert.Contains("read as PostgreSQL Anonymizer's file: 7 columns", error, StringComparison.Ordinal);
        var report = ReportJson.Read(File.ReadAllBytes(_folder.Report))!;
        Assert.Equal(ReportStatus.Passed, report.Status);

        var restored = cluster.CreateDatabase();
        cluster.Restore(_folder.Output, restored, "--no-security-labels");
        Assert.Equal("0", cluster.Query(restored, "SELECT count(*) FROM people WHERE people::text ILIKE '%canar%'").Trim());
        Assert.Equal("200|1", cluster.Query(restored, "SELECT count(*), count(DISTINCT note) FROM people").Trim());

        var imported = _folder.In("imported.yml");
        (exit, error) = Command("import", dump, "-o", imported);
        Assert.True(exit == 0, error);
        Assert.Equal(Plan(dump, dump, "PostgreSQL Anonymizer"), Plan(dump, imported, null));
    }

    public void Dispose() => _folder.Dispose();

    // Column by column what happens to it, without the rule's place.
    private static string Plan(string dump, string policy, string? title)
    {
        var (exit, text) = Command("plan", dump, "--policy", policy);
        Assert.True(exit == 0, text);
        if (title is not null) Assert.Contains($"read as {title}'s file", text, StringComparison.Ordinal);
        return string.Join('\n', text.Split('\n').Where(line => line.StartsWith("public.", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains('(', StringComparison.Ordinal)))));
    }

    private static (int Exit, string Output) Command(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exit = CommandLine.Run(arguments, new Session(output, output, Environment, IsTerminal: false, CancellationToken.None));
        return (exit, output.ToString());
    }

    private static string? Environment(string name) => TestEnvironment.Shared(name);
}
