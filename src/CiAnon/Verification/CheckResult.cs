namespace CiAnon.Verification;

/// <summary>The result of one verification. Counts and names of schema objects; never a value.</summary>
/// <param name="Id">coverage, rows, changed, keys, sequences, sql, restorable.</param>
/// <param name="Claim">What is true when there are no violations.</param>
/// <param name="Examined">How many objects were looked at: a check that looked at nothing says so.</param>
/// <param name="Findings">Where it doesn't hold.</param>
public sealed record CheckResult(string Id, string Claim, long Examined, IReadOnlyList<Finding> Findings)
{
    public long Violations => Findings.Sum(finding => finding.Violations);

    public bool Passed => Findings.Count == 0;

    /// <summary>Something that holds but that the reader should know; null when there is nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A violation: the schema object, how many, and what is wrong.</summary>
public sealed record Finding(string Object, long Violations, string Detail);
