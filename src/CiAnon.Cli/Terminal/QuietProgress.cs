namespace CiAnon.Cli.Terminal;

/// <summary>Diagnostics only.</summary>
internal sealed class QuietProgress(Session session) : ProgressView(session)
{
    public override bool HasSummary => false;
}
