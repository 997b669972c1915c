namespace CiAnon.Reporting.Evidence;

/// <summary>One thing that was compared: what it is, and what is wrong with it, if anything.</summary>
/// <param name="Subject">report, status, artefact, statement.</param>
/// <param name="Holds">What was found true; said when there is no problem.</param>
/// <param name="Problem">Null when it holds.</param>
public sealed record EvidenceItem(string Subject, string Holds, string? Problem);
