using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CommandResult(int Exit, string Out, string Error)
{
    /// <summary>The error line of a code; fails the test when there is none.</summary>
    public string Line(DiagnosticCode code) =>
        Error.Split('\n').FirstOrDefault(line => line.Contains($": error {code.Id}: ", StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"no {code.Id} among: {Error}");
}
