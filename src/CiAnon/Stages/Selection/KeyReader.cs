using System.Text;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Keys;

namespace CiAnon.Stages.Selection;

/// <summary>Reads keys of a block's rows, and asks conditions about them. Nothing else of a row is looked at.</summary>
internal sealed class KeyReader(RunState run, SipHash hash)
{
    public void Read(SelectedBlock block, CancellationToken cancellation)
    {
        var filters = new List<SqlFilter>();
        try
        {
            foreach (var condition in block.Conditions) filters.Add(new SqlFilter(condition, run.Connect(), run.Encoding));
            block.Found = Read(block, filters, cancellation);
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{block.Task.Entry.FullName} can't be read: {exception.Message}");
        }
        finally
        {
            filters.ForEach(filter => filter.Dispose());
        }
    }

    private BlockKeys Read(SelectedBlock block, List<SqlFilter> filters, CancellationToken cancellation)
    {
        using var contents = run.Dump.OpenData(block.Task.Entry);
        var reader = new RowReader(contents);
        var keys = block.Keys.ToArray();
        var cases = keys.Select(key => key.Case is { } rows ? Encoding.UTF8.GetBytes(rows.Value) : null).ToArray();
        var hashes = keys.Select(_ => new LongList()).ToArray();
        if (keys.Length == 0 && filters.Count == 0) return new BlockKeys(Count(reader, cancellation), reader.Total, [], []);

        var last = keys.SelectMany(key => key.Case is { } rows ? key.Fields.Append(rows.Field) : key.Fields).Concat(block.Conditions.SelectMany(condition => condition.Fields)).DefaultIfEmpty(-1).Max();
        var view = new RowView(block.Task.Columns.Count, last);
        var hasher = new KeyHasher(hash);
        var number = 0;
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            while (!rows.IsEmpty)
            {
                var end = rows.IndexOf(CopyText.RowEnd);
                var row = rows[..end];
                view.Read(row, number);
                for (var key = 0; key < keys.Length; key++) hashes[key].Add(hasher.Hash(keys[key], cases[key], row, view));
                foreach (var filter in filters) filter.Add(number, row, view);
                number = checked(number + 1);
                rows = rows[(end + 1)..];
            }
        }
        filters.ForEach(filter => filter.Complete());
        return new BlockKeys(number, reader.Total, hashes, [.. filters.Select(filter => filter.Passed)]);
    }

    private static int Count(RowReader reader, CancellationToken cancellation)
    {
        var count = 0;
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            count = checked(count + rows.Count(CopyText.RowEnd));
        }
        return count;
    }
}
