using System.Text;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Tests.Planning;

/// <summary><c>null</c> and <c>locale</c> of a rule.</summary>
public class RuleSettingTests
{
    private readonly Schema _schema = new();

    [Theory]
    [InlineData("{ strategy: first_name, null: replace }")]
    [InlineData("{ strategy: email, 'null': replace }")]
    [InlineData("{ strategy: phone, null: replace }")]
    [InlineData("{ strategy: hash, null: replace }")]
    [InlineData("{ strategy: random, between: [1, 9], null: replace }")]
    [InlineData("{ strategy: address, part: full, null: replace }")]
    [InlineData("{ strategy: person, part: name, by: id, null: replace }")]
    public void NULL_gets_a_pseudonym_where_the_rule_says_so_and_stays_elsewhere(string rule)
    {
        var type = rule.Contains("random", StringComparison.Ordinal) ? "int4" : "text";
        var replaced = Transform(_schema.Table("a", "id text", $"c {type}"), rule, "7\t\\N\n");
        Assert.Matches("^7\t(?!\\\\N).+\n$", replaced);
        Assert.Equal("7\t\\N\n", Transform(_schema.Table("b", "id text", $"c {type}"), rule.Replace("replace", "keep"), "7\t\\N\n"));
    }

    [Fact]
    public void A_pseudonym_for_NULL_is_drawn_from_the_column_that_says_whose_it_is()
    {
        var table = _schema.Table("people", "id text", "c text");
        const string rule = "{ strategy: person, part: name, by: id, null: replace }";
        var rows = Transform(table, rule, string.Concat(Enumerable.Range(0, 50).Select(id => $"{id}\t\\N\n{id}\tAnna\n"))).Split('\n');
        for (var id = 0; id < 50; id++) Assert.Equal(rows[2 * id], rows[2 * id + 1]);
        Assert.True(rows.Select(row => row.Split('\t').Last()).Distinct().Count() > 45);
    }

    [Theory]
    [InlineData("{ strategy: 'null', null: replace }", "text", "CIANON1206")]
    [InlineData("{ strategy: noise, range: 10%, null: replace }", "int4", "CIANON1206")]
    [InlineData("{ strategy: shift, range: 90 days, by: id, null: replace }", "date", "CIANON1206")]
    [InlineData("{ strategy: iban, null: replace }", "text", "CIANON1206")]
    public void A_strategy_that_needs_a_value_is_refused_while_planning(string rule, string type, string code)
    {
        _schema.Table("people", "id text", $"c {type}");
        Assert.Equal([$"2 {code}"], _schema.Problems($"tables: {{ people: {{ columns: {{ c: {rule} }}, keep: [id] }} }}"));
    }

    [Theory]
    [InlineData("username")]
    [InlineData("email")]
    [InlineData("hash")]
    [InlineData("shuffle")]
    [InlineData("'null'")]
    [InlineData("sql, expression: md5(value)")]
    public void A_column_is_unique_where_the_rule_says_so(string strategy)
    {
        var people = _schema.Table("people", "id int4", "c text");
        var plan = _schema.Plan($"tables: {{ people: {{ columns: {{ c: {{ strategy: {strategy}, unique: true }} }}, keep: [id] }} }}");
        Assert.True(plan[people].Find("c")!.IsUnique);
    }

    [Theory]
    [InlineData("{ strategy: city, unique: true }", "CIANON1208")]
    [InlineData("{ strategy: string, length: 2, alphabet: digits, unique: true }", "CIANON1206")]
    [InlineData("{ strategy: email, unique: true, spread: id }", "CIANON1230")]
    [InlineData("{ strategy: email, unique: true, null: replace }", "CIANON1206")]
    [InlineData("{ strategy: digits, unique: true, when: { column: id, equals: 1 } }", "CIANON1208")]
    public void What_lets_values_meet_is_refused_where_the_rule_says_unique(string rule, string code)
    {
        _schema.Table("people", "id int4", "c text");
        Assert.Equal([$"2 {code}"], _schema.Problems($"tables: {{ people: {{ columns: {{ c: {rule} }}, keep: [id] }} }}"));
        _schema.Plan($"tables: {{ people: {{ columns: {{ c: {rule.Replace("unique: true", "unique: false")} }}, keep: [id] }} }}");
    }

    [Fact]
    public void A_kept_column_is_declared_nothing()
    {
        var read = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", "version: 1\ncolumns: { c: { strategy: keep, unique: true } }"u8.ToArray(), static _ => null, new DateOnly(2026, 7, 1));
        Assert.Equal("CIANON1013", Assert.Single(read.Diagnostics).Code.Id);
    }

    [Fact]
    public void One_pseudonym_for_all_NULLs_of_a_unique_column_is_refused()
    {
        _schema.Table("people", [Schema.Unique("c")], "id text", "c text");
        Assert.Equal(["2 CIANON1206"], _schema.Problems("tables: { people: { columns: { c: { strategy: email, null: replace } }, keep: [id] } }"));
        _schema.Plan("tables: { people: { columns: { c: { strategy: person, part: email, by: id, null: replace } }, keep: [id] } }");
    }

    [Fact]
    public void A_NULL_that_would_become_a_reference_is_refused()
    {
        var people = _schema.Table("people", [Schema.Unique("code")], "code text");
        var orders = _schema.Table("orders", "code text");
        _schema.ForeignKey(orders, "code", people, "code");
        Assert.Equal(["2 CIANON1209"], _schema.Problems("tables: { people: { columns: { code: hash } }, orders: { columns: { code: { strategy: hash, null: replace } } } }"));
    }

    [Fact]
    public void A_rule_has_a_locale_of_its_own()
    {
        var table = _schema.Table("people", "a text", "b text", "c text");
        var plan = _schema.Plan("locale: de\ntables: { people: { columns: { a: { strategy: first_name, locale: ja }, b: first_name, c: { strategy: address, part: country, locale: pt } } } }")[table];
        Assert.DoesNotMatch("[A-Za-z]", Schema.Masked(plan.Find("a")!, "Anna"));
        Assert.Matches("[A-Za-z]", Schema.Masked(plan.Find("b")!, "Anna"));
        Assert.Equal("Portugal", Schema.Masked(plan.Find("c")!, "Deutschland"));
    }

    [Theory]
    [InlineData("{ strategy: email, null: maybe }", "CIANON1013")]
    [InlineData("{ strategy: email, locale: xx }", "CIANON1024")]
    [InlineData("{ strategy: keep, null: replace }", "CIANON1013")]
    [InlineData("{ strategy: keep, locale: de }", "CIANON1013")]
    public void A_mistake_is_reported(string rule, string code)
    {
        var read = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", Encoding.UTF8.GetBytes($"version: 1\ncolumns: {{ a: {rule} }}"), static _ => null, new DateOnly(2026, 7, 1));
        Assert.Equal([code], read.Diagnostics.Select(problem => problem.Code.Id));
    }

    private string Transform(Table table, string rule, string rows)
    {
        var others = string.Join(", ", _schema.Names.Where(name => name != table.Name).Select(name => $"{name}: {{ keep: all }}"));
        var plan = _schema.Plan($"tables: {{ {table.Name}: {{ columns: {{ c: {rule} }}, keep: [id] }}{(others.Length > 0 ? ", " + others : "")} }}")[table];
        var shape = new RowShape([.. table.Columns.Select(column => column.Name)], name => plan.Find(name)?.Mask);
        var written = new MemoryStream();
        var buffer = new CopyBuffer(written);
        new RowTransformer([.. table.Columns.Select(column => plan.Find(column.Name)?.Mask?.For(shape))]).Transform(Encoding.UTF8.GetBytes(rows), buffer);
        buffer.Flush();
        return Encoding.UTF8.GetString(written.ToArray());
    }
}
