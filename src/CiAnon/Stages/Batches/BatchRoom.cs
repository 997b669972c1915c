using CiAnon.Sandboxes;

namespace CiAnon.Stages.Batches;

/// <summary>What batches work with.</summary>
/// <param name="Database">The database that has the dump's functions.</param>
internal sealed record BatchRoom(Sandbox Sandbox, string Database);
