using System.Text;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Strategies;

namespace CiAnon.Tests.Planning;

/// <summary><c>spread</c> of a rule: several pseudonyms per value.</summary>
public class SpreadTests
{
    private readonly Schema _schema = new();
    private Table? _table;
    private int _tables;

    [Theory]
    [InlineData("{ strategy: hash, spread: customer_id }", 16)]
    [InlineData("{ strategy: hash, spread: { by: customer_id } }", 16)]
    [InlineData("{ strategy: hash, spread: { by: customer_id, pseudonyms: 2 } }", 2)]
    [InlineData("{ strategy: digits, spread: { by: customer_id, pseudonyms: 100 } }", 100)]
    public void A_value_has_as_many_pseudonyms_as_the_rule_says_and_a_subject_sees_one(string rule, int expected)
    {
        var rows = Transform(rule, string.Concat(Enumerable.Range(0, 4000).Select(row => $"{row % 1000}\t77712345\n")));
        var bySubject = rows.GroupBy(row => row[0], row => row[1]).ToList();
        Assert.All(bySubject, subject => Assert.Single(subject.Distinct()));
        var counts = bySubject.CountBy(subject => subject.First()).Select(pair => pair.Value).ToList();
        Assert.Equal(expected, counts.Count);
        // The commonest has hardly more than its share.
        Assert.True(counts.Max() < 3 * 1000 / expected + 10, $"{counts.Max()}");
        Assert.DoesNotContain(rows, row => row[1] == "77712345");
    }

    [Fact]
    public void Without_it_the_commonest_surname_stays_the_commonest()
    {
        var names = string.Concat(Enumerable.Range(0, 3000).Select(row => $"{row}\t{(row % 3 == 0 ? "Nguyen" : $"Rare{row}")}\n"));
        int Commonest(string rule) => Transform(rule, names).CountBy(row => row[1]).Max(pair => pair.Value);
        Assert.True(Commonest("{ strategy: last_name }") >= 1000);
        Assert.True(Commonest("{ strategy: last_name, spread: { by: customer_id, pseudonyms: 64 } }") < 150);
    }

    [Fact]
    public void Rows_without_a_subject_share_one_pseudonym_and_the_plan_says_so()
    {
        var rows = Transform("{ strategy: hash, spread: customer_id }", "\\N\tAnna\n\\N\tAnna\n1\t\\N\n");
        Assert.Equal(rows[0][1], rows[1][1]);
        Assert.Equal("\\N", rows[2][1]);
        Assert.Equal("masked hash: rule, 16 pseudonyms per value, by customer_id", _schema.Decision("tables: { spread_a: { columns: { c: { strategy: hash, spread: customer_id } }, keep: [customer_id] } }", _table!, "c"));
    }

    [Theory]
    [InlineData("c: { strategy: hash, spread: id }", "CIANON1230")]
    [InlineData("d: { strategy: hash, spread: id }", "")]
    [InlineData("parent: { strategy: digits, spread: d }", "CIANON1230")]
    [InlineData("declared: { strategy: digits, spread: d }", "CIANON1230")]
    [InlineData("id: { strategy: digits, spread: d }", "CIANON1230")]
    [InlineData("d: { strategy: hash, spread: d }", "CIANON1231")]
    [InlineData("d: { strategy: encrypt, spread: c }", "CIANON1231")]
    [InlineData("d: { strategy: redact, spread: c }", "CIANON1231")]
    [InlineData("d: { strategy: shuffle, spread: c }", "CIANON1231")]
    [InlineData("d: { strategy: person, part: name, by: id, spread: c }", "CIANON1231")]
    [InlineData("d: { strategy: address, by: id, spread: c }", "CIANON1206")]
    [InlineData("d: { strategy: hash, spread: nowhere }", "CIANON1202")]
    public void Where_values_must_stay_equal_it_is_refused(string rule, string code)
    {
        var parents = _schema.Table("parents", [Schema.Primary("id")], "id int4");
        var table = _schema.Table("people", [Schema.Primary("id"), Schema.Unique("c")], "id int4", "c text", "d text", "parent int4", "declared int4");
        _schema.ForeignKey(table, "parent", parents, "id");
        var yaml = $"references: [{{ table: people, columns: declared, to: parents }}]\ntables:\n  people: {{ columns: {{ {rule} }}, keep: ['*'] }}\n";
        if (code.Length == 0) _schema.Plan(yaml);
        else Assert.Contains(code, _schema.Problems(yaml).Select(problem => problem.Split(' ')[1]));
    }

    [Fact]
    public void Columns_that_share_pseudonyms_agree_or_have_a_seed_of_their_own()
    {
        _schema.Table("people", "id text", "name text");
        _schema.Table("orders", "id text", "name text");
        string Policy(string people, string orders) => $"tables:\n  people: {{ columns: {{ name: {people} }}, keep: [id] }}\n  orders: {{ columns: {{ name: {orders} }}, keep: [id] }}\n";
        Assert.Equal(["3 CIANON1230"], _schema.Problems(Policy("{ strategy: hash, spread: id }", "hash")));
        Assert.Equal(2, _schema.Problems(Policy("{ strategy: hash, spread: id }", "{ strategy: hash, spread: { by: id, pseudonyms: 9 } }")).Count);
        _schema.Plan(Policy("{ strategy: hash, spread: id }", "{ strategy: hash, spread: id }"));
        _schema.Plan(Policy("{ strategy: hash, seed: people, spread: id }", "hash"));
    }

    private List<string[]> Transform(string rule, string rows)
    {
        _table = _schema.Table("spread_" + (char)('a' + _tables++), "customer_id text", "c text");
        var tables = _schema.Names.Select(name => name == _table.Name ? $"  {name}: {{ columns: {{ c: {rule} }}, keep: [customer_id] }}" : $"  {name}: {{ keep: all }}");
        var plan = _schema.Plan("tables:\n" + string.Join("\n", tables))[_table];
        var shape = new RowShape([.. _table.Columns.Select(column => column.Name)], name => plan.Find(name)?.Mask);
        var written = new MemoryStream();
        var buffer = new CopyBuffer(written);
        new RowTransformer([.. _table.Columns.Select(column => plan.Find(column.Name)?.Mask?.For(shape))]).Transform(Encoding.UTF8.GetBytes(rows), buffer);
        buffer.Flush();
        return [.. Encoding.UTF8.GetString(written.ToArray()).TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];
    }
}
