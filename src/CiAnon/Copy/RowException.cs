namespace CiAnon.Copy;

/// <summary>A row that can't be transformed. The caller adds the table; no value is ever part of the reason.</summary>
/// <param name="row">Counted from 1, in the order of the dump.</param>
/// <param name="field">Counted from 1, in the order of the COPY column list.</param>
/// <param name="reason">Continues "row N ".</param>
public sealed class RowException(long row, int field, string reason) : Exception($"row {row}, field {field}: {reason}")
{
    public long Row { get; } = row;

    public int Field { get; } = field;

    public string Reason { get; } = reason;
}
