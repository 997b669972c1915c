using CiAnon.Diagnostics;

namespace CiAnon.Tests.Planning;

/// <summary>Columns that no rule names: structure, and what becomes of the others.</summary>
public class UnlistedTests
{
    private readonly Schema _schema = new();

    [Fact]
    public void Unlisted_columns_are_kept_with_a_warning_or_masked_when_the_policy_says_so()
    {
        var a = _schema.Table("a", [Schema.Unique("code")], "code text", "note text", "born date", "doc jsonb");
        Assert.Equal("kept: unlisted: keep", _schema.Decision("unlisted: keep", a, "note"));
        Assert.Equal(DiagnosticCodes.KeptUnlisted, Assert.Single(_schema.Plan("unlisted: keep").Warnings).Code);
        Assert.Equal("masked text: unlisted: mask", _schema.Decision("unlisted: mask", a, "note"));
        Assert.Equal("masked hash: unlisted: mask", _schema.Decision("unlisted: mask", a, "code"));
        Assert.Equal("masked empty: unlisted: mask", _schema.Decision("unlisted: mask", a, "doc"));
    }

    [Theory]
    [InlineData("id uuid", true)]
    [InlineData("active bool", true)]
    [InlineData("feeling mood", true)]
    [InlineData("amount numeric", true)]
    [InlineData("count int4", true)]
    [InlineData("at timestamptz", true)]
    [InlineData("opens time", true)]
    [InlineData("numbers int4[]", true)]
    [InlineData("state text in new|paid", true)]
    [InlineData("gender text in f|m", false)]
    [InlineData("number oid8", true)]
    [InlineData("version xid8", true)]
    [InlineData("parent_table regclass", true)]
    [InlineData("granted regrole", false)]
    [InlineData("words text[]", false)]
    [InlineData("other uuid", false)]
    [InlineData("word text", false)]
    [InlineData("day date", false)]
    [InlineData("doc jsonb", false)]
    [InlineData("image bytea", false)]
    [InlineData("host inet", false)]
    [InlineData("shape point", false)]
    [InlineData("salary numeric", false)]
    [InlineData("phone int8", false)]
    [InlineData("birth_at timestamptz", false)]
    [InlineData("gender mood", false)]
    [InlineData("disabled bool", false)]
    public void Structure_needs_no_decision_and_what_may_be_personal_does(string column, bool isStructural)
    {
        var a = _schema.Table("a", [Schema.Primary("id")], "id uuid", column == "id uuid" ? "n int4" : column);
        var name = column.Split(' ')[0];
        if (isStructural) Assert.StartsWith("structural: ", _schema.Decision("", a, name));
        else Assert.Equal(["1 CIANON1203"], _schema.Problems(""));
    }

    [Theory]
    [InlineData("state text in new|paid", "structural: a CHECK enumerates its values")]
    [InlineData("gender text in f|m", "masked constant: unlisted: mask")]
    [InlineData("gender varchar(1) not null in f|m", "masked constant: unlisted: mask")]
    [InlineData("salary int4 in 10|20", "masked constant: unlisted: mask")]
    public void Unlisted_columns_keep_or_take_what_a_check_enumerates(string column, string decision)
    {
        var a = _schema.Table("a", column);
        var name = column.Split(' ')[0];
        Assert.Equal(decision, _schema.Decision("unlisted: mask", a, name));
        if (decision[0] == 'm') Assert.Equal(column.Split(' ')[^1].Split('|')[0], Schema.Masked(_schema.Plan("unlisted: mask")[a].Find(name)!, "m"));
    }

    [Fact]
    public void A_unique_column_takes_no_value_of_a_check()
    {
        _schema.Table("a", [Schema.Unique("gender")], "gender text in f|m");
        Assert.Equal(["1 CIANON1215"], _schema.Problems("unlisted: mask"));
    }
}
