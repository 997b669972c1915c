namespace CiAnon.Diagnostics;

/// <summary>An expected failure: one or more diagnostics that stop the run. Heads print them and return <see cref="Exit"/>.</summary>
public sealed class CiAnonException : Exception
{
    public CiAnonException(IReadOnlyList<Diagnostic> diagnostics, Exception? cause = null)
        : base(string.Join(Environment.NewLine, diagnostics), cause) => Diagnostics = diagnostics;

    public CiAnonException(DiagnosticCode code, string message, SourcePosition? position = null, Exception? cause = null)
        : this([new Diagnostic(code, message, position)], cause)
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public ExitCode Exit => Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error).Code.Exit;
}
