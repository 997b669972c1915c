using System.Buffers;
using System.ComponentModel;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Outside;
using CiAnon.Strategies;

namespace CiAnon.Stages.Batches;

/// <summary>Feeds a program with one question a row and takes one answer each. Nothing that the program says reaches a message.</summary>
/// <param name="columns">Name and field of what the program gets beside the value.</param>
internal sealed class CommandBatch(BatchColumn column, IReadOnlyList<(string Name, int Field)> columns, IQuestionFormat format, TeamProgram program, TimeSpan timeout, CancellationToken cancellation) : IBatch
{
    // Answers may be longer than questions, but a program that never stops writing must be stopped.
    private const long MostPerQuestion = 64 * 1024;
    private const long MostPerByte = 4;

    private readonly IReadOnlyList<(string Name, int Field)> _columns = [("value", column.Field), .. columns];
    private readonly ArrayBufferWriter<byte> _questions = new();
    private readonly List<long> _rows = [];
    private readonly Queue<byte[]?> _answers = [];

    public void Ask(long row, Row values)
    {
        if (_rows.Count == 0) format.Begin(_questions, _columns);
        _rows.Add(row);
        format.Ask(_questions, _columns, values);
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
        var answers = result.Output.Span;
        if (!format.TryReadStart(ref answers)) throw Failed("didn't begin its answers with the header 'value'", result);
        var taken = 0;
        for (; !answers.IsEmpty; taken++)
        {
            if (taken == _rows.Count) throw Failed($"gave more answers than the {_rows.Count} that it was asked for", result);
            if (!format.TryRead(ref answers, out var answer)) throw Failed($"gave an answer for row {_rows[taken]} that is {format.AnswerInWords}", result);
            _answers.Enqueue(answer);
        }
        if (taken < _rows.Count) throw Failed($"gave {Plural.Of(taken, "answer")} for {_rows.Count} rows", result);
    }

    private CiAnonException Failed(string what, ProgramResult result) => column.Refuses(DiagnosticCodes.ProgramFailed,
        $"the program {what} (rows {_rows[0]} to {_rows[^1]}){(result.ErrorBytes > 0 ? $"; {Plural.Of(result.ErrorBytes, "byte")} that it wrote to standard error aren't shown, as they may quote rows" : "")}");
}
