namespace CiAnon.Strategies.Options;

/// <summary>What happens at a path inside of a value.</summary>
/// <param name="Inner">The strategy; null where the value is deleted or set.</param>
/// <param name="Set">What is written instead, JSON where it is inside of JSON and a text elsewhere; null where something else happens.</param>
public sealed record PathRule(string Path, InnerRule? Inner, string? Set, bool Delete);
