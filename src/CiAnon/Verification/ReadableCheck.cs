
namespace CiAnon.Verification;

/// <summary><c>restorable</c> of a judged dump: it is read and searched as an artefact of our own is, and went into a database before.</summary>
internal static class ReadableCheck
{
    public static CheckResult Run(RunResult run, int jobs, CancellationToken cancellation)
    {
        var unread = new ArchivePass(run, run.Dump, entry => entry).Run(run.Tables, jobs, static (_, _, _, _) => { }, cancellation);
        return CheckDefinition.Restorable.Result(run.Tables.Count + run.Dump.Toc.Count(entry => entry.IsLargeObjects), unread) with
        {
            Claim = "every block of the archive was read to its end and went into a database",
        };
    }
}
