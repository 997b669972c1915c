namespace CiAnon.Strategies.Custom;

/// <summary>What a strategy of the team's own may depend on.</summary>
/// <param name="Type">The column's type as PostgreSQL prints it: <c>character varying(40)</c>.</param>
/// <param name="MaxLength">Characters at most; null when unlimited.</param>
/// <param name="Locale">Of names and addresses: <c>en</c>, <c>de</c>, <c>pt_PT</c>.</param>
/// <param name="Settings">The rule's option <c>settings</c>; null where it has none.</param>
/// <param name="Key">16 bytes, derived from the run's key for this strategy and the rule's seed: a secret.</param>
public sealed record CustomColumn(string Type, int? MaxLength, string Locale, string? Settings, ReadOnlyMemory<byte> Key);
