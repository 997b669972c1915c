using System.Text;
using CiAnon.Copy;

namespace CiAnon.Tests.Copy;

public class FieldWalkerTests
{
    [Fact]
    public void A_sink_sees_the_decoded_values_of_the_fields_that_it_wants()
    {
        var seen = new Seen();
        new FieldWalker([true, false, true, false], seen).Walk("1\tb\tc\\td\te\n\t2\t\\N\t3\n4\t\t\\\\x00\t\n"u8);
        Assert.Equal("0=1 2=c\td; ; 0=4 2=\\x00; ", seen.ToString());
    }

    [Fact]
    public void A_row_may_end_with_the_last_field_that_is_wanted()
    {
        var seen = new Seen();
        new FieldWalker([false, true], seen).Walk("1\tb\n2\tc\n"u8);
        Assert.Equal("1=b; 1=c; ", seen.ToString());
    }

    [Fact]
    public void A_row_with_fewer_fields_than_columns_doesnt_run_into_the_next()
    {
        var seen = new Seen();
        new FieldWalker([false, true, true], seen).Walk("1\n2\tb\tc\n"u8);
        Assert.Equal("; 1=b 2=c; ", seen.ToString());
    }

    [Fact]
    public void Nothing_wanted_is_nothing_walked()
    {
        var seen = new Seen();
        new FieldWalker([false, false], seen).Walk("1\tb\n"u8);
        Assert.Equal("", seen.ToString());
    }

    [Fact]
    public void Masked_values_are_shown_before_they_are_masked()
    {
        var seen = new Seen();
        using var result = new MemoryStream();
        var output = new CopyBuffer(result);
        new RowTransformer([null, new UpperMask(), new UpperMask()], seen).Transform("1\ta\\nb\t\\N\n2\t\td\n"u8, output);
        output.Flush();
        Assert.Equal("1=a\nb; 2=d; ", seen.ToString());
        Assert.Equal("1\t\\tA\\nB\\\\\t\\N\n2\t\t\\tD\\\\\n", Encoding.ASCII.GetString(result.ToArray()));
    }

    private sealed class Seen : IFieldSink
    {
        private readonly StringBuilder _text = new();
        private string _space = "";

        public void Field(int field, ReadOnlySpan<byte> value)
        {
            _text.Append(_space).Append(field).Append('=').Append(Encoding.UTF8.GetString(value));
            _space = " ";
        }

        public void EndRow()
        {
            _text.Append("; ");
            _space = "";
        }

        public override string ToString() => _text.ToString();
    }
}
