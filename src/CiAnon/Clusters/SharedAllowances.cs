using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Verification;

namespace CiAnon.Clusters;

/// <summary>What <c>verify: allow:</c> says of all databases must allow something in one of them.</summary>
internal sealed class SharedAllowances
{
    private readonly Dictionary<SourcePosition, Allowance> _known = [];
    private readonly HashSet<SourcePosition> _used = [];

    /// <summary>One of the databases was judged.</summary>
    /// <param name="unused">What allowed nothing there.</param>
    public void Add(Policy policy, IReadOnlyList<Allowance> unused)
    {
        foreach (var allowance in policy.Allowed)
        {
            _known[allowance.Decision.Position] = allowance;
            if (!unused.Contains(allowance)) _used.Add(allowance.Decision.Position);
        }
    }

    public IEnumerable<Diagnostic> Unused => _known.Values.Where(allowance => !_used.Contains(allowance.Decision.Position)).Select(Allowances.AllowsNothing);
}
