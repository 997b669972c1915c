using CiAnon.Stages;

namespace CiAnon.Verification;

/// <summary>
/// Primary, unique, exclusion and foreign keys and checks hold: each was created over the anonymized rows. One that is NOT VALID or NOT
/// ENFORCED is created without a look at them, and proves nothing.
/// </summary>
internal static class KeysCheck
{
    public static CheckResult Run(RunState run)
    {
        var unproven = UnprovenConstraints.Read(run);
        return CheckDefinition.Keys.Result(Math.Max(0, run.PostDataEntries - unproven.Count),
            [.. run.KeyViolations.Select(violation => new Finding(violation.Entry, 1, violation.Description))]) with
        {
            Note = Note(unproven),
        };
    }

    /// <summary>Null where everything is proven.</summary>
    internal static string? Note(IReadOnlyList<UnprovenConstraint> unproven)
    {
        string[] parts =
        [
            .. Part("not enforced", unproven.Where(constraint => !constraint.IsEnforced)),
            .. Part("not validated", unproven.Where(constraint => constraint.IsEnforced)),
        ];
        return parts.Length == 0 ? null : $"not proven, as in the original dump: {string.Join("; ", parts)}";
    }

    private static IEnumerable<string> Part(string why, IEnumerable<UnprovenConstraint> constraints)
    {
        var names = constraints.Select(constraint => constraint.Name).ToList();
        if (names.Count > 0) yield return $"{names.Count} {why} ({string.Join(", ", names)})";
    }
}
