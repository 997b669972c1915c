using System.Text;
using CiAnon.Copy;
using CiAnon.Strategies;

namespace CiAnon.Tests.Copy;

public class BatchTests
{
    [Fact]
    public void Every_row_gets_its_own_answer_however_the_rows_are_cut()
    {
        var random = RandomTexts.Seeded(out var seed);
        for (var round = 0; round < 500; round++)
        {
            var rows = Enumerable.Range(0, random.Next(30)).Select(row => (Id: row, Value: random.Next(4) switch { 0 => "\\N", 1 => "", _ => RandomWord(random) })).ToList();
            var text = string.Concat(rows.Select(row => $"{row.Id}\t{row.Value}\n"));
            var expected = string.Concat(rows.Select(row => $"{row.Id}\t{(row.Value is "\\N" or "" ? row.Value : row.Value == "none" ? "\\N" : $"{row.Id}:{row.Value}")}\n"));
            Assert.True(expected == Transform(text, random.Next(1, 60), out _), $"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void Answers_are_counted_as_other_results_are()
    {
        Transform("1\ta\n2\tnone\n3\t\\N\n4\t\n", 64, out var transformer);
        var counts = transformer.Counts[1];
        Assert.Equal((1, 2, 1, 1), (counts.Nulls, counts.Changed, counts.Unchanged, counts.Empty));
    }

    private static string RandomWord(Random random) => random.Next(5) == 0 ? "none" : $"w{random.Next(1000)}";

    private static string Transform(string rows, int readBuffer, out RowTransformer transformer)
    {
        using var sink = new MemoryStream();
        IReadOnlyList<Mask?> masks = [null, new IdMask()];
        IReadOnlyList<IBatch?> batches = [null, new IdBatch()];
        transformer = new RowTransformer(masks, batches: batches);
        var walker = new BatchWalker(masks, batches);
        var output = new CopyBuffer(sink, 16);
        var reader = new RowReader(new MemoryStream(Encoding.UTF8.GetBytes(rows + "\\.\n\n\n")), readBuffer);
        for (var piece = reader.Next(); !piece.IsEmpty; piece = reader.Next())
        {
            // Asked together, transformed in two parts, as where rows between them are left out.
            var half = piece.IndexOf((byte)'\n') + 1;
            walker.Ask(piece[..half]);
            walker.Ask(piece[half..]);
            walker.Answer();
            transformer.Transform(piece[..half], output);
            transformer.Transform(piece[half..], output);
        }
        output.Flush();
        return Encoding.UTF8.GetString(sink.ToArray());
    }

    private sealed class IdMask : BatchMask
    {
        public override IReadOnlyList<int> Reads => [0];
    }

    /// <summary>The row's number in its first field before the value; NULL for "none".</summary>
    private sealed class IdBatch : IBatch
    {
        private readonly List<string> _asked = [];
        private readonly Queue<string?> _answers = [];

        public void Ask(long row, Row values)
        {
            Assert.True(row > 0);
            _asked.Add($"{Encoding.UTF8.GetString(values[0])}:{Encoding.UTF8.GetString(values[1])}");
        }

        public void Answer()
        {
            Assert.Empty(_answers);
            foreach (var asked in _asked) _answers.Enqueue(asked.EndsWith(":none", StringComparison.Ordinal) ? null : asked);
            _asked.Clear();
        }

        public bool Next(MaskOutput output)
        {
            if (_answers.Dequeue() is not { } answer) return false;
            output.Append(Encoding.UTF8.GetBytes(answer));
            return true;
        }

        public void Dispose()
        {
        }
    }
}
