using System.Collections.Concurrent;
using CiAnon.Hosts;
using CiAnon.Reporting;

namespace CiAnon.Cli.Terminal;

/// <summary>One line per stage and finished table, for pipes and CI logs: no control characters but those of the host's own groups.</summary>
internal sealed class PlainProgress(Session session) : ProgressView(session)
{
    // Where the bar stands when a stage begins, by experience; the last is its end.
    private static readonly int[] Percent = [0, 5, 60, 95, 100];

    private readonly ConcurrentDictionary<(RunStage, string), TableWork> _work = new();
    private readonly Lock _line = new();
    private RunStage? _open;
    private long _stored;
    private long _done;

    public override void StageStarted(RunStage stage)
    {
        lock (_line)
        {
            (_open, _stored, _done) = (stage, 0, 0);
            Tell(Session.Host.OpenGroup(Word(stage), DateTimeOffset.UtcNow));
            Tell(Session.Host.Progress(Percent[(int)stage], Word(stage)));
        }
    }

    public override void StageFinished(RunStage stage, TimeSpan elapsed)
    {
        lock (_line)
        {
            Write(stage, $"finished in {Printable.Seconds(elapsed)}");
            CloseGroup();
        }
    }

    public override void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables)
    {
        foreach (var table in tables) _work[(stage, table.Table)] = table;
        lock (_line)
        {
            _stored = tables.Sum(table => table.StoredBytes);
            if (stage == RunStage.Anonymize)
                Write(stage, $"{ReportWords.Count(tables.Count, "table")}, {Printable.Bytes(_stored)} stored, {tables.Count(table => table.IsMasked)} with masked columns");
        }
    }

    public override void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished)
    {
        if (!finished || !_work.TryGetValue((stage, table), out var work)) return;
        lock (_line)
        {
            Write(stage, work.IsCopied && stage == RunStage.Anonymize ? $"{table}: {Printable.Bytes(work.StoredBytes)} as stored, copied"
                : $"{table}: {Printable.Count(rows)} rows, {Printable.Bytes(bytes)}{(stage == RunStage.Anonymize ? $", {Outcome(work)}" : "")}");
            _done += work.StoredBytes;
            Tell(Session.Host.Progress(Reached(stage), $"{Word(stage)} {table}"));
        }
    }

    /// <summary>A stage that failed left its group open, which would hide what is said next.</summary>
    public override void Dispose()
    {
        lock (_line) CloseGroup();
        base.Dispose();
    }

    private static string Outcome(TableWork work) => work.IsDropped ? "dropped" : work.IsMasked ? "masked" : "copied";

    private static string Word(RunStage stage) => stage.ToString().ToLowerInvariant();

    private int Reached(RunStage stage)
    {
        var (from, to) = (Percent[(int)stage], Percent[(int)stage + 1]);
        return _stored > 0 ? from + (int)((to - from) * Math.Min(1, (double)_done / _stored)) : from;
    }

    private void CloseGroup()
    {
        if (_open is { } stage) Tell(Session.Host.CloseGroup(Word(stage), DateTimeOffset.UtcNow));
        _open = null;
    }

    private void Tell(string? line)
    {
        if (line is not null) Session.Error.WriteLine(line);
    }

    private void Write(RunStage stage, string text) => Session.Error.WriteLine(Printable.Line($"{Word(stage),-10} {text}"));
}
