using System.Text;
using CiAnon.Planning;
using CiAnon.Strategies;

namespace CiAnon.Stages.Trials;

/// <summary>Masks invented rows as a run masks real ones.</summary>
internal sealed class TrialMasks(SampleRows rows, Demand demand, TablePlan plan)
{
    private readonly MaskOutput _output = new();

    private readonly (int Field, Mask? Mask)[] _columns =
        [.. demand.Columns.Select(name => (rows.FieldOf(name), plan.Find(name) is { Action: ColumnAction.Masked, Mask: { } mask } ? mask.For(rows.Shape) : null))];

    /// <summary>The masked values of the demand's columns; null where a mask takes none of the values.</summary>
    public string?[]? Apply(int row)
    {
        var values = new string?[_columns.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var (field, mask) = _columns[at];
            var value = rows[row, field];
            if (mask is null || !mask.Covers(rows.Row(row))) values[at] = value;
            else if (!TryApply(mask, value, rows.Row(row), out values[at])) return null;
        }
        return values;
    }

    private bool TryApply(Mask mask, string? value, Row row, out string? result)
    {
        result = value;
        if (mask.WritesNull) result = null;
        if (mask.WritesNull || (value is null && !mask.ReplacesNull) || (value?.Length == 0 && !mask.ReplacesEmpty)) return true;
        _output.Clear();
        try
        {
            mask.Apply(value is null ? default : Encoding.UTF8.GetBytes(value), row, _output);
        }
        catch (MaskException)
        {
            return false;
        }
        result = Encoding.UTF8.GetString(_output.Written);
        return true;
    }
}
