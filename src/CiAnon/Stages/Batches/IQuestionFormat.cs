using System.Buffers;
using CiAnon.Strategies;

namespace CiAnon.Stages.Batches;

/// <summary>How rows are written to a program, and its answers read. One per column; an answer is no longer valid after the next.</summary>
internal interface IQuestionFormat
{
    /// <summary>What an answer must be, for messages.</summary>
    string AnswerInWords { get; }

    /// <summary>Before the first question of a piece.</summary>
    void Begin(IBufferWriter<byte> questions, IReadOnlyList<(string Name, int Field)> columns);

    /// <param name="columns">The value's own first.</param>
    void Ask(IBufferWriter<byte> questions, IReadOnlyList<(string Name, int Field)> columns, Row values);

    /// <summary>What stands before the first answer; false where it is wrong.</summary>
    bool TryReadStart(ref ReadOnlySpan<byte> answers);

    /// <summary>Takes one answer off; false where it is none.</summary>
    /// <param name="answer">Null for NULL.</param>
    bool TryRead(ref ReadOnlySpan<byte> answers, out byte[]? answer);
}
