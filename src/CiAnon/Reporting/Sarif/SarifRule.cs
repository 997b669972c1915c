using CiAnon.Diagnostics;

namespace CiAnon.Reporting.Sarif;

/// <summary>What results refer to.</summary>
/// <param name="Id">Stable: hosts remember dismissed results by it.</param>
/// <param name="Level">Of results, unless they say otherwise.</param>
public sealed record SarifRule(string Id, string Title, string Help, Severity Level);
