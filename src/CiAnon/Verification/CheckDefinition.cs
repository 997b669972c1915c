namespace CiAnon.Verification;

/// <summary>A check as data: report, messages and docs say the same of it.</summary>
/// <param name="Id">As in the report.</param>
/// <param name="Claim">What is true when there are no violations.</param>
/// <param name="Remedy">What to do when it isn't, in a sentence.</param>
public sealed record CheckDefinition(string Id, string Claim, string Remedy)
{
    internal const string BugOfOurs = "The check can't be believed in this run: this is a bug of ours, please report it.";

    public static readonly CheckDefinition Schema = new("schema", "the same tables and columns as in the original, with the same types",
        "Give the original that the dump was made of, or make the dump again.");

    public static readonly CheckDefinition Coverage = new("coverage", "every column has a decision",
        "Decide on the column: name a strategy for it, or keep it.");

    public static readonly CheckDefinition Rows = new("rows", "as many rows out as in, in every table",
        "Look for what adds or removes rows: triggers, rules, hooks of the build, or another original than the dump was made of.");

    public static readonly CheckDefinition Changed = new("changed", "no value came through unchanged where its strategy always changes values",
        "Take another strategy for the column.");

    public static readonly CheckDefinition Residual = new("residual", "no original of a column that identifies people survives anywhere in the result",
        "Mask the column, or allow it with a reason under verify: allow.");

    public static readonly CheckDefinition Patterns = new("patterns", "no value looks like personal data, beyond what the run itself made up and what people decided to keep",
        "Mask the column, keep it with a reason, or allow it with a reason under verify: allow.");

    public static readonly CheckDefinition Keys = new("keys", "keys and constraints hold: PostgreSQL created them over the anonymized rows, or nothing that they speak of changed",
        "Take a strategy that keeps values apart for a unique column, and the same one for a key and what references it.");

    public static readonly CheckDefinition Sequences = new("sequences", "the next value of every serial and identity column lies above its maximum",
        "Take a strategy that stays in the key's range, or keep the key.");

    public static readonly CheckDefinition Sql = new("sql", "the team's own SQL checks found nothing",
        "Look at the query in the file named, and at the rules of the columns that it reads.");

    public static readonly CheckDefinition Anonymity = new("anonymity", "every combination of the columns that the policy declares is shared by enough rows",
        "Make the columns coarser (date: truncate, noise with a wider range), mask one of them, or declare a smaller k with whoever decides on it.");

    public static readonly CheckDefinition Restorable = new("restorable", "the finished archive, read again, holds exactly what was verified",
        "Check the disk; if it is sound, this is a bug of ours: please report it.");

    /// <summary>Of a run that anonymizes, in the order in which they run.</summary>
    public static IReadOnlyList<CheckDefinition> All { get; } = [Coverage, Rows, Changed, Residual, Patterns, Keys, Sequences, Sql, Anonymity, Restorable];

    /// <summary>Of a run that judges a dump, in the order in which they run.</summary>
    public static IReadOnlyList<CheckDefinition> Judging { get; } = [Schema, .. All];

    /// <summary>The check of that id.</summary>
    public static CheckDefinition Of(string id) => Judging.First(check => check.Id == id);

    /// <summary>The check's result.</summary>
    /// <param name="examined">How many objects were looked at.</param>
    /// <param name="findings">Where the claim doesn't hold.</param>
    public CheckResult Result(long examined, IReadOnlyList<Finding> findings) => new(Id, Claim, examined, findings);
}
