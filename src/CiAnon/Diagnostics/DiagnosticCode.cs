namespace CiAnon.Diagnostics;

/// <summary>One row of the table of diagnostics: the documentation and the exit code come from here.</summary>
/// <param name="Id">CIANONnnnn, stable for ever.</param>
/// <param name="Severity">Error, warning or note.</param>
/// <param name="Exit">The exit code of a run that this error stops.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Help">What to do about it.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, ExitCode Exit, string Title, string Help);
