using System.Text;
using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Strategies;

namespace CiAnon.Stages.Trials;

/// <summary>Invented rows of a table.</summary>
internal sealed class SampleRows
{
    private const int MostRows = 3000;
    private const int RowsPerValue = 3;

    private readonly IReadOnlyList<Column> _columns;
    private readonly IReadOnlyList<string>?[] _values;
    private readonly Func<Column, IReadOnlyList<string>> _invent;
    private readonly bool _isSingle;

    /// <param name="literals">What the demand speaks of: its columns get values that look like it, besides plausible ones.</param>
    public SampleRows(TablePlan plan, Demand demand, SampleLiterals literals, bool asciiOnly)
    {
        _columns = [.. plan.Table.Columns.Where(column => !column.IsGenerated)];
        _values = new IReadOnlyList<string>?[_columns.Count];
        _invent = column => SampleValues.Of(new SampledColumn(column.Type, plan.Find(column.Name)!.Kind, column.AllowedValues),
            demand.Columns.Contains(column.Name) ? literals : SampleLiterals.None, asciiOnly);
        _isSingle = demand.Columns.Count == 1;
        Shape = new RowShape([.. _columns.Select(column => column.Name)], name => plan.Find(name)?.Mask);
        var counts = demand.Columns.Select(name => Values(FieldOf(name)).Count).ToList();
        Count = counts.Min() == 0 ? 0 : int.Min(MostRows, _isSingle ? counts[0] : counts.Max() * RowsPerValue);
    }

    public int Count { get; }

    public RowShape Shape { get; }

    /// <summary>A value of a row; null is NULL, which only conditions over several columns are tried with.</summary>
    public string? this[int row, int field]
    {
        get
        {
            var values = Values(field);
            if (values.Count == 0) return null;
            if (_isSingle) return values[Mixed(row, values.Count)];
            var draw = new SampleDraw(((ulong)row << 16) + (ulong)field);
            return !_columns[field].NotNull && draw.Below(6) == 0 ? null : values[draw.Below(values.Count)];
        }
    }

    public int FieldOf(string column) => Shape.FieldOf(column);

    public Row Row(int row) => new SampleRow(this, row);

    private IReadOnlyList<string> Values(int field) => _values[field] ??= _invent(_columns[field]);

    // Rows are tried in order until time runs out: what is alike must not stand together. Every value comes once.
    private static int Mixed(int row, int count)
    {
        var step = (int)(count * 0.618) | 1;
        while (Gcd(step, count) != 1) step += 2;
        return (int)((long)row * step % count);
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private sealed class SampleRow(SampleRows rows, int row) : Row
    {
        public override ReadOnlySpan<byte> this[int field] => rows[row, field] is { } text ? Encoding.UTF8.GetBytes(text) : default;

        public override bool IsNull(int field) => rows[row, field] is null;
    }
}
