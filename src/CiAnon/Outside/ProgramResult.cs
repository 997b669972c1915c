namespace CiAnon.Outside;

/// <summary>What a program left.</summary>
/// <param name="ExitCode">0 where it was killed.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="ErrorBytes">How much it wrote to standard error, which nobody reads: it may quote rows.</param>
internal sealed record ProgramResult(ProgramEnd End, int ExitCode, ReadOnlyMemory<byte> Output, long ErrorBytes);
