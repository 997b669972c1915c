using System.Text;
using CiAnon.Copy;

namespace CiAnon.Tests.Copy;

public class RowCursorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rows_and_fields_are_what_splitting_gives(int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var fields = random.Next(1, 6);
        var rows = Enumerable.Range(0, 200).Select(_ => string.Join('\t', Enumerable.Range(0, fields).Select(_ => new string('x', random.Next(4)) + (random.Next(9) == 0 ? "\\t\\n" : "")))).ToList();
        var cursor = new RowCursor(new RowReader(Block(rows), capacity: 16), fields);
        foreach (var row in rows)
        {
            Assert.True(cursor.Next());
            for (var field = 0; field < fields; field++) Assert.Equal(row.Split('\t')[field], Encoding.UTF8.GetString(cursor[field]));
        }
        Assert.False(cursor.Next());
        Assert.Equal(rows.Count, cursor.Rows);
    }

    [Fact]
    public void Rows_of_a_table_without_columns_are_counted()
    {
        var cursor = new RowCursor(new RowReader(Block(["", "", ""])), 0);
        Assert.True(cursor.Next() && cursor.Next() && cursor.Next());
        Assert.False(cursor.Next());
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\tb\tc\td")]
    public void Another_number_of_fields_is_refused(string row) => Assert.Throws<InvalidDataException>(() =>
    {
        var cursor = new RowCursor(new RowReader(Block(["1\t2\t3", row])), 3);
        while (cursor.Next())
        {
        }
    });

    private static MemoryStream Block(IReadOnlyList<string> rows) => new(Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row + "\n")) + "\\.\n\n\n"));
}
