namespace CiAnon.Strategies.Conditions;

/// <summary>A mask for some rows only.</summary>
internal sealed class ConditionalMask(Mask inner, FieldClause[] when, FieldClause[] unless, int[]? fields = null) : WrappingMask(inner)
{
    private readonly int[] _fields = fields ?? [];

    public override bool SeesRow => true;

    public override IReadOnlyList<int> Reads => [.. _fields, .. Inner.Reads];

    private protected override Mask Around(Mask other) => new ConditionalMask(other, when, unless, fields);

    public override Mask For(RowShape row) =>
        new ConditionalMask(Inner.For(row), when, unless, [.. when.Concat(unless).Select(clause => row.FieldOf(clause.Column))]);

    public override bool Covers(Row row)
    {
        for (var i = 0; i < when.Length; i++)
            if (when[i].Holds(row, _fields[i]) == false) return false;
        for (var i = 0; i < unless.Length; i++)
            if (unless[i].Holds(row, _fields[when.Length + i]) == true) return false;
        return Inner.Covers(row);
    }
}
