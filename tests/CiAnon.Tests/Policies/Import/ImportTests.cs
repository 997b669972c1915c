using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Policies.Import;
using CiAnon.Strategies;
using CiAnon.Tests.Cli;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Policies.Import;

public class ImportTests
{
    private const string Folder = "tests/CiAnon.Tests/Policies/Import/";

    public static TheoryData<string> Names => [.. Directory.GetFiles(GeneratedFile.FullPath(Folder + "Files")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_becomes_of_every_option_is_as_reviewed(string name)
    {
        using var folder = new ImportFolder(name);
        var (exit, output, error) = folder.Import();
        Assert.Equal(0, exit);
        GeneratedFile.AssertUpToDate($"{Folder}{name}.verified.txt", $"{error}\n{output}\n{folder.Imported}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_as_it_is_and_the_policy_that_is_written_decide_the_same(string name)
    {
        using var folder = new ImportFolder(name);
        folder.Import();
        var asItIs = Reader().ReadFile(folder.File, static _ => null, Sample.Today);
        var written = Reader().ReadFile(folder.Output, static _ => null, Sample.Today);
        Assert.Empty(asItIs.Diagnostics);
        Assert.Empty(written.Diagnostics);
        Assert.Equal(Decisions(asItIs.Policy!), Decisions(written.Policy!));
        Assert.Equal(DiagnosticCodes.PolicyOfAnotherTool, asItIs.Notices[0].Code);
        Assert.Empty(written.Notices);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rules_have_the_line_of_the_file_that_they_came_from(string name)
    {
        using var folder = new ImportFolder(name);
        var policy = Reader().ReadFile(folder.File, static _ => null, Sample.Today).Policy!;
        var lines = File.ReadAllLines(folder.File);
        var rules = policy.Tables.SelectMany(table => table.Columns).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Equal(folder.File, rule.Position.File));
        Assert.All(rules, rule => Assert.InRange(rule.Position.Line, 1, lines.Length));
        Assert.True(rules.Select(rule => rule.Position.Line).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData("version: 1\ntables: { users: { columns: { email: email } } }", null)]
    [InlineData("version: 1\ncolumns: { email: email }", null)]
    [InlineData("columns: { email: email }", null)]
    [InlineData("tables: { users: { columns: { email: email } } }", null)]
    [InlineData("users: [{ column: email, strategy: email }]", "confiture")]
    [InlineData("global: { seed: 1 }\ntables: {}", "confiture")]
    [InlineData("customer: { email: email, name: { anonymizer: lastname } }", "dbtoolsbundle")]
    [InlineData("customer: { email: email, name: lastname, badge: shop.badge }", "dbtoolsbundle")]
    [InlineData("customer: { email: email, title: the.title, badge: shop.badge }", null)]
    [InlineData("anonymization: { default: { customer: { email: email } } }", "dbtoolsbundle")]
    [InlineData("dump: { transformation: [{ schema: public, name: users }] }", "greenmask")]
    [InlineData("SECURITY LABEL FOR anon ON COLUMN a.b IS 'NOT MASKED';", "postgresql-anonymizer")]
    [InlineData("tables: { users: truncate }", "pynonymizer")]
    [InlineData("tables: { Person: { schema: hr, columns: { FirstName: first_name } } }", "pynonymizer")]
    [InlineData("tables: { users: { columns: { email: email, zip: zipcode } } }", "pynonymizer")]
    [InlineData("filters: { public.users: { columns: { a: { value: b } } } }", "nxs-data-anonymizer")]
    [InlineData("source: { connection_uri: $DATABASE_URL }", "replibyte")]
    [InlineData("mappings: [{ schema: public, table: users, column: id }]", "neosync")]
    [InlineData("export default defineConfig({ transform: {} })", "snaplet")]
    public void A_file_is_told_by_its_shape(string text, string? tool)
    {
        var result = Reader().ReadAny("file", Encoding.UTF8.GetBytes(text), static _ => null, Sample.Today);
        Assert.Equal(tool, result.Imported?.Tool.Name);
    }

    [Fact]
    public void No_strategy_of_any_tool_is_kept_but_what_the_tool_keeps()
    {
        var at = new SourcePosition("file", 1, 1);
        foreach (var (tool, strategy, name) in ForeignFile.Tools.SelectMany(tool => tool.Strategies.SelectMany(strategy => strategy.Names.Select(name => (tool, strategy, name)))))
        {
            var draft = new PolicyDraft(tool, "file");
            draft.Add("users", at, new ForeignRule(name, "secret", at, []));
            var policy = Reader().Read("file", Encoding.UTF8.GetBytes(PolicyTreeText.Write(draft.ToTree(), "", draft.Comments)), static _ => null, Sample.Today);
            Assert.True(policy.Policy is not null, $"{tool.Title} {name}: {string.Join('\n', policy.Diagnostics)}");
            var rule = Assert.Single(policy.Policy.Tables[0].Columns);
            Assert.Equal("secret", rule.Column);
            Assert.Equal(strategy.Row.Ours.StartsWith("keep", StringComparison.Ordinal), rule.Strategy.Name == "keep");
            Assert.True(rule.Proposed is null || draft.Diagnostics.Any(diagnostic => diagnostic.Code == DiagnosticCodes.ImportUndecided), $"{tool.Title} {name}");
        }
    }

    [Theory]
    [InlineData("dump: { transformation: [{ schema: public, name: users, transformers: [{ name: NoiseDate, params: { column: born, min_ratio: 1 year, max_ratio: 2 years, truncate: month } }] }] }", "'min_ratio'", "'truncate'")]
    [InlineData("dump: { transformation: [{ schema: public, name: users, transformers: [{ name: NoiseInt, params: { column: age, max_ratio: 0.2, min: 18, max: 99 } }] }] }", "'min'", "'max'")]
    [InlineData("dump: { transformation: [{ schema: public, name: users, transformers: [{ name: RandomString, params: { column: code, min_length: 3, max_length: 9 } }] }] }", "'min_length'", "counterpart")]
    [InlineData("mappings: [{ schema: public, table: users, column: pay, transformer: { config: { transformInt64Config: { randomizationRangeMin: 100, randomizationRangeMax: 500 } } } }]", "in both directions", "by 100 to 500")]
    [InlineData("export default defineConfig({ transform: { public: { users: ({ row }) => ({ email: copycat.email(row.login, { domain: 'a.test' }) }) } } })", "made of login", "its options")]
    [InlineData("customer: { bank: { anonymizer: iban-bic, options: { iban: account, country: fr } } }", "'country'", "counterpart")]
    [InlineData("db_tools: { anonymisation: { default: {} }, anonymization: { default: { customer: { mail: email } } } }", "'anonymisation'", "counterpart")]
    [InlineData("{ mappings: [{ schema: public, table: users, column: ref, transformer: { config: { transformHashConfig: {} } } }], virtualForeignKeys: [{ schema: public, table: orders, columns: [user], foreignKey: { schema: public, table: users, columns: [ref] } }] }", "of table orders", "'references'")]
    [InlineData("export default defineConfig({ introspect: { virtualForeignKeys: [{ fkTable: 'public.orders' }] }, transform: { public: { users: ({ row }) => ({ email: null }) } } })", "virtual foreign key", "'references'")]
    [InlineData("export default defineConfig({ select: { $default: false, public: { users: true } }, transform: { public: { users: ({ row }) => ({ email: null }) } } })", "'select' doesn't name", "'rows: none'")]
    [InlineData("export default defineConfig({ select: { public: { $default: false, users: true } }, transform: { public: { users: ({ row }) => ({ email: null }) } } })", "'select' doesn't name", "'rows: none'")]
    [InlineData("export default defineConfig({ transform: { $default: () => null, public: { users: ({ row }) => ({ email: null }) } } })", "'$default'", "counterpart")]
    [InlineData("source: { transformers: [{ database: public, table: users, columns: [{ name: note, transformer_name: redacted, transformer_options: { width: 20 } }] }] }", "'width'", "counterpart")]
    [InlineData("filters: { public.users: { where: a, columns: { a: { value: b } } } }", "'where'", "counterpart")]
    [InlineData("dump: { filters: a, transformation: [{ schema: public, name: users, transformers: [{ name: RandomEmail, params: { column: email } }] }] }", "'filters'", "counterpart")]
    public void A_setting_that_changes_the_result_is_never_dropped_in_silence(string text, string said, string alsoSaid)
    {
        var result = Reader().ReadAny("file", Encoding.UTF8.GetBytes(text), static _ => null, Sample.Today);
        var lost = Assert.Single(result.Imported!.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.ImportLost);
        Assert.Contains(said, lost.Message);
        Assert.Contains(alsoSaid, lost.Message);
    }

    [Theory]
    [InlineData("partial(lastname, 1, 'x', 0)", true)]
    [InlineData("partial(people.nick, 1, 'x', 0)", false)]
    [InlineData("partial(\"nick\"::text, 1, 'x', 0)", false)]
    [InlineData("partial(lower(nick), 1, 'x', 0)", true)]
    [InlineData("noise(age, 0.2)", true)]
    [InlineData("generalize_int4range(age, 10)", true)]
    [InlineData("partial_email(mail)", true)]
    [InlineData("hash(mail)", false)]
    [InlineData("fake_first_name()", false)]
    public void What_keeps_a_part_of_another_columns_value_is_left_to_a_person(string function, bool isUndecided)
    {
        var label = $"SECURITY LABEL FOR anon ON COLUMN people.nick IS $l$MASKED WITH FUNCTION anon.{function}$l$;";
        var result = Reader().ReadAny("file", Encoding.UTF8.GetBytes(label), static _ => null, Sample.Today);
        Assert.Equal(isUndecided, Assert.Single(Assert.Single(result.Policy!.Tables).Columns).Proposed is not null);
    }

    [Theory]
    [InlineData("users: [{ column: note, strategy: text_redaction, patterns: [email, 'emp-[0-9]+'] }]", "hash", true)]
    [InlineData("users: [{ column: note, strategy: text_redaction, patterns: [date_us] }]", "hash", true)]
    [InlineData("users: [{ column: note, strategy: text_redaction, patterns: [email, ssn, url] }]", "free_text", false)]
    [InlineData("dump: { transformation: [{ schema: public, name: users, transformers: [{ name: RandomLongitude, params: { column: x } }] }] }", "random", false)]
    public void Nothing_becomes_weaker_than_it_is_there(string text, string strategy, bool isUndecided)
    {
        var rule = Assert.Single(Assert.Single(Reader().ReadAny("file", Encoding.UTF8.GetBytes(text), static _ => null, Sample.Today).Policy!.Tables).Columns);
        Assert.Equal((strategy, isUndecided), (rule.Strategy.Name, rule.Proposed is not null));
    }

    [Fact]
    public void Two_rules_for_a_column_leave_it_to_a_person()
    {
        var result = Reader().ReadAny("file", "users: [{ column: email, strategy: email }, { column: email, strategy: preserve }]"u8.ToArray(), static _ => null, Sample.Today);
        var rule = Assert.Single(Assert.Single(result.Policy!.Tables).Columns);
        Assert.Equal("hash", rule.Strategy.Name);
        Assert.NotNull(rule.Proposed);
    }

    [Fact]
    public void A_policy_that_was_not_imported_is_never_overwritten()
    {
        using var folder = new ImportFolder("confiture-command.yaml");
        File.WriteAllText(folder.Output, "version: 1\n");
        var (exit, _, error) = folder.Import();
        Assert.Equal(2, exit);
        Assert.Contains("exists and wasn't imported", error);
        Assert.Equal("version: 1\n", File.ReadAllText(folder.Output));
    }

    [Fact]
    public void What_is_no_tools_file_is_refused()
    {
        using var folder = new ImportFolder("confiture-command.yaml");
        File.WriteAllText(folder.File, "pages: [1, 2]\n");
        var (exit, _, error) = folder.Import();
        Assert.Equal(2, exit);
        Assert.Contains("error CIANON1105", error);
        Assert.False(File.Exists(folder.Output));

        (exit, _, error) = FakeSession.Run("import", folder.File, "--from", "labels", "-o", folder.Output);
        Assert.Equal(2, exit);
        Assert.Contains("--from", error);
    }

    [Fact]
    public void Secrets_of_the_rules_are_no_more_welcome_than_in_a_policy_and_those_of_storage_are_not_read()
    {
        const string key = "AKIA" + "IOSFODNN7EXAMPLQ";
        var storage = $"storage: {{ s3: {{ access_key_id: {key} }} }}\ndump: {{ transformation: [{{ schema: public, name: users, transformers: [{{ name: Replace, params: {{ column: a, value: b }} }}] }}] }}";
        Assert.NotNull(Reader().ReadAny("file", Encoding.UTF8.GetBytes(storage), static _ => null, Sample.Today).Policy);
        var rule = storage.Replace("value: b", $"value: {key}", StringComparison.Ordinal);
        var refused = Reader().ReadAny("file", Encoding.UTF8.GetBytes(rule), static _ => null, Sample.Today);
        Assert.Null(refused.Policy);
        Assert.DoesNotContain(key, string.Join('\n', refused.Diagnostics));
    }

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/import.md", ImportDocs.Markdown());

    private static PolicyReader Reader() => new(StrategyRegistry.All, Locales.All);

    private static IEnumerable<string> Decisions(Policy policy) =>
    [
        $"{policy.Locale} {policy.Unlisted}",
        .. policy.Columns.Select(rule => "* " + Words(rule)),
        .. policy.Tables.SelectMany(table => table.Columns.Select(rule => $"{table.Name} {table.Rows} {Words(rule)}").Prepend($"{table.Name} {table.Rows}")),
    ];

    private static string Words(ColumnRule rule) =>
        $"{rule.Column} {rule.Strategy.Name} {rule.Options} {rule.Condition?.Words} {rule.Locale} {rule.ReplacesNull} {rule.Proposed}";

    private sealed class ImportFolder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-import-").FullName;

        public ImportFolder(string name)
        {
            File = Path.Combine(_folder, name);
            System.IO.File.Copy(GeneratedFile.FullPath($"{Folder}Files/{name}"), File);
            Output = Path.Combine(_folder, "ci-anon.yml");
        }

        public string File { get; }

        public string Output { get; }

        public string Imported => System.IO.File.ReadAllText(Output);

        public (int Exit, string Out, string Error) Import()
        {
            var (exit, output, error) = FakeSession.Run("import", File, "--output", Output);
            return (exit, output.Replace(_folder + "/", "", StringComparison.Ordinal), error.Replace(_folder + "/", "", StringComparison.Ordinal));
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
