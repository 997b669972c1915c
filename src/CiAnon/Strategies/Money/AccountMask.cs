namespace CiAnon.Strategies.Money;

/// <summary>Draws what a column says of an account from whose it is.</summary>
/// <param name="by">The column that says so; null where the value itself does.</param>
/// <param name="place">Its field; -1 before it is known.</param>
internal abstract class AccountMask(string? by, int place) : Mask
{
    protected string? By => by;

    public override bool SeesRow => by is not null;

    public override IReadOnlyList<string> Columns => by is null ? [] : [by];

    public override IReadOnlyList<int> Reads => place < 0 ? [] : [place];

    public override Mask For(RowShape row) => by is null ? this : At(row.FieldOf(by));

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Write(value, default, output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => Write(value, place < 0 ? default : row[place], output);

    protected abstract Mask At(int field);

    /// <param name="subject">Empty where the value itself says whose it is.</param>
    protected abstract void Write(ReadOnlySpan<byte> value, ReadOnlySpan<byte> subject, MaskOutput output);
}
