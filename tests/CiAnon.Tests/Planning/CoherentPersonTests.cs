using System.Text;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Strategies;

namespace CiAnon.Tests.Planning;

/// <summary>A person over columns and tables, and how many people a locale has.</summary>
public class CoherentPersonTests
{
    private const string People = "people: { columns: { email: { strategy: person, part: email }, first: { strategy: person, part: first_name, by: email }, sex: { strategy: person, part: gender, by: email } }, keep: [id] }";

    private readonly Schema _schema = new();

    [Fact]
    public void An_address_that_is_a_key_says_itself_who_it_is()
    {
        var people = _schema.Table("people", [Schema.Unique("email")], "id int4", "email text", "first text", "sex text in m|f|x");
        var consents = _schema.Table("consents", "email_of text", "topic text");
        _schema.ForeignKey(consents, "email_of", people, "email");
        var yaml = $"tables: {{ {People}, consents: {{ keep: [topic] }} }}";
        Assert.StartsWith("masked person: inherit", _schema.Decision(yaml, consents, "email_of"));
        var plan = _schema.Plan(yaml);
        var rows = Transform(plan, people, "1\tanna@x.org\tAnna\tf\n2\tben@x.org\tBen\tm\n");
        var references = Transform(plan, consents, "ben@x.org\tnews\nanna@x.org\tnews\n");
        Assert.Equal([rows[1][1], rows[0][1]], references.Select(row => row[0]));
        Assert.All(rows, row => Assert.StartsWith(string.Concat(row[2].ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)) + ".", row[1]));
        Assert.All(rows, row => Assert.Contains(row[3], "mf"));
    }

    // A unique column needs digits, and all others have them too; so do names of one width, whatever says whose they are.
    [Fact]
    public void An_address_is_the_same_whichever_column_says_whose_it_is_and_inside_of_values_too()
    {
        var a = _schema.Table("a", [Schema.Unique("mail")], "mail varchar(60)", "doc jsonb");
        var b = _schema.Table("b", "sender text");
        var plan = _schema.Plan("tables: { a: { columns: { mail: { strategy: person, part: email, by: mail }, doc: { strategy: json, paths: { $.m: { strategy: person, part: email } } } } }, b: { columns: { sender: { strategy: person, part: email, by: sender } } } }");
        var row = Transform(plan, a, "anna@x.org\t{\"m\": \"anna@x.org\"}\n")[0];
        Assert.Matches("_[0-9a-f]+@", row[0]);
        Assert.Equal($"{{\"m\": \"{row[0]}\"}}", row[1]);
        Assert.Equal(row[0], Transform(plan, b, "anna@x.org\n")[0][0]);
    }

    // Otherwise a proposal for JSON would be dropped for the sake of a column that has nothing to do with it.
    [Fact]
    public void A_column_without_room_is_its_own_mistake_and_not_that_of_a_value_around_the_same_strategy()
    {
        _schema.Table("a", "short char(5)", "doc jsonb");
        Assert.Equal(["2 CIANON1206"], _schema.Problems("tables: { a: { columns: { short: hash, doc: { strategy: json, paths: { $.m: hash } } } } }"));
    }

    [Fact]
    public void A_key_that_goes_by_another_column_is_refused()
    {
        var people = _schema.Table("people", [Schema.Unique("email")], "id int4", "email text");
        var consents = _schema.Table("consents", "email_of text", "topic text");
        _schema.ForeignKey(consents, "email_of", people, "email");
        Assert.Equal(["2 CIANON1209"], _schema.Problems("tables: { people: { columns: { email: { strategy: person, part: email, by: id } }, keep: [id] }, consents: { keep: [topic] } }"));
    }

    [Theory]
    [InlineData("ar", "first_name", 10_000, true)]
    [InlineData("ar", "first_name", 500, false)]
    [InlineData("en", "first_name", 10_000_000, false)]
    [InlineData("ja", "first_name", 10_000_000, false)]
    [InlineData("vi", "last_name", 10_000, true)]
    [InlineData("vi", "name", 10_000, false)]
    public void The_plan_warns_where_a_locale_has_few_values(string locale, string strategy, long rows, bool warns)
    {
        _schema.Rows = rows;
        _schema.Table("people", "c text");
        string[] expected = warns ? ["CIANON1232"] : [];
        var warnings = _schema.Plan($"locale: {locale}\ntables: {{ people: {{ columns: {{ c: {strategy} }} }} }}").Warnings;
        Assert.Equal(expected, warnings.Select(problem => problem.Code.Id));
    }

    private static List<string[]> Transform(CiAnon.Planning.Plan plan, Table table, string rows)
    {
        var shape = new RowShape([.. table.Columns.Select(column => column.Name)], name => plan[table].Find(name)?.Mask);
        var written = new MemoryStream();
        var buffer = new CopyBuffer(written);
        new RowTransformer([.. table.Columns.Select(column => plan[table].Find(column.Name)?.Mask?.For(shape))]).Transform(Encoding.UTF8.GetBytes(rows), buffer);
        buffer.Flush();
        return [.. Encoding.UTF8.GetString(written.ToArray()).TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];
    }
}
