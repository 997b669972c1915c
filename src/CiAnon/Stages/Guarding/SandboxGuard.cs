using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using CiAnon.Stages.Entries;
using CiAnon.Verification;
using CiAnon.Verification.Anonymity;

namespace CiAnon.Stages.Guarding;

/// <summary>
/// Lets others into the sandbox between the stages, and holds them to what was declared: nothing that they change goes unnoticed,
/// and nothing is published that was not verified after it.
/// </summary>
internal sealed class SandboxGuard
{
    private readonly RunState _run;
    private readonly SandboxWatch _watch;
    private CheckResult? _rowsAsLoaded;
    private CheckResult? _sequencesAsLoaded;
    private CheckResult? _anonymityAsLoaded;

    /// <exception cref="CiAnonException">What is declared can't be done with this dump or this PostgreSQL.</exception>
    public SandboxGuard(RunState run, SandboxChanges declared)
    {
        (_run, Declared) = (run, declared);
        _watch = new SandboxWatch(run);
        foreach (var task in run.Tables) task.IsRewritten |= declared != SandboxChanges.None;
        if (declared == SandboxChanges.Schema)
        {
            _ = DumpProgram.Find(run.Sandbox.Binaries);
            WholeSchema.RequireWhole(run);
        }
        _watch.Mark();
    }

    public SandboxChanges Declared { get; }

    /// <summary>What others changed, as declared.</summary>
    public SandboxDrift Seen { get; private set; } = SandboxDrift.None;

    /// <summary>When no change has a place: rows are about to be loaded, or the backup was being taken.</summary>
    public void RequireUnchanged(string when)
    {
        if (_watch.Drift() is { IsNone: false } drift) throw Undeclared(drift, when);
    }

    /// <summary>All rows are in: what is true of them as loaded is judged now, as hooks may change it rightly.</summary>
    public void Loaded(int jobs, CancellationToken cancellation)
    {
        _rowsAsLoaded = RowsCheck.Run(_run, jobs, cancellation);
        _sequencesAsLoaded = SequencesCheck.Run(_run);
        if (Declared == SandboxChanges.Schema)
        {
            _anonymityAsLoaded = AnonymityCheck.Run(_run, jobs, cancellation);
            new WholeSchema(_run).Complete(cancellation);
        }
        _watch.Mark();
    }

    /// <summary>Whether something changed since the last mark, in the way that was declared.</summary>
    /// <exception cref="CiAnonException">CIANON4106: in another way.</exception>
    public bool Accept()
    {
        var drift = _watch.Drift();
        if (drift.IsNone) return false;
        if (Declared == SandboxChanges.None) throw Undeclared(drift, "while CiAnonSandboxChanges is none");
        if (Declared == SandboxChanges.Rows && drift.Catalogs.Count > 0) throw Undeclared(drift, "while CiAnonSandboxChanges is rows, not schema");
        if (Declared == SandboxChanges.Rows && WithoutBlock(drift) is { } foreign)
            throw Undeclared(drift, $"and the dump has no block for rows of {foreign.Table}: declare schema");
        Seen = drift;
        return true;
    }

    /// <summary>Verified: from here on, changes are new.</summary>
    public void Verified() => _watch.Mark();

    /// <summary>The rows as loaded, when hooks have changed them since; the tables are counted anew for the artefact.</summary>
    public CheckResult Rows(int jobs, CancellationToken cancellation)
    {
        if (Seen.Catalogs.Count > 0) return AsLoaded(_rowsAsLoaded!);
        var now = RowsCheck.Run(_run, jobs, cancellation);
        return Seen.IsNone ? now : AsLoaded(_rowsAsLoaded!);
    }

    /// <summary>The sequences as loaded, when hooks have changed the schema since.</summary>
    public CheckResult Sequences() => Seen.Catalogs.Count > 0 ? AsLoaded(_sequencesAsLoaded!) : SequencesCheck.Run(_run);

    /// <summary>The groups of rows as loaded, when hooks have changed the schema since.</summary>
    public CheckResult Anonymity(int jobs, CancellationToken cancellation) =>
        Seen.Catalogs.Count > 0 ? AsLoaded(_anonymityAsLoaded!) : AnonymityCheck.Run(_run, jobs, cancellation);

    private TableDrift? WithoutBlock(SandboxDrift drift)
    {
        var blocks = _run.Tables.Select(task => task.Name).ToHashSet();
        return drift.Tables.FirstOrDefault(table => !blocks.Contains(table.Table));
    }

    private CheckResult AsLoaded(CheckResult check) => check with { Note = $"before hooks changed, as declared ({Declared.ToString().ToLowerInvariant()}): {Seen}" };

    private static CiAnonException Undeclared(SandboxDrift drift, string when) =>
        new(DiagnosticCodes.SandboxChanged, $"something changed the sandbox {when}: {drift}");
}
