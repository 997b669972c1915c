using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Shapes;

/// <summary>A piece of a pattern.</summary>
internal abstract record PatternPart
{
    /// <summary>The column whose value the piece is made from; null where it is the column's own, or none.</summary>
    public virtual string? Column => null;

    public virtual int Field => -1;

    public virtual PatternPart For(RowShape row) => this;

    public abstract void Append(ReadOnlySpan<byte> value, Row? row, ref HashStream stream, MaskOutput output);
}
