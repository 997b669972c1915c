using CiAnon.Strategies;

namespace CiAnon.Copy;

/// <summary>
/// What answers for a <see cref="BatchMask"/>: the rows of a piece are asked, then answered at once, then their results are taken in the same
/// order. One per table and column.
/// </summary>
public interface IBatch : IDisposable
{
    /// <param name="row">Its number, from 1.</param>
    /// <param name="values">Its original values: the column's own and those that the mask reads. Valid until the call returns.</param>
    void Ask(long row, Row values);

    /// <summary>All rows of the piece were asked.</summary>
    void Answer();

    /// <summary>Appends the next result; false for NULL, of which nothing is written.</summary>
    bool Next(MaskOutput output);
}
