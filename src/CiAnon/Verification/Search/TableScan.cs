using CiAnon.Copy;
using CiAnon.Recognition.Patterns;
using CiAnon.Residual;

namespace CiAnon.Verification.Search;

/// <summary>Shows rows of the result to those who look for personal data in them, each field decoded once. One per table and thread.</summary>
internal sealed class TableScan : IFieldSink
{
    private readonly bool[] _forResidual;
    private readonly bool[] _forPatterns;
    private FieldWalker? _walker;
    private readonly ValueRoom? _room;
    private readonly bool[] _forRoom;
    // Of fields that are looked at for originals alone: ids and prices are mostly shorter than any.
    private readonly int[] _shortest;
    private QuietValues?[] _quiet;

    /// <param name="residual">Looks for originals.</param>
    /// <param name="forResidual">Per field: whether it can hold an original.</param>
    /// <param name="patterns">Looks for what seems personal.</param>
    /// <param name="room">Looks for values that are too long; null where PostgreSQL did.</param>
    public TableScan(FieldScanner residual, IReadOnlyList<bool> forResidual, PatternScanner patterns, ValueRoom? room = null)
    {
        Residual = residual;
        Patterns = patterns;
        _forResidual = [.. forResidual];
        _forPatterns = [.. patterns.Wanted];
        _room = room;
        _forRoom = room is null ? new bool[_forResidual.Length] : [.. room.Wanted];
        _shortest = [.. _forResidual.Select((forResidual, field) => forResidual && !_forPatterns[field] && !_forRoom[field] ? residual.Shortest(field) : 0)];
        _quiet = [.. _forResidual.Zip(_forPatterns, (residual, patterns) => residual || patterns ? new QuietValues() : null)];
        _walker = new FieldWalker([.. _forResidual.Zip(_forPatterns, _forRoom).Select(wanted => wanted.First || wanted.Second || wanted.Third)], this);
    }

    public FieldScanner Residual { get; }

    public PatternScanner Patterns { get; }

    /// <summary>Null where PostgreSQL looked.</summary>
    public ValueRoom? Room => _room;

    /// <summary>Adds what another thread found in the same table.</summary>
    public void Join(TableScan other)
    {
        Residual.Join(other.Residual);
        Patterns.Join(other.Patterns);
        _room?.Join(other._room!);
    }

    /// <summary>All rows were seen. There may be tens of thousands of tables: only what was found in them stays.</summary>
    public void End()
    {
        Residual.End();
        (_walker, _quiet) = (null, []);
    }

    /// <summary>Whole rows of COPY text.</summary>
    public void Walk(ReadOnlySpan<byte> rows) => _walker!.Walk(rows);

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        if (value.Length < _shortest[field])
        {
            Residual.Short();
            return;
        }
        if (_forRoom[field]) _room!.Field(field, value);
        if (_quiet[field] is { } quiet)
        {
            if (quiet.TryFind(value, out var bare, out var written))
            {
                if (_forResidual[field]) Residual.Again(field, bare, written);
                if (_forPatterns[field]) Patterns.Again(field);
                return;
            }
            var isQuiet = !_forResidual[field] || Residual.IsQuiet(field, value, out bare, out written);
            if (_forPatterns[field]) isQuiet &= Patterns.IsQuiet(field, value);
            if (isQuiet) quiet.Add(value, bare, written);
        }
    }

    public void EndRow()
    {
        Residual.EndRow();
        Patterns.EndRow();
    }
}
