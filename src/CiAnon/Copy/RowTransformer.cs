using System.Buffers;
using CiAnon.Strategies;

namespace CiAnon.Copy;

/// <summary>
/// Turns COPY rows into COPY rows: masked fields are replaced, every other byte is copied as it is, in runs as long as possible.
/// One instance per table and thread; nothing is allocated per row.
/// </summary>
public sealed class RowTransformer
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\t\n"u8);

    private readonly Mask?[] _masks;
    private readonly ColumnCounts[] _counts;
    private readonly int _lastMasked;
    private readonly MaskOutput _result = new();
    private readonly IFieldSink? _originals;
    private readonly IFieldSink? _kept;
    private readonly IPseudonymSink? _pseudonyms;
    private readonly bool[] _shown;
    private readonly RowFields _row;
    private readonly IReadOnlyList<IBatch?>? _batches;
    private byte[] _decoded = new byte[256];

    /// <param name="masks">One per field of the COPY column list; null copies the field.</param>
    /// <param name="originals">Sees every masked value before it is masked.</param>
    /// <param name="kept">Sees every value that a mask doesn't cover.</param>
    /// <param name="pseudonyms">Sees every masked value, with what became of it.</param>
    /// <param name="batches">One per field whose mask has a <see cref="Mask.Batch"/>, asked by a <see cref="BatchWalker"/> before; null where there is none.</param>
    public RowTransformer(IReadOnlyList<Mask?> masks, IFieldSink? originals = null, IFieldSink? kept = null, IPseudonymSink? pseudonyms = null, IReadOnlyList<IBatch?>? batches = null)
    {
        _batches = batches;
        _originals = originals;
        _kept = kept;
        _pseudonyms = pseudonyms;
        _shown = [.. masks.Select((mask, field) => mask is not null && (originals is not null || pseudonyms is not null && pseudonyms.Wants(field)))];
        _masks = [.. masks];
        _row = new RowFields(_masks.Length, [.. _masks.SelectMany(mask => mask?.Reads ?? [])]);
        _lastMasked = Array.FindLastIndex(_masks, mask => mask is not null);
        _counts = [.. _masks.Select(_ => new ColumnCounts())];
    }

    /// <summary>True when every byte passes as it is.</summary>
    public bool CopiesAll => _lastMasked < 0;

    public long Rows { get; private set; }

    /// <summary>Rows of <see cref="LeaveOut"/>.</summary>
    public long RowsLeftOut { get; private set; }

    /// <summary>Per field; all zero for fields that are copied.</summary>
    public IReadOnlyList<ColumnCounts> Counts => _counts;

    /// <summary>Transforms whole rows; <paramref name="rows"/> ends with a row end.</summary>
    /// <exception cref="RowException">A mask can't take a value. Carries row and field number, never the value.</exception>
    /// <exception cref="InvalidDataException">A row has too few or too many fields.</exception>
    public void Transform(ReadOnlySpan<byte> rows, CopyBuffer output)
    {
        if (CopiesAll)
        {
            Rows += rows.Count(CopyText.RowEnd);
            output.Append(rows);
            return;
        }

        var masks = _masks;
        var last = _lastMasked;
        var copied = 0;
        var position = 0;
        while (position < rows.Length)
        {
            if (!_row.IsEmpty) _row.Read(rows[position..]);
            for (var field = 0; field <= last; field++)
            {
                var end = position + rows[position..].IndexOfAny(Ends);
                if (rows[end] == CopyText.RowEnd != (field == masks.Length - 1))
                    throw new InvalidDataException($"row {Rows + RowsLeftOut + 1} has {(field < masks.Length - 1 ? "fewer" : "more")} fields than its {masks.Length} columns");
                if (masks[field] is { } mask)
                {
                    output.Append(rows[copied..position]);
                    Replace(mask, field, rows[position..end], output);
                    copied = end;
                }
                position = end + 1;
            }
            if (last < masks.Length - 1)
                position += rows[position..].IndexOf(CopyText.RowEnd) + 1;
            Rows++;
            _originals?.EndRow();
            _pseudonyms?.EndRow();
            _kept?.EndRow();
        }
        output.Append(rows[copied..]);
    }

    /// <summary>Rows that don't go on: their originals are shown all the same, and nothing is counted or masked.</summary>
    public void LeaveOut(ReadOnlySpan<byte> rows)
    {
        if (_originals is null && _pseudonyms is null || CopiesAll)
        {
            RowsLeftOut += rows.Count(CopyText.RowEnd);
            return;
        }
        while (!rows.IsEmpty)
        {
            var row = rows[..(rows.IndexOf(CopyText.RowEnd) + 1)];
            rows = rows[row.Length..];
            if (!_row.IsEmpty) _row.Read(row);
            for (var field = 0; field <= _lastMasked && !row.IsEmpty; field++)
            {
                var end = row.IndexOfAny(Ends);
                if (_shown[field] && !CopyText.IsNull(row[..end]) && end > 0 && _masks[field]!.Covers(_row)) Show(_masks[field]!, field, Decoded(row[..end]));
                row = row[(end + 1)..];
            }
            RowsLeftOut++;
            _originals?.EndRow();
            _pseudonyms?.EndRow();
        }
    }

    private void Show(Mask mask, int field, ReadOnlySpan<byte> value)
    {
        _originals?.Field(field, value);
        if (_pseudonyms is null) return;
        _result.Clear();
        try
        {
            // What answers for many rows at once is asked for those that stay.
            if (mask is { WritesNull: false, Batch: null, Inside.Count: 0 }) mask.Apply(value, _row, _result);
        }
        catch (MaskException)
        {
            // Who masks the row says what is wrong with it, and where.
            _result.Clear();
        }
        _pseudonyms.Field(field, value, _result.Written);
        _result.Release();
    }

    private void Replace(Mask mask, int field, ReadOnlySpan<byte> raw, CopyBuffer output)
    {
        var counts = _counts[field];
        var isNull = CopyText.IsNull(raw);
        if (!mask.Covers(_row))
        {
            counts.Kept++;
            if (_kept is not null && !isNull && !raw.IsEmpty) _kept.Field(field, Decoded(raw));
            output.Append(raw);
            return;
        }
        if (isNull && !mask.ReplacesNull)
        {
            counts.Nulls++;
            output.Append(raw);
            return;
        }
        if (!mask.ReplacesEmpty && (raw.IsEmpty || mask.TakesBlanksForEmpty && !isNull && !raw.ContainsAnyExcept((byte)' ')))
        {
            output.Append(raw);
            counts.Unchanged++;
            counts.Empty++;
            return;
        }
        var isShown = _shown[field] && !isNull && !raw.IsEmpty;
        var value = isNull ? default : mask.WritesNull && !isShown ? raw : Decoded(raw);
        if (isShown) _originals?.Field(field, value);
        if (mask.WritesNull)
        {
            if (isShown) _pseudonyms?.Field(field, value, default);
            counts.Changed++;
            output.Append("\\N"u8);
            return;
        }

        _result.Clear();
        try
        {
            if (_batches?[field] is { } batch)
            {
                if (!batch.Next(_result))
                {
                    if (isShown) _pseudonyms?.Field(field, value, default);
                    if (isNull) counts.Unchanged++;
                    else counts.Changed++;
                    output.Append("\\N"u8);
                    return;
                }
            }
            else
            {
                mask.Apply(value, _row, _result);
            }
        }
        catch (MaskException exception)
        {
            throw new RowException(Rows + RowsLeftOut + 1, field + 1, exception.Message);
        }

        if (isShown) _pseudonyms?.Field(field, value, mask.Batch is null ? _result.Written : default);
        if (!isNull && _result.Written.SequenceEqual(value)) counts.Unchanged++;
        else counts.Changed++;
        output.AppendEncoded(_result.Written);
        _result.Release();
    }

    private ReadOnlySpan<byte> Decoded(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'\\')) return raw;
        if (_decoded.Length < raw.Length) _decoded = new byte[raw.Length + raw.Length / 4];
        return _decoded.AsSpan(0, CopyText.Decode(raw, _decoded));
    }
}
