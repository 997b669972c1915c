using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Outside;
using CiAnon.Strategies;

namespace CiAnon.Stages.Batches;

/// <summary>Feeds a program with one JSON line a row and takes one answer each. Nothing that the program says reaches a message.</summary>
/// <param name="columns">Name and field of what the program gets beside the value.</param>
internal sealed class CommandBatch(BatchColumn column, IReadOnlyList<(string Name, int Field)> columns, TeamProgram program, TimeSpan timeout, CancellationToken cancellation) : IBatch
{
    // Answers may be longer than questions, but a program that never stops writing must be stopped.
    private const long MostPerQuestion = 64 * 1024;
    private const long MostPerByte = 4;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _questions = new();
    private readonly List<long> _rows = [];
    private readonly Queue<byte[]?> _answers = [];

    public void Ask(long row, Row values)
    {
        _rows.Add(row);
        using var json = new Utf8JsonWriter(_questions, Plain);
        json.WriteStartObject();
        Write(json, "value", values, column.Field);
        if (columns.Count > 0)
        {
            json.WriteStartObject("row");
            foreach (var (name, field) in columns) Write(json, name, values, field);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.Flush();
        _questions.Write("\n"u8);
    }

    public void Answer()
    {
        if (_rows.Count == 0) return;
        var result = Run();
        if (result.End == ProgramEnd.TimedOut) throw Failed($"took longer than the rule's 'timeout', {timeout.TotalSeconds} seconds", result);
        if (result.End == ProgramEnd.SaidTooMuch) throw Failed("wrote far more than it was asked for", result);
        if (result.ExitCode != 0) throw Failed($"ended with {result.ExitCode}", result);
        Read(result);
        _questions.ResetWrittenCount();
        _rows.Clear();
    }

    public bool Next(MaskOutput output)
    {
        if (_answers.Dequeue() is not { } answer) return false;
        output.Append(answer);
        return true;
    }

    public void Dispose()
    {
        // Each piece had a program of its own, which has ended.
    }

    private static void Write(Utf8JsonWriter json, string name, Row values, int field)
    {
        if (values.IsNull(field)) json.WriteNull(name);
        else json.WriteString(name, Encoding.UTF8.GetString(values[field]));
    }

    private ProgramResult Run()
    {
        try
        {
            return program.Run(_questions.WrittenMemory, (MostPerQuestion * _rows.Count) + (MostPerByte * _questions.WrittenCount), timeout, cancellation);
        }
        catch (Win32Exception failure)
        {
            throw column.Refuses(DiagnosticCodes.ProgramFailed, $"the program can't be started: {failure.Message}");
        }
    }

    private void Read(ProgramResult result)
    {
        var lines = result.Output.Span;
        var taken = 0;
        for (; !lines.IsEmpty; taken++)
        {
            var end = lines.IndexOf((byte)'\n');
            if (taken == _rows.Count) throw Failed($"gave more answers than the {_rows.Count} that it was asked for", result);
            if (!TryRead(end < 0 ? lines : lines[..end], out var answer)) throw Failed($"gave an answer for row {_rows[taken]} that is neither a JSON text nor null", result);
            _answers.Enqueue(answer);
            lines = end < 0 ? default : lines[(end + 1)..];
        }
        if (taken < _rows.Count) throw Failed($"gave {Plural.Of(taken, "answer")} for {_rows.Count} rows", result);
    }

    private static bool TryRead(ReadOnlySpan<byte> line, out byte[]? answer)
    {
        answer = null;
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) return false;
            if (json.TokenType == JsonTokenType.String)
            {
                answer = new byte[json.ValueSpan.Length];
                Array.Resize(ref answer, json.CopyString(answer));
            }
            return !json.Read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private CiAnonException Failed(string what, ProgramResult result) => column.Refuses(DiagnosticCodes.ProgramFailed,
        $"the program {what} (rows {_rows[0]} to {_rows[^1]}){(result.ErrorBytes > 0 ? $"; {Plural.Of(result.ErrorBytes, "byte")} that it wrote to standard error aren't shown, as they may quote rows" : "")}");
}
