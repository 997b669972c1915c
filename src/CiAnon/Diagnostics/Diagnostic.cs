namespace CiAnon.Diagnostics;

/// <summary>One thing to tell the user. The message never carries a value of a row or a secret, and says what to do next.</summary>
public sealed record Diagnostic(DiagnosticCode Code, string Message, SourcePosition? Position = null)
{
    public Severity Severity => Code.Severity;

    /// <summary>The format that IDEs, MSBuild and CI hosts recognize: <c>file(line,column): error CODE: message</c>.</summary>
    public override string ToString()
    {
        var origin = Position is { } at ? $"{at.File}({at.Line},{at.Column})" : "ci-anon";
        return $"{origin}: {Severity.ToString().ToLowerInvariant()} {Code.Id}: {Message}";
    }
}
