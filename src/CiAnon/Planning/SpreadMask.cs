using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Planning;

/// <summary>One of several masks, each with a key of its own, by another column of the row; rows where that is NULL share one.</summary>
/// <param name="place">The field of the other column; -1 before it is known.</param>
internal sealed class SpreadMask(Mask[] masks, SipHash hash, string by, int place = -1) : WrappingMask(masks[0])
{
    public override bool SeesRow => true;

    public override IReadOnlyList<string> Columns => [by];

    public override IReadOnlyList<int> Reads => place < 0 ? [] : [place];

    internal override Mask In(ColumnType type, bool isUnique, PersonalKind? kind) => new SpreadMask([.. masks.Select(mask => mask.In(type, isUnique, kind))], hash, by, place);

    private protected override Mask Around(Mask other) => throw new InvalidOperationException("several masks are not one");

    public override Mask For(RowShape row) => new SpreadMask(masks, hash, by, row.FieldOf(by));

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) =>
        masks[place < 0 ? 0 : Draw.Index((ulong)hash.Hash(row[place]), masks.Length)].Apply(value, output);
}
