using System.Text;
using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Strategies;

namespace CiAnon.Stages.Trials;

/// <summary>Invented rows of a table: the columns of a demand get values that its literals suggest, all others plausible ones.</summary>
internal sealed class SampleRows
{
    private const int MostRows = 3000;
    private const int RowsPerValue = 3;

    private readonly IReadOnlyList<Column> _columns;
    private readonly IReadOnlyList<string>[] _values;
    private readonly bool _isSingle;

    public SampleRows(TablePlan plan, Demand demand, bool asciiOnly)
    {
        _columns = [.. plan.Table.Columns.Where(column => !column.IsGenerated)];
        _isSingle = demand.Columns.Count == 1;
        var literals = SampleLiterals.Of(demand.Text);
        _values = [.. _columns.Select(column => SampleValues.Of(new SampledColumn(column.Type, plan.Find(column.Name)!.Kind, column.AllowedValues),
            demand.Columns.Contains(column.Name) ? literals : SampleLiterals.None, asciiOnly))];
        var longest = demand.Columns.Max(name => _values[FieldOf(name)].Count);
        Count = demand.Columns.Any(name => _values[FieldOf(name)].Count == 0) ? 0 : int.Min(MostRows, _isSingle ? longest : longest * RowsPerValue);
        Shape = new RowShape([.. _columns.Select(column => column.Name)], name => plan.Find(name)?.Mask);
    }

    public int Count { get; }

    public RowShape Shape { get; }

    public int FieldOf(string column) => Shape.FieldOf(column);

    /// <summary>A value of a row; null is NULL, which only conditions over several columns are tried with.</summary>
    public string? this[int row, int field]
    {
        get
        {
            var values = _values[field];
            if (values.Count == 0) return null;
            if (_isSingle) return values[Mixed(row, 0, values.Count)];
            var draw = new SampleDraw(((ulong)row << 16) + (ulong)field);
            return !_columns[field].NotNull && draw.Below(6) == 0 ? null : values[draw.Below(values.Count)];
        }
    }

    public Row Row(int row) => new SampleRow(this, row);

    // Rows are tried in order until time runs out: what is alike must not stand together. Every value comes once.
    private static int Mixed(int row, int offset, int count)
    {
        var step = (int)(count * 0.618) | 1;
        while (Gcd(step, count) != 1) step += 2;
        return (int)(((long)row * step + offset) % count);
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private sealed class SampleRow(SampleRows rows, int row) : Row
    {
        public override bool IsNull(int field) => rows[row, field] is null;

        public override ReadOnlySpan<byte> this[int field] => rows[row, field] is { } text ? Encoding.UTF8.GetBytes(text) : default;
    }
}
