namespace CiAnon.Policies;

/// <summary>A rule that a machine proposes for a policy.</summary>
/// <param name="Table">As the policy's key: <c>customers</c>, <c>shop.customers</c>.</param>
/// <param name="Strategy">A strategy's name; <c>keep</c> for a column that stays as it is.</param>
/// <param name="Options">By name, as written.</param>
/// <param name="Proposed">What the column was taken for where that isn't sure: the rule is a proposal until a person decides. Null for none.</param>
/// <param name="Comment">Stands behind the rule; never holds a value of a row. Null for none.</param>
public sealed record ProposedRule(
    string Table,
    string Column,
    string Strategy,
    IReadOnlyDictionary<string, string> Options,
    string? Proposed = null,
    string? Comment = null);
