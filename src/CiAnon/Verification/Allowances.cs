using System.IO.Enumeration;
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
            if (policy.Allowed.FirstOrDefault(allowance => Covers(allowance, check, finding)) is { } allowance) allowed.Add(new AllowedFinding(finding, allowance.Decision));
            else findings.Add(finding);
        }
        return (findings, allowed);
    }

    private static bool Covers(Allowance allowance, string check, Finding finding) =>
        (allowance.Check ?? check) == check && (allowance.Kind is null || allowance.Kind == finding.Kind)
        && (Matches(allowance.Object, finding.Object) || Matches("public." + allowance.Object, finding.Object));

    // Names may hold what a glob would escape: only * and ? are special.
    private static bool Matches(string glob, string name) => FileSystemName.MatchesSimpleExpression(glob.Replace("\\", "\\\\", StringComparison.Ordinal), name, ignoreCase: false);
}
