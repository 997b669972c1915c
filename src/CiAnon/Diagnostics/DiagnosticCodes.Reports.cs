namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode NoReport = new("CIANON5401", Severity.Error, ExitCode.Usage,
        "The file isn't a report of ci-anon", "Pass the JSON file that --report named; `ci-anon schema report` prints its schema.");

    public static readonly DiagnosticCode EvidenceBroken = new("CIANON5402", Severity.Error, ExitCode.CheckFailed,
        "Report and artefact don't belong together", "Don't use the artefact: fetch both again from the run that made them, or run again.");

    public static readonly DiagnosticCode NothingToState = new("CIANON5403", Severity.Error, ExitCode.CheckFailed,
        "A failed run has nothing to make a statement about", "An in-toto statement speaks of a published dump. Run again until every check passes.");

    public static readonly DiagnosticCode RunNotEnded = new("CIANON5404", Severity.Error, ExitCode.CheckFailed,
        "The report is of a run that has not ended",
        "It goes on, or was stopped or killed before it could say how it ended. Wait for it, or run again: until then nothing vouches for a dump that lies beside it.");

    public static readonly DiagnosticCode PurgeLeft = new("CIANON5405", Severity.Error, ExitCode.CheckFailed,
        "An artefact could not be purged", "Look at the file that the message names, and delete it by hand once it is clear what it is: nothing is kept for longer than 30 days.");
}
