using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Tables;
using CiAnon.Verification.Anonymity;
using CiAnon.Verification.Search;
using Npgsql;

namespace CiAnon.Verification;

/// <summary>What a run has made, as those see it who judge it, and what they find.</summary>
/// <param name="Database">Of the sandbox: it holds the anonymized rows.</param>
internal abstract record RunResult(Policy Policy, Dump Dump, Sandbox Sandbox, string Database, Catalog Catalog, Plan Plan, IReadOnlyList<TableTask> Tables)
{
    /// <summary>The dump's encoding, in which rows travel.</summary>
    public string Encoding { get; } = DumpEncoding.ServerEncoding(Dump);

    /// <summary>To the database that holds the anonymized rows.</summary>
    public NpgsqlConnection Connect() => Sandbox.Connect(Database);

    /// <summary>Sees what is masked and what will be published.</summary>
    public ResultScan Scan { get; init; } = new(Plan);

    /// <summary>The dump was made before and is judged; nothing is made.</summary>
    public bool IsJudging { get; init; }

    /// <summary>What the dump is judged against; null without one, and where a dump is made.</summary>
    public Original? Original { get; init; }

    public IReadOnlyList<KeyViolation> KeyViolations { get; set; } = [];

    /// <summary>Values of sequences that hooks moved, by the dump id of the SEQUENCE SET entry.</summary>
    public IReadOnlyDictionary<int, SequenceValue> MovedSequences { get; set; } = new Dictionary<int, SequenceValue>();

    /// <summary>What the check <c>anonymity</c> measured.</summary>
    public IReadOnlyList<AnonymityMeasure> Anonymity { get; set; } = [];

    /// <summary>What is counted for it while the artefact is read.</summary>
    public IReadOnlyList<GroupCounter> Groups { get; set; } = [];

    public IReadOnlyList<CheckResult> Checks { get; set; } = [];

    /// <exception cref="CiAnonException">CIANON5nnn: a check failed.</exception>
    public void StopOnViolations()
    {
        var failed = Checks.Where(check => !check.Passed).ToList();
        if (failed.Count > 0) throw new CiAnonException(FailedChecks.Describe(failed, "; nothing was published"));
    }
}
