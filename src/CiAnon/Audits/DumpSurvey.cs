using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Discovery;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Tables;

namespace CiAnon.Audits;

/// <summary>What a dump's columns hold: every block is streamed once, as far as a sample needs it. No server, bounded memory.</summary>
public sealed class DumpSurvey
{
    /// <summary>Rows of a block that are looked at; the rest is left unread.</summary>
    public const long RowsPerBlock = 100_000;

    private const long BytesPerBlock = 256L << 20;

    private readonly Dictionary<uint, TableSampler> _samples;
    private readonly Catalog _catalog;

    private DumpSurvey(Catalog catalog, Dictionary<uint, TableSampler> samples)
    {
        _catalog = catalog;
        _samples = samples;
    }

    /// <exception cref="CiAnonException">A block can't be read.</exception>
    /// <param name="wanted">Which tables to look at; null for all. Partitions count as the table that they belong to.</param>
    public static DumpSurvey Run(Dump dump, Catalog catalog, CancellationToken cancellation, Func<Table, bool>? wanted = null)
    {
        // Partitions of a tree are one table to a policy: one thread samples them all.
        var groups = dump.Toc.Where(entry => entry.IsTableData)
            .Where(entry => wanted is null || (TableTasks.FindTable(entry, catalog) is { } table && wanted(catalog.Root(table))))
            .GroupBy(entry => catalog.Root(TableTasks.TableOf(entry, catalog)))
            .Select(group => (Table: group.Key, Blocks: group.ToList(), Bytes: group.Sum(dump.StoredBytes), Sampler: new TableSampler()))
            .OrderByDescending(group => group.Bytes).ToList();
        ParallelTables.ForEach(groups, Environment.ProcessorCount, group =>
        {
            foreach (var block in group.Blocks) Sample(dump, block, group.Sampler, cancellation);
        }, cancellation);
        return new DumpSurvey(catalog, groups.ToDictionary(group => group.Table.Oid, group => group.Sampler));
    }

    /// <summary>Tables that rows were seen of.</summary>
    public int Tables => _samples.Values.Count(sampler => sampler.Rows > 0);

    public long Rows => _samples.Values.Sum(sampler => sampler.Rows);

    /// <summary>Null when the dump has no rows for the table.</summary>
    public ColumnSample? Find(Table table, string column) => _samples.GetValueOrDefault(_catalog.Root(table).Oid)?.Find(column);

    /// <summary>What name, type and values of a column say together.</summary>
    public ColumnVerdict Verdict(Table table, Column column) => ColumnScorer.Score(table, column, Find(table, column.Name));

    private static void Sample(Dump dump, TocEntry block, TableSampler sampler, CancellationToken cancellation)
    {
        var columns = CopyStatement.Parse(block)!.Columns;
        if (columns.Count == 0) return;
        sampler.Expect(columns);
        var until = sampler.Rows + RowsPerBlock;
        var walker = new FieldWalker([.. columns.Select(_ => true)], sampler);
        try
        {
            using var rows = dump.OpenData(block);
            var reader = new RowReader(rows);
            for (var piece = reader.Next(); !piece.IsEmpty && sampler.Rows < until && reader.Total < BytesPerBlock; piece = reader.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                walker.Walk(piece);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{block.FullName} can't be read: {exception.Message}");
        }
    }
}
