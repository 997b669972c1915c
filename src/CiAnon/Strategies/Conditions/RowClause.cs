namespace CiAnon.Strategies.Conditions;

/// <summary>What must hold of one column; all of it.</summary>
public sealed record RowClause(string Column, IReadOnlyList<RowTest> Tests)
{
    public string Words => $"{Column} {string.Join(" and ", Tests.Select(test => test.Words))}";
}
