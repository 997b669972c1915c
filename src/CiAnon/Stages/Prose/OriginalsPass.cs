using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Tables;
using CiAnon.Verification.Search;

namespace CiAnon.Stages.Prose;

/// <summary>Reads the columns that identify people before any row is loaded, so that texts of whatever table may name them by their pseudonyms.</summary>
internal sealed class OriginalsPass(RunState run, CancellationToken cancellation)
{
    public void Run(int jobs)
    {
        // In an order that is the same in every run: an original of two columns gets one pseudonym.
        var tables = run.Tables.Where(task => ResultScan.HasOriginals(task) || KnownRows.HasCompanies(task)).OrderBy(task => task.Name, StringComparer.Ordinal).ThenBy(task => task.Entry.DumpId)
            .Select(task => (Task: task, Texts: run.Prose.Pseudonyms.AddTable())).OrderByDescending(table => Work(table.Task)).ToList();
        ParallelTables.ForEach(tables, jobs, table => Read(table.Task, table.Texts), cancellation);
    }

    // Where every column identifies somebody, a byte takes many times as long as where one does.
    private static double Work(TableTask task) => task.StoredBytes * (double)(1 + task.Masks.Count(mask => mask is not null)) / task.Columns.Count;

    private void Read(TableTask task, PseudonymTexts texts)
    {
        var reader = new KnownRows(task, new KnownSink(ResultScan.Kinds(task), run.Scan.Originals, run.Prose.Pseudonyms, texts));
        try
        {
            using var block = run.Dump.OpenData(task.Entry);
            var rows = new RowReader(block);
            for (var piece = rows.Next(); !piece.IsEmpty; piece = rows.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                reader.Read(piece);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{task.Entry.FullName} can't be read: {exception.Message}");
        }
    }
}
