namespace CiAnon.Hosts;

/// <summary>What a run tells the steps after it.</summary>
public static class OutputDefinitions
{
    public static readonly OutputDefinition Status = new("status", "passed: every check passed and the dump was published; failed: nothing was published.");
    public static readonly OutputDefinition Dump = new("dump", "The published dump (the encrypted file, if there are recipients), relative to the workspace if it lies there; only when it passed.");
    public static readonly OutputDefinition Sha256 = new("sha256", "SHA-256 of the published dump, as the report has it; only when it passed.");
    public static readonly OutputDefinition Report = new("report", "The compliance report, relative to the workspace if it lies there; absent when the run stopped before there was one.");
    public static readonly OutputDefinition Rows = new("rows", "Rows in the anonymized dump.");
    public static readonly OutputDefinition ColumnsAnonymized = new("columns-anonymized", "Columns whose values were replaced.");
    public static readonly OutputDefinition Findings = new("findings", "Violations that the checks counted.");

    public static readonly OutputDefinition RetentionDays = new("retention-days", "Days that the dump may be kept, as the report has it; only when it passed.");

    public static IReadOnlyList<OutputDefinition> All { get; } = [Status, Dump, Sha256, Report, Rows, ColumnsAnonymized, Findings, RetentionDays];
}
