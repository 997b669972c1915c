using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Reporting;
using CiAnon.Tables;

namespace CiAnon.Audits;

/// <summary>How many rows the dump has of each table that a baseline knows.</summary>
internal static class RowCounts
{
    public static IReadOnlyDictionary<string, long> Of(Dump dump, ComplianceReport baseline, CancellationToken cancellation)
    {
        var known = baseline.Tables.Select(table => $"{table.Schema}.{table.Name}").ToHashSet();
        var rows = new Dictionary<string, long>();
        foreach (var entry in dump.Toc.Where(entry => entry.IsTableData))
        {
            var copy = CopyStatement.Parse(entry);
            var name = $"{entry.Namespace ?? copy?.Schema}.{entry.Tag}";
            if (known.Contains(name)) rows[name] = rows.GetValueOrDefault(name) + Count(dump, entry, cancellation);
        }
        return rows;
    }

    // Line ends inside values are escaped: every line is a row, but for those of the end mark.
    private static long Count(Dump dump, TocEntry entry, CancellationToken cancellation)
    {
        using var stream = dump.OpenData(entry);
        var buffer = new byte[1 << 17];
        var lines = 0L;
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            lines += buffer.AsSpan(0, count).Count((byte)'\n');
        }
        return lines - Dump.RowsEnd.Count((byte)'\n');
    }
}
