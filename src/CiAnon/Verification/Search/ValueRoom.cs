using System.Text;
using CiAnon.Copy;
using CiAnon.Tables;

namespace CiAnon.Verification.Search;

/// <summary>Counts masked values that their columns have no room for, in tables that PostgreSQL doesn't see.</summary>
internal sealed class ValueRoom : IFieldSink
{
    private readonly TableTask _task;
    private readonly int?[] _lengths;
    private readonly long[] _tooLong;

    public ValueRoom(TableTask task)
    {
        _task = task;
        _lengths = [.. task.Columns.Select(task.Plan.Find).Select(column => column?.Mask is null ? null : column.Column.Type.MaxLength)];
        _tooLong = new long[_lengths.Length];
    }

    /// <summary>Per field: whether it is looked at.</summary>
    public IReadOnlyList<bool> Wanted => [.. _lengths.Select(length => length is not null)];

    /// <summary>Names, counts and reasons.</summary>
    public IEnumerable<Finding> Findings => _tooLong.Index().Where(column => column.Item > 0)
        .Select(column => new Finding($"{_task.Name}.{_task.Columns[column.Index]}", column.Item, $"{Plural.Of(column.Item, "masked value")} longer than the column"));

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        if (_lengths[field] is { } room && value.Length > room && CodePoints(value) > room) _tooLong[field]++;
    }

    /// <summary>Adds what another thread counted.</summary>
    public void Join(ValueRoom other)
    {
        for (var field = 0; field < _tooLong.Length; field++) _tooLong[field] += other._tooLong[field];
    }

    public void EndRow()
    {
    }

    // PostgreSQL counts code points; .NET takes those of four bytes for two characters.
    private static int CodePoints(ReadOnlySpan<byte> value)
    {
        var four = 0;
        foreach (var one in value) four += one >= 0xF0 ? 1 : 0;
        return Encoding.UTF8.GetCharCount(value) - four;
    }
}
