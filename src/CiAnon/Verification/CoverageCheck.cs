using CiAnon.Planning;
using CiAnon.Policies;

namespace CiAnon.Verification;

/// <summary>Every column whose values are in the artefact has a decision.</summary>
internal static class CoverageCheck
{
    private const string Role = "ROLE ";

    public static CheckResult Run(RunResult run)
    {
        // The rows are the witness here, not the plan: a field of a data block without a column of the plan would be a hole.
        var holes = run.Tables.SelectMany(task => task.Columns
            .Where(column => task.Plan.Rows == RowsMode.All && task.Plan.Find(column)?.Action is null or ColumnAction.Empty)
            .Select(column => new Finding($"{task.Name}.{column}", 1, "no decision"))).ToList();
        return CheckDefinition.Coverage.Result(run.Tables.Sum(task => task.Columns.Count), [.. holes, .. RolesThatStayed(run)]);
    }

    // A run leaves them out itself; whoever made a judged script of a cluster may not have.
    private static IEnumerable<Finding> RolesThatStayed(RunResult run) => !run.IsJudging || run.Dump.Cluster is null || run.Policy.Roles != RolesMode.Drop ? []
        : run.Dump.Around.Select(text => text.Name).Where(name => name.StartsWith(Role, StringComparison.Ordinal)).Union(run.Dump.Owners.Select(owner => Role + owner))
            .Select(role => new Finding(role, 1, "the policy leaves roles out") { Remedy = "Leave roles out of the script, or keep them with roles: keep." });
}
