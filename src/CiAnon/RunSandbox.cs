using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using CiAnon.Stages.Entries;
using CiAnon.Tables;

namespace CiAnon;

/// <summary>The sandbox of a run, from its plan to its end; killed when the run is cancelled.</summary>
internal sealed class RunSandbox(AnonymizeOptions options, RunOutput output, RunKey key, IRunObserver observer, CancellationToken cancellation)
{
    private CancellationTokenRegistration _kill;
    private Sandbox? _sandbox;

    /// <summary>
    /// Starts it and makes the plan in it. How much room is needed says the plan, which needs a sandbox: where it doesn't have that room,
    /// another one starts elsewhere.
    /// </summary>
    public RunState Plan(Policy policy, Dump dump, IReadOnlyList<RedactedEntry> redacted, SchemaSource schema)
    {
        var everything = Preparation.SandboxFor(dump, options.PostgresBin, options.WorkDirectory, options.Environment, options.Jobs, options.LentSandbox);
        if (options.SandboxChanges is not null) everything = everything with { KeepsSessions = false };
        // What is encrypted, or never published, lies there too.
        var artefact = output.Encryption is not null || output.Paths is null ? dump.ContentBytes : 0;
        var planned = PlanIn(everything with { ExpectedBytes = artefact }, policy, dump, redacted, schema);
        var needed = Preparation.LoadedBytes(planned) + artefact;
        if (planned.Sandbox.HasRoomFor(needed)) return planned;
        End();
        return PlanIn(everything with { ExpectedBytes = needed }, policy, dump, redacted, schema);
    }

    /// <summary>What of it can't be removed is a warning.</summary>
    public void End()
    {
        _kill.Dispose();
        _sandbox?.Dispose();
        if (_sandbox?.CleanUpFailure is { } failure) observer.Notice(failure);
        _sandbox = null;
    }

    private RunState PlanIn(SandboxOptions room, Policy policy, Dump dump, IReadOnlyList<RedactedEntry> redacted, SchemaSource schema)
    {
        observer.Activity(RunStage.Restore, options.LentSandbox is null ? "starting a PostgreSQL of its own" : "looking at the lent server");
        var sandbox = _sandbox = Sandbox.Start(room, cancellation);
        _kill = cancellation.Register(sandbox.Kill);
        return Preparation.Plan(policy, dump, sandbox, key, observer, options.Environment, redacted, (catalog, plan) => TableTasks.Make(dump, catalog, plan),
            options.SandboxChanges is null ? null : "others may look at it between the stages", cancellation, schema);
    }
}
