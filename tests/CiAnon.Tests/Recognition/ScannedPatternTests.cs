using CiAnon.Catalogs;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Tests.Recognition;

public class ScannedPatternTests
{
    [Fact]
    public void Cut_lorem_may_be_called_like_somebody_and_holds_nothing_else_that_looks_personal()
    {
        var column = new Column("note", new ColumnType("character(3)", TypeKind.Text, "bpchar", 3), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
        var field = ScannedPattern.Of(column, kind: null, TextStrategy.Definition);
        Assert.Equal([PersonalKind.FirstName, PersonalKind.LastName], field.Expected.Order());
    }
}
