namespace CiAnon.Strategies.Conditions;

/// <summary>
/// Which rows a rule masks, by the original values of their columns. What can't be told is masked: NULL is neither equal to anything nor
/// smaller or larger, so that only <see cref="RowOperator.IsNull"/> has an answer for it.
/// </summary>
/// <param name="When">Rows that one of these doesn't hold for stay.</param>
/// <param name="Unless">Rows that one of these holds for stay.</param>
public sealed record RowCondition(IReadOnlyList<RowClause> When, IReadOnlyList<RowClause> Unless)
{
    /// <summary>For plan and report: <c>when staff is 'f'</c>.</summary>
    public string Words => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        if (When.Count > 0) yield return $"when {string.Join(" and ", When.Select(clause => clause.Words))}";
        if (Unless.Count > 0) yield return $"unless {string.Join(" or ", Unless.Select(clause => clause.Words))}";
    }
}
