namespace CiAnon.Strategies.Custom;

/// <summary>The strategies of an assembly, or why there are none (a phrase that continues "assembly 'x' ").</summary>
public sealed record CustomStrategies(IReadOnlyList<ICustomStrategy> All, string? Problem);
