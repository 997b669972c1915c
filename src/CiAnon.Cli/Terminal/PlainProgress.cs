using System.Collections.Concurrent;
using CiAnon.Hosts;

namespace CiAnon.Cli.Terminal;

/// <summary>One line per stage and finished table, no control characters: for pipes and CI logs.</summary>
internal sealed class PlainProgress(Session session) : ProgressView(session)
{
    private readonly ConcurrentDictionary<(RunStage, string), TableWork> _work = new();
    private readonly Lock _line = new();

    public override void StageFinished(RunStage stage, TimeSpan elapsed) => Write(stage, $"finished in {Printable.Seconds(elapsed)}");

    public override void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables)
    {
        foreach (var table in tables) _work[(stage, table.Table)] = table;
        if (stage == RunStage.Anonymize)
            Write(stage, $"{tables.Count} tables, {Printable.Bytes(tables.Sum(table => table.StoredBytes))} stored, {tables.Count(table => table.IsMasked)} with masked columns");
    }

    public override void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished)
    {
        if (!finished || !_work.TryGetValue((stage, table), out var work)) return;
        Write(stage, $"{table}: {Printable.Count(rows)} rows, {Printable.Bytes(bytes)}{(stage == RunStage.Anonymize ? $", {Outcome(work)}" : "")}");
    }

    private static string Outcome(TableWork work) => work.IsDropped ? "dropped" : work.IsMasked ? "masked" : "copied";

    private void Write(RunStage stage, string text)
    {
        lock (_line) Session.Error.WriteLine(Printable.Line($"{stage.ToString().ToLowerInvariant(),-10} {text}"));
    }
}
