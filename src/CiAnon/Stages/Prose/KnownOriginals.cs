using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Tables;
using CiAnon.Verification.Search;

namespace CiAnon.Stages.Prose;

/// <summary>
/// Originals with their pseudonyms, so that texts of whatever table may name people: most are seen as their tables pass, those of tables
/// that have texts, too, ahead. Until all are known, tables with texts wait.
/// </summary>
internal sealed class KnownOriginals
{
    private readonly RunState _run;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<TableTask, PseudonymTexts> _texts;
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    public KnownOriginals(RunState run, CancellationToken cancellation)
    {
        (_run, _cancellation) = (run, cancellation);
        // In an order that is the same in every run: an original of two columns gets one pseudonym.
        _texts = run.Tables.Where(task => ResultScan.HasOriginals(task) || KnownFields.HasCompanies(task)).OrderBy(task => task.Name, StringComparer.Ordinal).ThenBy(task => task.Entry.DumpId)
            .ToDictionary(task => task, _ => run.Prose.Pseudonyms.AddTable());
        _left = _texts.Keys.Count(IsAwaited);
    }

    public static bool HasTexts(TableTask task) => task.Columns.Any(column => ResultScan.HasInsertions(task.Plan.Find(column)!));

    /// <summary>Whether a table must have passed before a text is written.</summary>
    public bool IsAwaited(TableTask task) => _texts.ContainsKey(task) && !HasTexts(task);

    /// <summary>Whether a table needn't wait any longer.</summary>
    public bool IsReady(TableTask task) => _all.Task.IsCompleted || !HasTexts(task);

    /// <summary>Takes the originals of a table that passes; null where it has none, or they were read ahead.</summary>
    public IPseudonymSink? Open(TableTask task) => IsAwaited(task) ? Sink(task) : null;

    /// <summary>Reads tables that have both originals and texts.</summary>
    /// <exception cref="CiAnonException">A block is damaged.</exception>
    public void ReadAhead(int jobs) => ParallelTables.ForEach([.. _texts.Keys.Where(HasTexts).OrderByDescending(Effort)], jobs, Read, _cancellation);

    /// <param name="pass">Lets a table pass.</param>
    /// <param name="known">What to do when all originals are known, before the first text is written.</param>
    /// <exception cref="Exception">What another table failed with, so that this one can't be written.</exception>
    public void Pass(TableTask task, Action pass, Action known)
    {
        try
        {
            if (HasTexts(task)) _all.Task.WaitAsync(_cancellation).GetAwaiter().GetResult();
            pass();
            if (IsAwaited(task) && Interlocked.Decrement(ref _left) == 0) Tell(known);
        }
        catch (Exception exception)
        {
            // Nobody waits for what never comes.
            _all.TrySetException(exception);
            throw;
        }
    }

    /// <summary>No table is awaited: what <see cref="Pass"/> does behind the last of them.</summary>
    public void TellIfAll(Action known)
    {
        if (_left == 0) Tell(known);
    }

    private void Tell(Action known)
    {
        known();
        _all.SetResult();
    }

    private KnownFields Sink(TableTask task) => new(task, new KnownSink(ResultScan.Kinds(task), _run.Scan.Originals, _run.Prose.Pseudonyms, _texts[task]));

    // Where every column identifies somebody, a byte takes many times as long as where one does.
    private static double Effort(TableTask task) => task.StoredBytes * (double)(1 + task.Masks.Count(mask => mask is not null)) / task.Columns.Count;

    private void Read(TableTask task)
    {
        var transformer = new RowTransformer(task.Masks, pseudonyms: Sink(task));
        try
        {
            using var block = _run.Dump.OpenData(task.Entry);
            var rows = new RowReader(block);
            for (var piece = rows.Next(); !piece.IsEmpty; piece = rows.Next())
            {
                _cancellation.ThrowIfCancellationRequested();
                transformer.LeaveOut(piece);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{task.Entry.FullName} can't be read: {exception.Message}");
        }
    }
}
