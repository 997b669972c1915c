using CiAnon.Keys;

namespace CiAnon.Strategies.Sets;

/// <summary>What is shuffled together, and within what.</summary>
/// <param name="hash">Of the domain; what is drawn depends on the table and the label or column, too.</param>
/// <param name="label">Null where the column moves alone.</param>
/// <param name="nullsAlone">A row that is alone in its group gets NULL; otherwise it stops the run.</param>
internal sealed class ShuffleMask(SipHash hash, IReadOnlyList<string> within, string? label, bool nullsAlone, int[]? fields = null) : BatchMask
{
    public SipHash Hash => hash;

    public string? Label => label;

    public bool NullsAlone => nullsAlone;

    public override IReadOnlyList<string> Columns => within;

    public override IReadOnlyList<int> Reads => fields ?? [];

    public override bool ReplacesEmpty => true;

    // Columns that move together have a value each for the same row, be it NULL.
    public override bool ReplacesNull => label is not null;

    public override Mask For(RowShape row) => new ShuffleMask(hash, within, label, nullsAlone, [.. within.Select(row.FieldOf)]);
}
