using CiAnon.Copy;

namespace CiAnon.Discovery;

/// <summary>Samples the columns of a table while its rows pass.</summary>
public sealed class TableSampler : IFieldSink
{
    private ColumnSample[] _fields = [];
    private readonly Dictionary<string, ColumnSample> _byName = [];

    public long Rows { get; private set; }

    /// <summary>What a partition's rows hold may stand in another order than its neighbour's.</summary>
    public void Expect(IReadOnlyList<string> columns) => _fields = [.. columns.Select(Sample)];

    public void Field(int field, ReadOnlySpan<byte> value) => _fields[field].Add(value);

    public void EndRow() => Rows++;

    public ColumnSample? Find(string column) => _byName.GetValueOrDefault(column);

    private ColumnSample Sample(string column)
    {
        if (!_byName.TryGetValue(column, out var sample)) _byName.Add(column, sample = new ColumnSample());
        return sample;
    }
}
