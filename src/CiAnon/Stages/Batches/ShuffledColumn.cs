using System.Buffers.Binary;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Keys;
using CiAnon.Strategies;
using CiAnon.Strategies.Sets;

namespace CiAnon.Stages.Batches;

/// <summary>All values of a column that is shuffled: asked once for the whole block, before the rows are transformed.</summary>
internal sealed class ShuffledColumn(BatchColumn column, ShuffleMask mask, string folder) : IBatch
{
    private readonly ValueStore _values = new(folder);
    private readonly Dictionary<UInt128, int> _groups = [];
    private readonly List<int> _groupOf = [];
    private int[]? _sources;
    private byte[] _key = new byte[256];
    private int _next;

    public void Ask(long row, Row values)
    {
        if (_sources is not null) return;
        if (_values.Count == Array.MaxLength) throw column.Refuses(DiagnosticCodes.RowCannotBeMasked, "has more values than can be shuffled");
        if (values.IsNull(column.Field)) _values.AddNull();
        else _values.Add(values[column.Field]);
        if (mask.Columns.Count > 0) _groupOf.Add(GroupOf(values));
    }

    public void Answer()
    {
        // Whose value a row gets is known when all rows were seen.
    }

    /// <summary>All rows were asked: decides whose value each of them gets.</summary>
    /// <exception cref="CiAnonException">A row is alone in its group, and its value would stay.</exception>
    public void Seal()
    {
        var groups = mask.Columns.Count > 0 ? _groupOf.ToArray() : new int[_values.Count];
        _groupOf.Clear();
        _groups.Clear();
        _sources = KeyedCycles.Sources(Hash(), groups, groups.Length == 0 ? 0 : groups.Max() + 1);
        var alone = _sources.Count(source => source == KeyedCycles.Alone);
        if (alone == 0 || mask.NullsAlone) return;
        throw column.Refuses(DiagnosticCodes.RowCannotBeMasked, mask.Columns.Count == 0
            ? "has one value only, which shuffling would leave where it is: take another strategy, or write 'alone: null'"
            : $"{Plural.Of(alone, "row")} {(alone == 1 ? "is" : "are")} alone with {(alone == 1 ? "its" : "their")} {string.Join(", ", mask.Columns)}, and shuffling would leave the value where it is: "
                + "name fewer or coarser columns under 'within', or write 'alone: null'");
    }

    public bool Next(MaskOutput output)
    {
        var source = _sources![_next++];
        return source != KeyedCycles.Alone && _values.Read(source, output);
    }

    public void Dispose() => _values.Dispose();

    // Columns without a label move on their own, and those of two tables too.
    private SipHash Hash()
    {
        Span<byte> key = stackalloc byte[16];
        var label = mask.Label is { } with ? $"{column.Table}\nwith\n{with}" : $"{column.Table}\ncolumn\n{column.Name}";
        BinaryPrimitives.WriteUInt128LittleEndian(key, mask.Hash.Hash(System.Text.Encoding.UTF8.GetBytes(label)));
        return new SipHash(key);
    }

    private int GroupOf(Row row)
    {
        var length = 0;
        foreach (var field in mask.Reads)
        {
            var value = row[field];
            if (_key.Length < length + sizeof(int) + value.Length) Array.Resize(ref _key, (length + sizeof(int) + value.Length) * 2);
            // Lengths keep (a, bc) and (ab, c) apart, and NULL from the empty string.
            BinaryPrimitives.WriteInt32LittleEndian(_key.AsSpan(length), row.IsNull(field) ? -1 : value.Length);
            value.CopyTo(_key.AsSpan(length + sizeof(int)));
            length += sizeof(int) + value.Length;
        }
        var hash = mask.Hash.Hash(_key.AsSpan(0, length));
        if (!_groups.TryGetValue(hash, out var group)) _groups.Add(hash, group = _groups.Count);
        return group;
    }
}
