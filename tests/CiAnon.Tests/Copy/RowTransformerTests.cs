using System.Text;
using CiAnon.Copy;
using CiAnon.Strategies;

namespace CiAnon.Tests.Copy;

public class RowTransformerTests
{
    [Fact]
    public void Rows_come_out_as_a_slow_model_has_them_whatever_the_buffers_are()
    {
        var random = RandomTexts.Seeded(out var seed);
        for (var round = 0; round < 2000; round++)
        {
            var columns = random.Next(1, 6);
            UpperMask?[] masks = [.. Enumerable.Range(0, columns).Select(_ => random.Next(2) == 0 ? null : new UpperMask(random.Next(3) == 0, random.Next(3) == 0, random.Next(5) == 0))];
            string[][] rows = [.. Enumerable.Range(0, random.Next(20)).Select(_ => Enumerable.Range(0, columns).Select(_ => Field(random)).ToArray())];
            var expected = Lines(rows.Select(row => row.Zip(masks, (field, mask) => mask?.Slowly(field) ?? field)));

            var (text, transformer) = Transform(Lines(rows), masks, random.Next(1, 40), random.Next(1, 40));
            Assert.True(expected == text, $"seed {seed}, round {round}");
            Assert.Equal(rows.Length, transformer.Rows);
        }
    }

    [Fact]
    public void Values_are_counted()
    {
        var (_, transformer) = Transform("a\t\\N\n\tb\nsame\tc\n\\N\td\n", [new UpperMask(), null], 64, 64);
        var counts = transformer.Counts[0];
        Assert.Equal((1, 1, 2, 1), (counts.Nulls, counts.Changed, counts.Unchanged, counts.Empty));
        Assert.Equal((0, 0, 0, 0), (transformer.Counts[1].Nulls, transformer.Counts[1].Changed, transformer.Counts[1].Unchanged, transformer.Counts[1].Empty));
    }

    [Fact]
    public void A_value_that_a_mask_refuses_is_told_by_its_row_and_field()
    {
        var failure = Assert.Throws<RowException>(() => Transform("1\ta\n2\trefuse\n", [null, new UpperMask()], 64, 64));
        Assert.Equal((2, 2, "has what can't be masked"), (failure.Row, failure.Field, failure.Reason));
        Assert.DoesNotContain("refuse", failure.Message);
    }

    [Theory]
    [InlineData("a\tb\nsecret\n", "fewer")]
    [InlineData("a\tb\nc\td\tsecret\n", "more")]
    [InlineData("a\tb\n\n", "fewer")]
    public void A_row_with_another_number_of_fields_is_refused_and_not_quoted(string rows, string what)
    {
        var failure = Assert.Throws<InvalidDataException>(() => Transform(rows, [null, new UpperMask()], 64, 64));
        Assert.Equal($"row 2 has {what} fields than its 2 columns", failure.Message);
    }

    [Fact]
    public void Nothing_is_allocated_per_row()
    {
        var row = "17\tsome@example.org\ttab\\there\t\\N\t\n"u8;
        var rows = new byte[row.Length * 1000];
        for (var i = 0; i < 1000; i++) row.CopyTo(rows.AsSpan(i * row.Length));
        var transformer = new RowTransformer([null, new UpperMask(), new UpperMask(), new UpperMask(), null]);
        var output = new CopyBuffer(Stream.Null);
        // Until the buffer has its size.
        for (var i = 0; i < 20; i++) transformer.Transform(rows, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        transformer.Transform(rows, output);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(21_000, transformer.Rows);
    }

    private static (string Text, RowTransformer Transformer) Transform(string rows, IReadOnlyList<Mask?> masks, int readBuffer, int writeBuffer)
    {
        using var sink = new MemoryStream();
        var transformer = new RowTransformer(masks);
        var output = new CopyBuffer(sink, writeBuffer);
        var reader = new RowReader(new MemoryStream(Encoding.Latin1.GetBytes(rows + "\\.\n\n\n")), readBuffer);
        for (var piece = reader.Next(); !piece.IsEmpty; piece = reader.Next()) transformer.Transform(piece, output);
        output.Flush();
        Assert.Equal(sink.Length, output.Total);
        return (Encoding.Latin1.GetString(sink.ToArray()), transformer);
    }

    private static string Lines(IEnumerable<IEnumerable<string>> rows) => string.Concat(rows.Select(row => string.Join('\t', row) + "\n"));

    private static string Field(Random random) => random.Next(6) switch
    {
        0 => @"\N",
        1 => "",
        2 => "same",
        _ => SlowCopy.Encode(RandomTexts.From(random, "abcXYZ \\\t\n\u00e4", 9)),
    };
}
