namespace CiAnon.Diagnostics;

/// <summary>How much a diagnostic matters: errors stop the run, warnings and notes do not.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Probably not what was meant.</summary>
    Warning,

    /// <summary>Stops the run; nothing is published.</summary>
    Error,
}
