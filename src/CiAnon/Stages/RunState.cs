using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Planning.Rows;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Stages.Prose;
using CiAnon.Verification;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>What the stages of one run hand on to one another.</summary>
internal sealed record RunState(Policy Policy, Dump Dump, Sandbox Sandbox, SandboxSchema Schema, Catalog Catalog, Plan Plan, IReadOnlyList<TableTask> Tables)
{
    /// <summary>The dump's encoding, in which rows travel.</summary>
    public string Encoding { get; } = DumpEncoding.ServerEncoding(Dump);

    /// <summary>To the database that holds the anonymized rows.</summary>
    public NpgsqlConnection Connect() => Sandbox.Connect(Schema.Database);

    /// <summary>Sees what is masked and what will be published.</summary>
    public ResultScan Scan { get; } = new(Plan);

    /// <summary>Reads texts of which most stays.</summary>
    public RunProse Prose { get; init; } = new();

    /// <summary>The dump was made before and is judged; nothing is made.</summary>
    public bool IsJudging { get; init; }

    /// <summary>What the dump is judged against; null without one, and where a dump is made.</summary>
    public Original? Original { get; init; }

    /// <summary>What the user should know of the plan.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];

    /// <summary>Rules that nobody decided on, where they stop a run.</summary>
    public IReadOnlyList<Diagnostic> Undecided { get; init; } = [];

    /// <summary>How many rows of which table stay, where rows are left out.</summary>
    public IReadOnlyList<SelectedRows> Selected { get; set; } = [];

    public IReadOnlyList<KeyViolation> KeyViolations { get; set; } = [];

    /// <summary>Values of sequences that hooks moved, by the dump id of the SEQUENCE SET entry.</summary>
    public IReadOnlyDictionary<int, SequenceValue> MovedSequences { get; set; } = new Dictionary<int, SequenceValue>();

    /// <summary>What the check <c>anonymity</c> measured.</summary>
    public IReadOnlyList<AnonymityMeasure> Anonymity { get; set; } = [];

    /// <summary>What is counted for it while the artefact is read.</summary>
    public IReadOnlyList<GroupCounter> Groups { get; set; } = [];

    public IReadOnlyList<CheckResult> Checks { get; set; } = [];

    /// <exception cref="CiAnonException">There are rules that nobody decided on, and they stop a run.</exception>
    public void RequireDecided()
    {
        if (Undecided.Count > 0) throw new CiAnonException(Undecided);
    }

    /// <exception cref="CiAnonException">CIANON5nnn: a check failed.</exception>
    public void StopOnViolations()
    {
        var failed = Checks.Where(check => !check.Passed).ToList();
        if (failed.Count > 0) throw new CiAnonException(FailedChecks.Describe(failed, "; nothing was published"));
    }
}
