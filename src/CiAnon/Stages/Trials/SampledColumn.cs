using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Stages.Trials;

/// <summary>What decides how a column's invented values look.</summary>
/// <param name="Kind">What they say of a person; null where nothing is known.</param>
/// <param name="Allowed">What is enumerated for it.</param>
internal sealed record SampledColumn(ColumnType Type, PersonalKind? Kind, IReadOnlyList<string>? Allowed);
