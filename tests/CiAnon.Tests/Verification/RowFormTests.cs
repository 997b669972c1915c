using CiAnon.Verification.Comparison;

namespace CiAnon.Tests.Verification;

/// <summary>Rows that PostgreSQL doesn't see are refused where PostgreSQL would refuse them.</summary>
public class RowFormTests
{
    [Theory]
    [InlineData(2, "a\tb\n\\N\t\n")]
    [InlineData(1, "a\n\n")]
    [InlineData(0, "\n\n")]
    [InlineData(2, "ä\\tb\t😀\n")]
    public void Whole_rows_pass(int columns, string rows) => new RowForm(columns, isUnicode: true).Check(System.Text.Encoding.UTF8.GetBytes(rows));

    [Theory]
    [InlineData(2, "a\tb\na\tb\tc\n", "row 2 has more fields than its 2 columns")]
    [InlineData(2, "a\na\tb\tc\n", "row 1 has fewer fields than its 2 columns")]
    [InlineData(1, "a\tb\n", "row 1 has more fields than its 1 columns")]
    [InlineData(0, "a\tb\n", "row 1 has more fields than its 0 columns")]
    [InlineData(1, "a\0\n", "it holds a zero byte")]
    public void Others_are_named_without_a_value(int columns, string rows, string problem) =>
        Assert.Equal(problem, Assert.Throws<InvalidDataException>(() => new RowForm(columns, isUnicode: true).Check(System.Text.Encoding.UTF8.GetBytes(rows))).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Equal("it holds bytes that are no UTF-8", Assert.Throws<InvalidDataException>(() => new RowForm(1, isUnicode: true).Check([(byte)'a', 0xE4, (byte)'\n'])).Message);

    [Fact]
    public void In_other_encodings_these_bytes_are_text() => new RowForm(1, isUnicode: false).Check([(byte)'a', 0xE4, (byte)'\n']);

    [Fact]
    public void Rows_are_counted_across_pieces()
    {
        var form = new RowForm(2, isUnicode: true);
        form.Check("a\tb\n"u8);
        Assert.StartsWith("row 2 ", Assert.Throws<InvalidDataException>(() => form.Check("a\n"u8)).Message, StringComparison.Ordinal);
    }
}
