using CiAnon.Copy;
using CiAnon.Verification.Residual;

namespace CiAnon.Verification;

/// <summary>Shows rows of the result to those who look for personal data in them, each field decoded once. One per table and thread.</summary>
internal sealed class TableScan : IFieldSink
{
    private readonly bool[] _searched;
    private readonly FieldWalker _walker;

    /// <param name="residual">Looks for originals.</param>
    /// <param name="searched">Per field: whether it can hold an original.</param>
    public TableScan(FieldScanner residual, IReadOnlyList<bool> searched)
    {
        Residual = residual;
        _searched = [.. searched];
        _walker = new FieldWalker(_searched, this);
    }

    public FieldScanner Residual { get; }

    /// <summary>Whole rows of COPY text.</summary>
    public void Walk(ReadOnlySpan<byte> rows) => _walker.Walk(rows);

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        if (_searched[field]) Residual.Field(field, value);
    }

    public void EndRow() => Residual.EndRow();
}
