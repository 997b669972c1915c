using CiAnon.Diagnostics;
using CiAnon.Policies.Import;
using CiAnon.Policies.Yaml;

namespace CiAnon.Tests.Policies.Import;

public class RowExpressionTests
{
    [Theory]
    [InlineData("username != 'admin'", "", "username equals admin")]
    [InlineData("username <> 'it''s' AND active", "active equals t", "username equals it's")]
    [InlineData("NOT is_superuser", "", "is_superuser equals t")]
    [InlineData("status IN ('a', 'b')", "status in a|b", "")]
    [InlineData("status NOT IN ('a', 'b')", "", "status in a|b")]
    [InlineData("status = 'a' OR status = 'b'", "status in a|b", "")]
    [InlineData("deleted_at IS NOT NULL and age >= 18", "deleted_at is_null false; age at_least 18", "")]
    [InlineData("NOT (age < 18 OR role = 'x')", "age at_least 18", "role equals x")]
    [InlineData("18 < age", "age greater_than 18", "")]
    [InlineData("email LIKE '%@example.com'", "email matches ^.*@example\\.com$", "")]
    [InlineData("\"Full Name\" = 'x'", "Full Name equals x", "")]
    [InlineData("record.role != \"admin\"", "", "role equals admin")]
    [InlineData("record.a == null && record.b == 'x'", "a is_null true; b equals x", "")]
    [InlineData("!(record.id | has([1492, 1]))", "", "id in 1492|1")]
    [InlineData("raw_record.name startsWith \"A.\"", "name matches ^A\\.", "")]
    [InlineData("record.staff == true", "staff equals t", "")]
    public void Comparisons_become_conditions(string text, string when, string unless)
    {
        var rows = RowExpression.Read(text, new SourcePosition("file", 1, 1));
        Assert.NotNull(rows);
        Assert.Equal(when, Words(rows.When));
        Assert.Equal(unless, Words(rows.Unless));
    }

    [Theory]
    [InlineData("a = 'x' OR b = 'y'")]
    [InlineData("record.a == null || record.a == \"A\"")]
    [InlineData("length(name) > 3")]
    [InlineData("a = b")]
    [InlineData("raw_record.json_data | jsonGet(\"a\") == 1")]
    [InlineData("created_at > NOW() - INTERVAL '1 year'")]
    [InlineData("a = 'x'; DROP TABLE a")]
    [InlineData("a = 'unclosed")]
    [InlineData("")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((((((((((((a = 1))))))))))))))))))))))))))))))))))))))))))))))))))")]
    public void What_goes_beyond_is_not_understood(string text) => Assert.Null(RowExpression.Read(text, new SourcePosition("file", 1, 1)));

    private static string Words(IReadOnlyList<YamlMapping> conditions) => string.Join("; ", conditions.Select(condition =>
        condition.Find("column").Scalar() + string.Concat(condition.Entries.Skip(1).Select(entry =>
            $" {entry.Key.Written} {(entry.Value is YamlSequence list ? string.Join('|', list.Items.Select(item => item.Scalar())) : entry.Value.Scalar())}"))));
}
