using System.Text;
using CiAnon.Copy;

namespace CiAnon.Tests.Copy;

public class RowReaderTests
{
    [Theory]
    [InlineData("\\.\n", "")]
    [InlineData("\\.\n\n\n", "")]
    [InlineData("a\n\\.\n\n\n", "a\n")]
    [InlineData("\n\n\\.\n", "\n\n")]
    [InlineData("a\\.\n\\\\.\n\\.x\n\\.\n", "a\\.\n\\\\.\n\\.x\n")]
    [InlineData("a row that is longer than any of the buffers\nb\n\\.\n\n\n", "a row that is longer than any of the buffers\nb\n")]
    public void Rows_end_at_the_mark_with_every_size_of_buffer_and_of_reads(string block, string rows)
    {
        for (var capacity = 1; capacity < 20; capacity++)
            for (var step = 1; step < 20; step++)
            {
                var reader = new RowReader(new SlowStream(Encoding.ASCII.GetBytes(block), step), capacity);
                Assert.Equal(rows, ReadAll(reader));
                Assert.Equal(rows.Length, reader.Total);
                Assert.True(reader.Next().IsEmpty);
            }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\n")]
    [InlineData("a\n\\.")]
    [InlineData("a\n\\")]
    [InlineData("a")]
    [InlineData("\\.\na\n")]
    [InlineData("a\n\\.\n\nb")]
    [InlineData("a\n\\.\n\n\n\\.\n")]
    public void A_block_that_ends_without_its_mark_or_goes_on_after_it_is_refused(string block)
    {
        for (var capacity = 1; capacity < 20; capacity++)
            for (var step = 1; step < 20; step++)
            {
                var reader = new RowReader(new SlowStream(Encoding.ASCII.GetBytes(block), step), capacity);
                Assert.Throws<InvalidDataException>(() => ReadAll(reader));
            }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\n")]
    [InlineData("\n\n")]
    [InlineData("\\.\na row that is longer than any of the buffers\nb\n")]
    public void Rows_without_a_mark_end_with_the_stream(string rows)
    {
        for (var capacity = 1; capacity < 20; capacity++)
            for (var step = 1; step < 20; step++)
            {
                var reader = new RowReader(new SlowStream(Encoding.ASCII.GetBytes(rows), step), capacity, isMarked: false);
                Assert.Equal(rows, ReadAll(reader));
                Assert.True(reader.Next().IsEmpty);
            }
        Assert.Throws<InvalidDataException>(() => ReadAll(new RowReader(new SlowStream("a\nb"u8.ToArray(), 1), isMarked: false)));
    }

    [Fact]
    public void A_long_row_that_comes_in_many_reads_is_looked_through_once()
    {
        var row = new byte[48 << 20];
        row.AsSpan().Fill((byte)'a');
        row[^1] = CopyText.RowEnd;
        var time = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(row.Length, new RowReader(new SlowStream(row, 1024), isMarked: false).Next().Length);
        // Once takes a fraction of a second, and once per read a terabyte's time.
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(30), $"{time.Elapsed}");
    }

    private static string ReadAll(RowReader reader)
    {
        var text = new StringBuilder();
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            Assert.Equal(CopyText.RowEnd, rows[^1]);
            text.Append(Encoding.ASCII.GetString(rows));
        }
        return text.ToString();
    }

    private sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(step, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);
    }
}
