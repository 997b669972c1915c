using System.Text;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Strategies.Conditions;

namespace CiAnon.Tests.Planning;

/// <summary><c>when</c> and <c>unless</c>: which rows a rule masks.</summary>
public class ConditionTests
{
    private readonly Schema _schema = new();

    [Theory]
    [InlineData("when: { column: staff, equals: f }", "f", "t", "NULL")]
    [InlineData("when: { column: staff, equals: 'no' }", "f", "t", "NULL")]
    [InlineData("unless: { column: staff, equals: true }", "f", "t", "NULL")]
    [InlineData("when: { column: age, equals: 7 }", "7", "8", "NULL")]
    [InlineData("when: { column: age, in: [7, 9] }", "9", "8", "NULL")]
    [InlineData("when: { column: age, less_than: 10 }", "9", "10", "NULL")]
    [InlineData("when: { column: age, at_most: 10 }", "10", "11", "-11")]
    [InlineData("when: { column: age, greater_than: 9, less_than: 20 }", "10", "9", "NULL")]
    [InlineData("when: { column: price, equals: 1.5 }", "1.50", "1.51", "NaN")]
    [InlineData("when: { column: price, at_least: 1e3 }", "1000", "999.99", "NULL")]
    [InlineData("when: { column: born, less_than: 2000-01-01 }", "1999-12-31", "2000-01-01", "-infinity")]
    [InlineData("when: { column: seen, at_least: '2020-01-01 12:00:00' }", "2020-01-01 12:00:00.5", "2020-01-01 11:59:59.9", "infinity")]
    [InlineData("unless: { column: mail, matches: '@ours\\.example$' }", "a@b.example", "a@ours.example", "NULL")]
    [InlineData("when: { column: mail, is_null: false }", "a", "NULL", "")]
    [InlineData("unless: { column: mail, is_null: false }", "NULL", "a", "NULL")]
    [InlineData("when: { column: code, equals: ab }", "ab  ", "abc ", "NULL")]
    public void A_row_is_masked_where_the_condition_holds_and_where_nobody_can_tell(string condition, string masked, string kept, string alsoMasked)
    {
        var column = condition.Split("column: ")[1].Split(',')[0];
        Assert.NotEqual("somebody", Transform(condition, column, masked));
        Assert.Equal("somebody", Transform(condition, column, kept));
        Assert.NotEqual("somebody", Transform(condition, column, alsoMasked));
    }

    [Fact]
    public void What_is_no_UTF8_can_t_be_told_and_is_masked()
    {
        var text = new ColumnType("text", TypeKind.Text, "text");
        var matches = FieldTests.Compile(new RowTest(RowOperator.Matches, ["^M.ller$"]), text, asciiOnly: true, out _)!;
        Assert.Null(matches.Holds(isNull: false, Encoding.Latin1.GetBytes("Müller")));
        Assert.True(matches.Holds(isNull: false, "Miller"u8));
        Assert.False(matches.Holds(isNull: false, "Weber"u8));
        Assert.Null(FieldTests.Compile(new RowTest(RowOperator.Equals, ["Köln"]), text, asciiOnly: true, out var problem));
        Assert.Contains("encoding isn't UTF-8", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_when_and_none_of_unless_must_hold()
    {
        const string condition = "when: [{ column: staff, equals: f }, { column: age, at_least: 18 }], unless: [{ column: age, equals: 30 }, { column: mail, equals: x }]";
        Assert.NotEqual("somebody", Transform(condition, ("staff", "f"), ("age", "18")));
        Assert.Equal("somebody", Transform(condition, ("staff", "f"), ("age", "17")));
        Assert.Equal("somebody", Transform(condition, ("staff", "t"), ("age", "18")));
        Assert.Equal("somebody", Transform(condition, ("staff", "f"), ("age", "30")));
        Assert.Equal("somebody", Transform(condition, ("staff", "f"), ("age", "18"), ("mail", "x")));
    }

    [Fact]
    public void A_condition_sees_originals_whatever_masks_the_column_that_it_looks_at()
    {
        var people = People();
        var plan = _schema.Plan("tables: { people: { columns: { mail: redact, name: { strategy: redact, when: { column: mail, equals: x } } }, keep: all } }")[people];
        Assert.Equal("[REDACTED]", Rows(plan, ("mail", "x")).TrimEnd('\n').Split('\t')[^1]);
    }

    [Fact]
    public void NULL_becomes_NULL_only_in_rows_that_are_covered()
    {
        var people = People();
        var plan = _schema.Plan("tables: { people: { columns: { name: { strategy: \"null\", when: { column: staff, equals: f } } }, keep: all } }")[people];
        Assert.EndsWith("\t\\N\n", Rows(plan, ("staff", "f")));
        Assert.EndsWith("\tsomebody\n", Rows(plan, ("staff", "t")));
    }

    [Fact]
    public void The_plan_says_which_rows_are_masked()
    {
        var people = People();
        const string policy = "tables: { people: { columns: { name: { strategy: name, when: { column: staff, equals: f, reason: 'staff test it' }, unless: { column: age, in: [1, 2] } } }, keep: all } }";
        Assert.Equal("masked name: rule, when staff is 'f', unless age is one of '1', '2' (staff test it)", _schema.Decision(policy, people, "name"));
        Assert.Equal("staff test it", _schema.Plan(policy)[people].Find("name")!.Ledger!.Reason);
    }

    [Theory]
    [InlineData("when: { column: stuff, equals: f }", "CIANON1202")]
    [InlineData("when: { column: staff, equals: maybe }", "CIANON1206")]
    [InlineData("when: { column: age, equals: old }", "CIANON1206")]
    [InlineData("when: { column: mail, less_than: x }", "CIANON1206")]
    [InlineData("when: { column: total, equals: 1 }", "CIANON1206")]
    public void A_condition_that_does_not_fit_its_column_is_told_with_the_plan(string condition, string code)
    {
        People();
        Assert.Equal([$"2 {code}"], _schema.Problems($"tables: {{ people: {{ columns: {{ name: {{ strategy: name, {condition} }} }}, keep: all }} }}"));
    }

    [Fact]
    public void A_key_that_is_masked_in_some_rows_only_would_no_longer_match()
    {
        var a = _schema.Table("a", [Schema.Primary("code")], "code text not null", "staff bool");
        var b = _schema.Table("b", "code text");
        _schema.ForeignKey(b, "code", a, "code");
        Assert.Equal(["2 CIANON1209"], _schema.Problems("tables: { a: { columns: { code: { strategy: hash, when: { column: staff, equals: f } } } } }"));
    }

    [Fact]
    public void A_permutation_over_some_rows_of_a_unique_column_may_meet_what_is_kept()
    {
        _schema.Table("a", [Schema.Unique("code")], "code text not null", "staff bool");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { a: { columns: { code: { strategy: digits, when: { column: staff, equals: f } } } } }"));
        _schema.Plan("tables: { a: { columns: { code: { strategy: hash, when: { column: staff, equals: f } } } } }");
    }

    [Fact]
    public void What_a_condition_keeps_is_counted_and_shown()
    {
        var people = People();
        var plan = _schema.Plan("tables: { people: { columns: { name: { strategy: name, when: { column: staff, equals: f } } }, keep: all } }")[people];
        var seen = new Seen();
        var transformer = Transformer(plan, seen);
        transformer.Transform(Encoding.UTF8.GetBytes(Row(("staff", "t")) + Row(("staff", "f"))), new CopyBuffer(new MemoryStream()));
        Assert.Equal((1, 1, 0), (transformer.Counts[^1].Kept, transformer.Counts[^1].Changed, transformer.Counts[^1].Unchanged));
        Assert.Equal([$"{Columns.Length - 1} somebody"], seen.Values);
    }

    private static readonly string[] Columns = ["mail", "staff", "age", "price", "born", "seen", "code", "name"];

    private Table People() => _schema.Table("people",
        "mail text", "staff bool", "age int4", "price numeric", "born date", "seen timestamp", "code bpchar", "total int4 generated", "name text");

    private static string Transform(string condition, string column, string value) => Transform(condition, (column, value));

    private static string Transform(string condition, params (string Column, string Value)[] values)
    {
        var schema = new Schema();
        var people = schema.Table("people", "mail text", "staff bool", "age int4", "price numeric", "born date", "seen timestamp", "code bpchar", "total int4 generated", "name text");
        var plan = schema.Plan($"tables: {{ people: {{ columns: {{ name: {{ strategy: redact, {condition} }} }}, keep: all }} }}")[people];
        return Rows(plan, values).TrimEnd('\n').Split('\t')[^1];
    }

    private static string Rows(TablePlan plan, params (string Column, string Value)[] values)
    {
        var written = new MemoryStream();
        var buffer = new CopyBuffer(written);
        Transformer(plan).Transform(Encoding.UTF8.GetBytes(Row(values)), buffer);
        buffer.Flush();
        return Encoding.UTF8.GetString(written.ToArray());
    }

    private static RowTransformer Transformer(TablePlan plan, IFieldSink? kept = null) =>
        new([.. Columns.Select(column => plan.Find(column)!.Mask?.For(new RowShape(Columns, name => plan.Find(name)?.Mask)))], kept: kept);

    private static string Row(params (string Column, string Value)[] values) => string.Join('\t', Columns.Select(column =>
        values.FirstOrDefault(value => value.Column == column).Value is { } value ? value == "NULL" ? "\\N" : value : column == "name" ? "somebody" : "\\N")) + "\n";

    private sealed class Seen : IFieldSink
    {
        public List<string> Values { get; } = [];

        public void Field(int field, ReadOnlySpan<byte> value) => Values.Add($"{field} {Encoding.UTF8.GetString(value)}");

        public void EndRow()
        {
        }
    }
}
