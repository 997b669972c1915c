namespace CiAnon.Reporting.JUnit;

/// <summary>One test case; passed unless it has a failure or was skipped.</summary>
/// <param name="Class">The group that hosts show it under, with dots.</param>
/// <param name="Name">The same in every run: hosts compare runs by it.</param>
public sealed record JUnitCase(string Class, string Name)
{
    /// <summary>Null for a case that passed or was skipped.</summary>
    public JUnitFailure? Failure { get; init; }

    /// <summary>Why it was skipped; null when it wasn't.</summary>
    public string? Skipped { get; init; }
}

/// <summary>Why a case failed.</summary>
/// <param name="Type">A word for the kind of failure: the check's id, or a diagnostic code.</param>
/// <param name="Message">One line.</param>
/// <param name="Text">All there is to say, in lines.</param>
public sealed record JUnitFailure(string Type, string Message, string Text);
