using System.Diagnostics;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CiAnon.Cli.Terminal;

/// <summary>A live view on a terminal: the four stages, and per table rows, MB/s and the time left.</summary>
internal sealed class LiveProgress(Session session) : ProgressView(session)
{
    private const int RefreshMilliseconds = 100;
    private const int BarWidth = 24;
    private const int MostTables = 12;
    private const int MostNameWidth = 28;
    private const int WidthOfTimes = 76;
    private const int WidthOfTables = 96;
    private const int NarrowBarWidth = 10;
    private const int NarrowNameWidth = 17;
    private const double UsualGrowth = 3.2;

    private readonly Lock _gate = new();
    private readonly Dictionary<RunStage, TimeSpan> _finished = [];
    private readonly Dictionary<string, TableState> _tables = [];
    private readonly List<Diagnostic> _notices = [];
    private readonly Stopwatch _clock = new();
    private RunStage? _stage;
    private string _activity = "";

    public override bool IsLive => true;

    public override T While<T>(Func<T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Session.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = Session.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        var running = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        console.Live(Render(console.Profile.Width)).AutoClear(true).Start(context =>
        {
            // Waiting for the task itself would throw here what the caller must get unwrapped.
            while (!((IAsyncResult)running).AsyncWaitHandle.WaitOne(RefreshMilliseconds)) context.UpdateTarget(Render(console.Profile.Width));
        });
        foreach (var notice in _notices) Session.Print(notice);
        return running.GetAwaiter().GetResult();
    }

    public override void StageStarted(RunStage stage)
    {
        lock (_gate)
        {
            _stage = stage;
            _activity = "";
            _tables.Clear();
            _clock.Restart();
        }
    }

    public override void StageFinished(RunStage stage, TimeSpan elapsed)
    {
        lock (_gate) _finished[stage] = elapsed;
    }

    public override void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables)
    {
        lock (_gate)
        {
            foreach (var table in tables) _tables[table.Table] = new TableState(table);
        }
    }

    public override void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished)
    {
        lock (_gate)
        {
            if (_tables.TryGetValue(table, out var state)) state.Update(rows, bytes, finished);
        }
    }

    public override void Activity(RunStage stage, string what)
    {
        lock (_gate) _activity = what;
    }

    // Printed when the view is gone: a line in between would tear it.
    public override void Notice(Diagnostic diagnostic)
    {
        lock (_gate) _notices.Add(diagnostic);
    }

    /// <summary>What stands on the terminal right now.</summary>
    internal Rows Render(int width)
    {
        lock (_gate)
        {
            var lines = new List<IRenderable> { Stages(isNarrow: width < WidthOfTimes) };
            if (_tables.Count > 0) lines.Add(Tables(isNarrow: width < WidthOfTables));
            // Always, even when empty: a view of one line would go back by "0 lines", which terminals take for 1.
            lines.Add(new Text(_activity.Length > 0 ? Printable.Line(_activity) : " ", new Style(decoration: Decoration.Dim)).Overflow(Overflow.Ellipsis));
            return new Rows(lines);
        }
    }

    private Markup Stages(bool isNarrow)
    {
        var parts = Enum.GetValues<RunStage>().Select(stage =>
        {
            var name = stage.ToString().ToLowerInvariant();
            if (_finished.TryGetValue(stage, out var time)) return $"[green]✓ {name}[/]{(isNarrow ? "" : $" [dim]{Printable.Seconds(time)}[/]")}";
            return stage == _stage ? $"[bold]▸ {name}[/] [dim]{Printable.Seconds(_clock.Elapsed)}[/]" : $"[dim]· {name}[/]";
        });
        return new Markup(string.Join("   ", parts));
    }

    private Table Tables(bool isNarrow)
    {
        var (bar, name) = isNarrow ? (NarrowBarWidth, NarrowNameWidth) : (BarWidth, MostNameWidth);
        var growth = Growth();
        var total = _tables.Values.Sum(state => (double)state.Work.StoredBytes);
        var done = _tables.Values.Sum(state => state.Work.StoredBytes * state.Fraction(growth));
        var table = new Table().NoBorder().AddColumns("[dim]table[/]", "", "[dim]rows[/]", "[dim]MB/s[/]", "[dim]left[/]");
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        table.Columns[4].RightAligned();
        var shown = _tables.Values.Where(state => state.Started && !state.Finished)
            .Concat(_tables.Values.Where(state => state.Finished).OrderByDescending(state => state.Work.StoredBytes)).Take(MostTables);
        foreach (var state in shown) table.AddRow(Row(state, growth, bar, name));

        var finished = _tables.Values.Count(state => state.Finished);
        var speed = _clock.Elapsed.TotalSeconds > 0.2 ? done / _clock.Elapsed.TotalSeconds : 0;
        table.AddRow(
            new Markup($"[bold]{finished} of {_tables.Count} tables[/]"),
            Bar(total > 0 ? done / total : 1, bar),
            new Text(Printable.Count(_tables.Values.Sum(state => state.Rows))),
            new Text(finished < _tables.Count ? Speed(_tables.Values.Sum(state => state.Bytes) / Math.Max(0.2, _clock.Elapsed.TotalSeconds)) : ""),
            new Text(speed > 0 && finished < _tables.Count ? Left((total - done) / speed) : ""));
        return table;
    }

    private static IRenderable[] Row(TableState state, double growth, int bar, int name)
    {
        var fraction = state.Fraction(growth);
        var left = !state.Finished && state.BytesPerSecond > 0 && fraction > 0.02 ? Left((state.Bytes / fraction - state.Bytes) / state.BytesPerSecond) : "";
        return
        [
            new Text(Printable.Cut(Printable.Line(state.Work.Table), name)),
            Bar(fraction, bar),
            new Text(Printable.Count(state.Rows)),
            new Text(Speed(state.BytesPerSecond)),
            new Text(left),
        ];
    }

    private double Growth()
    {
        var known = _tables.Values.Where(state => state is { Finished: true, Work.StoredBytes: > 0 }).ToList();
        var stored = known.Sum(state => state.Work.StoredBytes);
        if (_tables.Values.Any(state => state.Work.IsStoredAsIs)) return 1;
        return stored > 0 ? Math.Max(1, known.Sum(state => state.Bytes) / (double)stored) : UsualGrowth;
    }

    private static Markup Bar(double fraction, int width)
    {
        var full = (int)Math.Round(Math.Clamp(fraction, 0, 1) * width);
        return new Markup($"[green]{new string('━', full)}[/][dim]{new string('─', width - full)}[/]");
    }

    // Too short to measure: no speed is better than a wrong one.
    private static string Speed(double bytesPerSecond) => bytesPerSecond switch
    {
        < 1e5 => "",
        < 1e7 => $"{bytesPerSecond / 1e6:0.0}",
        _ => $"{bytesPerSecond / 1e6:0}",
    };

    // Below a second nobody waits, and an estimate that has run out says nothing: "0 s" would stand there until it isn't true.
    internal static string Left(double seconds) => seconds switch
    {
        < 1 => "",
        < 99.5 => $"{seconds:0} s",
        _ => $"{seconds / 60:0} min",
    };
}
