using CiAnon.Diagnostics;

namespace CiAnon.Cli.Terminal;

/// <summary>What a person sees of a run while it goes on: nothing, plain lines, or a live view.</summary>
internal abstract class ProgressView(Session session) : IRunObserver, IDisposable
{
    /// <summary>The mode that shows diagnostics only.</summary>
    public const string None = "none";

    protected Session Session { get; } = session;

    public virtual bool IsLive => false;

    /// <summary>A summary follows a run that passed.</summary>
    public virtual bool HasSummary => true;

    /// <param name="mode">auto, plain or none.</param>
    public static ProgressView Create(string mode, Session session) => mode switch
    {
        None => new QuietProgress(session),
        "auto" when session.IsTerminal => new LiveProgress(session),
        _ => new PlainProgress(session),
    };

    /// <summary>Shows the view while <paramref name="work"/> runs.</summary>
    public virtual T While<T>(Func<T> work) => work();

    public virtual void StageStarted(RunStage stage)
    {
    }

    public virtual void StageFinished(RunStage stage, TimeSpan elapsed)
    {
    }

    public virtual void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables)
    {
    }

    public virtual void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished)
    {
    }

    public virtual void Activity(RunStage stage, string what)
    {
    }

    public virtual void Notice(Diagnostic diagnostic) => Session.Print(diagnostic);

    public virtual void Dispose()
    {
    }
}
