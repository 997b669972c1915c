using System.Buffers;
using System.Text;
using CiAnon.Strategies;

namespace CiAnon.Stages.Batches;

/// <summary>
/// CSV (RFC 4180) with a header, as PostgreSQL's COPY has it: nothing is NULL, "" is the empty string. Questions have the value first; an answer
/// is a record of one field under the header <c>value</c>.
/// </summary>
internal sealed class CsvRecords : IQuestionFormat
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\",\r\n"u8);

    private readonly ArrayBufferWriter<byte> _field = new();

    public string AnswerInWords => "no CSV record of one field";

    public void Begin(IBufferWriter<byte> questions, IReadOnlyList<(string Name, int Field)> columns)
    {
        for (var i = 0; i < columns.Count; i++) Write(questions, Encoding.UTF8.GetBytes(columns[i].Name), i);
        questions.Write("\n"u8);
    }

    public void Ask(IBufferWriter<byte> questions, IReadOnlyList<(string Name, int Field)> columns, Row values)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (!values.IsNull(columns[i].Field)) Write(questions, values[columns[i].Field], i);
            else if (i > 0) questions.Write(","u8);
        }
        questions.Write("\n"u8);
    }

    public bool TryReadStart(ref ReadOnlySpan<byte> answers)
    {
        if (answers.StartsWith("\uFEFF"u8)) answers = answers[3..];
        return TryRead(ref answers, out var header) && header.AsSpan().SequenceEqual("value"u8);
    }

    public bool TryRead(ref ReadOnlySpan<byte> answers, out byte[]? answer)
    {
        answer = null;
        if (!answers.StartsWith("\""u8))
        {
            var end = answers.IndexOf((byte)'\n');
            var field = (end < 0 ? answers : answers[..end]).TrimEnd((byte)'\r');
            answers = end < 0 ? default : answers[(end + 1)..];
            if (field.ContainsAny(Special)) return false;
            answer = field.IsEmpty ? null : field.ToArray();
            return IsText(field);
        }
        _field.ResetWrittenCount();
        for (var rest = answers[1..]; ;)
        {
            var quote = rest.IndexOf((byte)'"');
            if (quote < 0) return false;
            _field.Write(rest[..quote]);
            rest = rest[(quote + 1)..];
            if (rest.StartsWith("\""u8))
            {
                _field.Write("\""u8);
                rest = rest[1..];
                continue;
            }
            if (rest.StartsWith("\r"u8)) rest = rest[1..];
            if (!rest.IsEmpty && rest[0] != '\n') return false;
            answers = rest.IsEmpty ? rest : rest[1..];
            answer = _field.WrittenSpan.ToArray();
            return IsText(answer);
        }
    }

    private static bool IsText(ReadOnlySpan<byte> field) => System.Text.Unicode.Utf8.IsValid(field) && !field.Contains((byte)0);

    private static void Write(IBufferWriter<byte> questions, ReadOnlySpan<byte> field, int place)
    {
        if (place > 0) questions.Write(","u8);
        if (!field.IsEmpty && !field.ContainsAny(Special))
        {
            questions.Write(field);
            return;
        }
        questions.Write("\""u8);
        while (field.IndexOf((byte)'"') is >= 0 and var quote)
        {
            questions.Write(field[..(quote + 1)]);
            questions.Write("\""u8);
            field = field[(quote + 1)..];
        }
        questions.Write(field);
        questions.Write("\""u8);
    }
}
