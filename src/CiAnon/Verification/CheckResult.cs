using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Verification;

/// <summary>The result of one verification. Counts and names of schema objects; never a value.</summary>
/// <param name="Id">coverage, rows, changed, keys, sequences, sql, anonymity, restorable.</param>
/// <param name="Claim">What is true when there are no violations.</param>
/// <param name="Examined">How many objects were looked at: a check that looked at nothing says so.</param>
/// <param name="Findings">Where it doesn't hold.</param>
public sealed record CheckResult(string Id, string Claim, long Examined, IReadOnlyList<Finding> Findings)
{
    public long Violations => Findings.Sum(finding => finding.Violations);

    public bool Passed => Findings.Count == 0;

    /// <summary>Something that holds but that the reader should know; null when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Null for checks without a positive control.</summary>
    public ControlResult? Control { get; init; }

    /// <summary>What was found and is allowed by the policy.</summary>
    public IReadOnlyList<AllowedFinding> Allowed { get; init; } = [];
}

/// <summary>A violation: the schema object, how many, and what is wrong, in words that hold the number.</summary>
public sealed record Finding(string Object, long Violations, string Detail)
{
    /// <summary>The kind of personal data that was found; null for other violations.</summary>
    public PersonalKind? Kind { get; init; }

    /// <summary>Where inside a value: a path in JSON (<c>$.contact.email</c>, array indexes as <c>[*]</c>), or the container (<c>base64</c>).</summary>
    public string? Path { get; init; }

    /// <summary>Where the policy speaks of the object.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>What to do about this very finding; null where <see cref="CheckDefinition.Remedy"/> says it all.</summary>
    public string? Remedy { get; init; }
}

/// <summary>The positive control of a check: samples that were planted, and how many of them it found.</summary>
public sealed record ControlResult(int Planted, int Found);

/// <summary>A finding that the policy allows.</summary>
public sealed record AllowedFinding(Finding Finding, Decision Decision);
