namespace CiAnon.Strategies.Conditions;

/// <summary>What must hold of one field, compiled.</summary>
internal sealed record FieldClause(string Column, IReadOnlyList<FieldTest> Tests)
{
    /// <summary>False when one test fails, true when all hold, null where it can't be told.</summary>
    public bool? Holds(Row row, int field)
    {
        var isNull = row.IsNull(field);
        var value = row[field];
        bool? all = true;
        for (var i = 0; i < Tests.Count; i++)
        {
            if (Tests[i].Holds(isNull, value) is not { } one) all = null;
            else if (!one) return false;
        }
        return all;
    }
}
