using CiAnon.Sandboxes;

namespace CiAnon.Stages.Batches;

/// <summary>What batches work with.</summary>
/// <param name="Database">The database that has the dump's functions.</param>
/// <param name="PolicyFolder">Where programs work, and what their paths are relative to.</param>
/// <param name="SearchPath">The value of PATH.</param>
internal sealed record BatchRoom(Sandbox Sandbox, string Database, string PolicyFolder, string? SearchPath, CancellationToken Cancellation);
