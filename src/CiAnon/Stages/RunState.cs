using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Planning.Rows;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Stages.Entries;
using CiAnon.Stages.Prose;
using CiAnon.Tables;
using CiAnon.Verification;

namespace CiAnon.Stages;

/// <summary>What the stages of one run hand on to one another.</summary>
internal sealed record RunState(Policy Policy, Dump Dump, Sandbox Sandbox, SandboxSchema Schema, Catalog Catalog, Plan Plan, IReadOnlyList<TableTask> Tables)
    : RunResult(Policy, Dump, Sandbox, Schema.Database, Catalog, Plan, Tables)
{
    /// <summary>Reads texts of which most stays.</summary>
    public RunProse Prose { get; init; } = new();

    /// <summary>What the user should know of the plan.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];

    /// <summary>Rules that nobody decided on, where they stop a run.</summary>
    public IReadOnlyList<Diagnostic> Undecided { get; init; } = [];

    /// <summary>How many rows of which table stay, where rows are left out.</summary>
    public IReadOnlyList<SelectedRows> Selected { get; set; } = [];

    /// <exception cref="CiAnonException">There are rules that nobody decided on, and they stop a run.</exception>
    public void RequireDecided()
    {
        if (Undecided.Count > 0) throw new CiAnonException(Undecided);
    }
}
