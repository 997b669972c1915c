namespace CiAnon.Strategies.Conditions;

/// <summary>A mask for some rows only.</summary>
internal sealed class ConditionalMask(Mask inner, FieldClause[] when, FieldClause[] unless, int[]? fields = null) : Mask
{
    private readonly int[] _fields = fields ?? [];

    public override bool WritesNull => inner.WritesNull;

    public override bool ReplacesNull => inner.ReplacesNull;

    public override bool ReplacesEmpty => inner.ReplacesEmpty;

    public override bool MayStay => inner.MayStay;

    public override IReadOnlyList<InnerRule> Inside => inner.Inside;

    public override bool SeesRow => true;

    public override IReadOnlyList<int> Reads => [.. _fields, .. inner.Reads];

    public override IReadOnlyList<string> Columns => inner.Columns;

    public override Mask For(RowShape row) =>
        new ConditionalMask(inner.For(row), when, unless, [.. when.Concat(unless).Select(clause => row.FieldOf(clause.Column))]);

    public override bool Covers(Row row)
    {
        for (var i = 0; i < when.Length; i++)
            if (when[i].Holds(row, _fields[i]) == false) return false;
        for (var i = 0; i < unless.Length; i++)
            if (unless[i].Holds(row, _fields[when.Length + i]) == true) return false;
        return inner.Covers(row);
    }

    public override void Show(ReadOnlySpan<byte> value, IInnerSink sink) => inner.Show(value, sink);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => inner.Apply(value, output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => inner.Apply(value, row, output);
}
