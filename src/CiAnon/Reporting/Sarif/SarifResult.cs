using CiAnon.Diagnostics;

namespace CiAnon.Reporting.Sarif;

/// <summary>One finding.</summary>
/// <param name="Subject">The table, column or rule concerned: with the rule's id it tells one result from another when lines move.</param>
/// <param name="Position">Null when no file is concerned.</param>
public sealed record SarifResult(string RuleId, Severity Level, string Message, string Subject, SourcePosition? Position);
