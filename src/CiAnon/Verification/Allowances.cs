using System.IO.Enumeration;
using CiAnon.Diagnostics;
using CiAnon.Policies;

namespace CiAnon.Verification;

/// <summary>Takes out of the findings what <c>verify: allow:</c> allows.</summary>
internal static class Allowances
{
    public static (List<Finding> Findings, IReadOnlyList<AllowedFinding> Allowed) Apply(Policy policy, string check, IEnumerable<Finding> found)
    {
        List<Finding> findings = [];
        List<AllowedFinding> allowed = [];
        foreach (var finding in found)
        {
            if (On(policy, check, finding) is { } decision) allowed.Add(new AllowedFinding(finding, decision));
            else findings.Add(finding);
        }
        return (findings, allowed);
    }

    /// <summary>The decision that allows a finding, or null. Expired ones don't get past the reading of the policy.</summary>
    public static Decision? On(Policy policy, string check, Finding finding) =>
        policy.Allowed.FirstOrDefault(allowance => Covers(allowance, check, finding))?.Decision;

    /// <summary>Entries of <c>verify: allow:</c> that allowed nothing, and may hide something one day.</summary>
    public static IEnumerable<Allowance> Unused(Policy policy, IEnumerable<CheckResult> checks)
    {
        var used = checks.SelectMany(check => check.Allowed).Select(allowed => allowed.Decision).ToHashSet();
        return policy.Allowed.Where(allowance => !used.Contains(allowance.Decision));
    }

    public static Diagnostic AllowsNothing(Allowance allowance) =>
        new(DiagnosticCodes.AllowanceUnused, $"verify: allow: '{allowance.Object}' allows nothing that was found", allowance.Decision.Position);

    private static bool Covers(Allowance allowance, string check, Finding finding) =>
        (allowance.Check ?? check) == check && (allowance.Kind is null || allowance.Kind == finding.Kind)
        && (Matches(allowance.Object, finding.Object) || Matches("public." + allowance.Object, finding.Object));

    // Names may hold what a glob would escape: only * and ? are special.
    private static bool Matches(string glob, string name) => FileSystemName.MatchesSimpleExpression(glob.Replace("\\", "\\\\", StringComparison.Ordinal), name, ignoreCase: false);
}
