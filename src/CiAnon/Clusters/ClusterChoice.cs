using CiAnon.Diagnostics;
using CiAnon.Dumps.Clusters;
using CiAnon.Policies;

namespace CiAnon.Clusters;

/// <summary>Which databases of a cluster's script are part of the output.</summary>
/// <param name="Kept">In the script's order.</param>
/// <param name="Dropped">By name.</param>
internal sealed record ClusterChoice(IReadOnlyList<ClusterDatabase> Kept, IReadOnlySet<string> Dropped)
{
    /// <exception cref="CiAnonException">CIANON3026, 3027: a name that the script lacks, a database that nobody decided on, or none that stays.</exception>
    public static ClusterChoice Make(ClusterScript script, Policy policy)
    {
        var rules = policy.Databases!;
        var names = script.Databases.Select(one => one.Name).ToHashSet();
        var rest = names.Except(rules.Select(rule => rule.Name)).ToList();
        List<Diagnostic> problems =
        [
            .. rules.Where(rule => !names.Contains(rule.Name)).Select(rule => new Diagnostic(DiagnosticCodes.DatabaseNotInScript,
                $"the script has no database '{rule.Name}'{Suggestion.Phrase(rule.Name, rest)}; it has {string.Join(", ", names)}", rule.Position)),
            .. script.Databases.Where(one => one.HasContent && rest.Contains(one.Name)).Select(one => new Diagnostic(DiagnosticCodes.DatabaseUndecided,
                $"database '{one.Name}' has tables, and the policy says nothing of it: write it under databases, as drop to leave it out", new(policy.Path, 1, 1))),
        ];
        var dropped = rules.Where(rule => rule.IsDropped).Select(rule => rule.Name).ToHashSet();
        if (problems.Count == 0 && names.IsSubsetOf(dropped))
            problems.Add(new Diagnostic(DiagnosticCodes.DatabaseUndecided, "the policy leaves every database out: nothing would be published", new(policy.Path, 1, 1)));
        if (problems.Count > 0) throw new CiAnonException(problems);
        return new ClusterChoice([.. script.Databases.Where(one => !dropped.Contains(one.Name))], dropped);
    }
}
