using System.Buffers;
using System.Text;
using CiAnon.Stages.Batches;
using CiAnon.Strategies;

namespace CiAnon.Tests.Stages.Batches;

public class CsvRecordsTests
{
    private static readonly (string, int)[] Columns = [("value", 0), ("a, \"b\"", 1)];

    [Fact]
    public void Rows_are_what_RFC_4180_and_COPY_say()
    {
        Assert.Equal("value,\"a, \"\"b\"\"\"\nAnna,x\n\"Anna \"\"A.\"\", B\",\"\"\n\"two\nlines\",\n,\"\r\"\n", Written(("Anna", "x"), ("Anna \"A.\", B", ""), ("two\nlines", null), (null, "\r")));
    }

    [Fact]
    public void Any_text_comes_back_from_a_program_that_copies_it()
    {
        var random = new Random(20261129);
        var values = Enumerable.Range(0, 2000).Select(i => i % 7 == 0 ? null : i % 11 == 0 ? "" : Text(random)).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        var format = new CsvRecords();
        format.Begin(buffer, [("value", 0)]);
        foreach (var value in values) format.Ask(buffer, [("value", 0)], new TextRow([value]));
        Assert.Equal(values, Read(Encoding.UTF8.GetString(buffer.WrittenSpan)));
        // Programs may end lines as RFC 4180 has it, and leave out the last end.
        Assert.Equal([null, "x", "", "a\"b"], Read("\uFEFFvalue\r\n\r\nx\r\n\"\"\r\n\"a\"\"b\""));
    }

    [Theory]
    [InlineData("name\nx\n")]
    [InlineData("value\na,b\n")]
    [InlineData("value\na\"b\n")]
    [InlineData("value\n\"a\n")]
    [InlineData("value\n\"a\"b\n")]
    [InlineData("value\n\"a\",\"b\"\n")]
    [InlineData("value\na\rb\n")]
    [InlineData("value\na\0b\n")]
    [InlineData("")]
    public void What_is_no_answer_is_refused(string text) => Assert.Null(Read(text));

    private static string Written(params (string? Value, string? Other)[] rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var format = new CsvRecords();
        format.Begin(buffer, Columns);
        foreach (var (value, other) in rows) format.Ask(buffer, Columns, new TextRow([value, other]));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static List<string?>? Read(string text)
    {
        var format = new CsvRecords();
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text);
        if (!format.TryReadStart(ref rest)) return null;
        var answers = new List<string?>();
        while (!rest.IsEmpty)
        {
            if (!format.TryRead(ref rest, out var answer)) return null;
            answers.Add(answer is null ? null : Encoding.UTF8.GetString(answer));
        }
        return answers;
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => "ab\",\r\n ä🙂"[random.Next(8)] is var one && char.IsSurrogate(one) ? '?' : one));

    private sealed class TextRow(string?[] fields) : Row
    {
        public override ReadOnlySpan<byte> this[int field] => Encoding.UTF8.GetBytes(fields[field] ?? "");

        public override bool IsNull(int field) => fields[field] is null;
    }
}
