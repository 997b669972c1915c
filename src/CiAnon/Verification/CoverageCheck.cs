using CiAnon.Planning;
using CiAnon.Policies;

namespace CiAnon.Verification;

/// <summary>Every column whose values are in the artefact has a decision.</summary>
internal static class CoverageCheck
{
    public static CheckResult Run(RunResult run)
    {
        // The rows are the witness here, not the plan: a field of a data block without a column of the plan would be a hole.
        var holes = run.Tables.SelectMany(task => task.Columns
            .Where(column => task.Plan.Rows == RowsMode.All && task.Plan.Find(column)?.Action is null or ColumnAction.Empty)
            .Select(column => new Finding($"{task.Name}.{column}", 1, "no decision"))).ToList();
        return CheckDefinition.Coverage.Result(run.Tables.Sum(task => task.Columns.Count), holes);
    }
}
