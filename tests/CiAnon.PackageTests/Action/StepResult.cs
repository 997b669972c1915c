namespace CiAnon.PackageTests.Action;

/// <summary>What became of a step.</summary>
/// <param name="Outcome">success, failure, cancelled or skipped, as GitHub has it.</param>
internal sealed record StepResult(ActionStep Step, string Outcome, IReadOnlyDictionary<string, string> Outputs, string Log, string Summary);
