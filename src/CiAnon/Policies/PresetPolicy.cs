using CiAnon.Policies.Presets;

namespace CiAnon.Policies;

/// <summary>A preset that a policy names, read; what the policy says itself wins.</summary>
/// <param name="Tables">A dump need not have them.</param>
public sealed record PresetPolicy(Preset Preset, IReadOnlyList<TablePolicy> Tables);
