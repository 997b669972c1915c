namespace CiAnon.Verification;

/// <summary>A check as data: report and README say the same of it.</summary>
/// <param name="Id">As in the report.</param>
/// <param name="Claim">What is true when there are no violations.</param>
public sealed record CheckDefinition(string Id, string Claim)
{
    public static readonly CheckDefinition Schema = new("schema", "the same tables and columns as in the original, with the same types");
    public static readonly CheckDefinition Coverage = new("coverage", "every column has a decision");
    public static readonly CheckDefinition Rows = new("rows", "as many rows out as in, in every table");
    public static readonly CheckDefinition Changed = new("changed", "no value came through unchanged where its strategy always changes values");
    public static readonly CheckDefinition Residual = new("residual", "no original of a column that identifies people survives anywhere in the result");
    public static readonly CheckDefinition Patterns = new("patterns", "no value looks like personal data, beyond what the run itself made up and what people decided to keep");
    public static readonly CheckDefinition Keys = new("keys", "keys and constraints hold: PostgreSQL created them over the anonymized rows");
    public static readonly CheckDefinition Sequences = new("sequences", "the next value of every serial and identity column lies above its maximum");
    public static readonly CheckDefinition Sql = new("sql", "the team's own SQL checks found nothing");
    public static readonly CheckDefinition Anonymity = new("anonymity", "every combination of the columns that the policy declares is shared by enough rows");
    public static readonly CheckDefinition Restorable = new("restorable", "the finished archive, read again, holds exactly what was verified");

    /// <summary>Of a run that anonymizes, in the order in which they run.</summary>
    public static IReadOnlyList<CheckDefinition> All { get; } = [Coverage, Rows, Changed, Residual, Patterns, Keys, Sequences, Sql, Anonymity, Restorable];

    /// <summary>Of a run that judges a dump, in the order in which they run.</summary>
    public static IReadOnlyList<CheckDefinition> Judging { get; } = [Schema, .. All];

    /// <summary>The check's result.</summary>
    /// <param name="examined">How many objects were looked at.</param>
    /// <param name="findings">Where the claim doesn't hold.</param>
    public CheckResult Result(long examined, IReadOnlyList<Finding> findings) => new(Id, Claim, examined, findings);
}
