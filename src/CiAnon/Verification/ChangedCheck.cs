
namespace CiAnon.Verification;

/// <summary>No value survived a strategy that always changes what it is given.</summary>
internal static class ChangedCheck
{
    public static CheckResult Run(RunResult run)
    {
        var masked = run.Tables.SelectMany(task => task.Facts.Counts.Select((counts, field) => (
            Column: $"{task.Name}.{task.Columns[field]}", counts, Plan: task.Plan.Find(task.Columns[field]))))
            .Where(column => column.Plan?.Mask is not null).ToList();
        var findings = masked
            .Where(column => column.Plan is { Strategy.Guarantees.AlwaysChanges: true, Mask.MayStay: false } && column.counts.Unchanged > column.counts.Empty)
            .Select(column => new Finding(column.Column, column.counts.Unchanged - column.counts.Empty, $"strategy '{column.Plan!.Strategy!.Name}' left {Plural.Of(column.counts.Unchanged - column.counts.Empty, "value")} as they were"))
            .ToList();
        return CheckDefinition.Changed.Result(masked.Count, findings);
    }
}
