using System.Text;
using CiAnon.Copy;

namespace CiAnon.Tests.Copy;

public class PseudonymSinkTests
{
    private const string Rows = "1\ta\\nb\t\\N\n2\t\td\n3\tx\ty\n";
    private const string Shown = "1=a\nb>\tA\nB\\; 2=d>\tD\\; 1=x>\tX\\ 2=y>\tY\\; ";

    private readonly Seen _seen = new(field => field > 0);

    [Fact]
    public void Masked_values_are_shown_with_what_became_of_them()
    {
        using var result = new MemoryStream();
        var output = new CopyBuffer(result);
        new RowTransformer([null, new UpperMask(), new UpperMask()], pseudonyms: _seen).Transform(Encoding.ASCII.GetBytes(Rows), output);
        output.Flush();
        Assert.Equal(Shown, _seen.ToString());
        Assert.Equal("1\t\\tA\\nB\\\\\t\\N\n2\t\t\\tD\\\\\n3\t\\tX\\\\\t\\tY\\\\\n", Encoding.ASCII.GetString(result.ToArray()));
    }

    [Fact]
    public void Rows_that_are_left_out_are_shown_alike_and_counted_apart()
    {
        var transformer = new RowTransformer([null, new UpperMask(), new UpperMask()], pseudonyms: _seen);
        transformer.LeaveOut(Encoding.ASCII.GetBytes(Rows));
        Assert.Equal(Shown, _seen.ToString());
        Assert.Equal((0, 3, 0), (transformer.Rows, transformer.RowsLeftOut, transformer.Counts[1].Changed));
    }

    [Fact]
    public void Fields_that_nobody_wants_arent_shown_and_not_masked_where_the_row_is_left_out()
    {
        var seen = new Seen(field => field == 2);
        new RowTransformer([null, new NoMask(), new UpperMask()], pseudonyms: seen).LeaveOut(Encoding.ASCII.GetBytes(Rows));
        Assert.Equal("; 2=d>\tD\\; 2=y>\tY\\; ", seen.ToString());
    }

    private sealed class Seen(Func<int, bool> wants) : IPseudonymSink
    {
        private readonly StringBuilder _text = new();
        private string _space = "";

        public bool Wants(int field) => wants(field);

        public void Field(int field, ReadOnlySpan<byte> original, ReadOnlySpan<byte> pseudonym)
        {
            _text.Append(_space).Append(field).Append('=').Append(Encoding.UTF8.GetString(original)).Append('>').Append(Encoding.UTF8.GetString(pseudonym));
            _space = " ";
        }

        public void EndRow()
        {
            _text.Append("; ");
            _space = "";
        }

        public override string ToString() => _text.ToString();
    }

    private sealed class NoMask : CiAnon.Strategies.Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, CiAnon.Strategies.MaskOutput output) => Assert.Fail("nobody asked");
    }
}
