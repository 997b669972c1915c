using CiAnon.Catalogs;

namespace CiAnon.Planning.Loading;

/// <summary>What the planner of loading can't see in catalog and plan.</summary>
/// <param name="IsUnicode">The dump's rows are UTF-8, so that masked text is evidently text.</param>
/// <param name="Readers">What the team's SQL checks and the materialized views that are refreshed read.</param>
/// <param name="IsValid">Whether a mask always gives the same, and PostgreSQL takes it for a value of the column's type.</param>
/// <param name="ComparesLoosely">Values of the column may be equal that differ in their bytes: citext, char(n), collations that aren't deterministic.</param>
/// <param name="EntersAtTop">Rows of the table go in through the top of its partition tree.</param>
internal sealed record LoadFacts(bool IsUnicode, IReadOnlyList<Reader> Readers, Func<ColumnPlan, bool> IsValid, Func<Table, string, bool> ComparesLoosely, Func<Table, bool> EntersAtTop);
