using CiAnon.Audits.Proposals;
using CiAnon.Dumps;
using CiAnon.Stages;

namespace CiAnon.PostgresTests.Runs.Extensions;

/// <summary>Which tables each verb speaks of.</summary>
internal static class VerbTables
{
    /// <summary>Of init and audit, which have no server.</summary>
    public static string[] OfDump(string dump)
    {
        using var opened = Dump.Open(dump);
        return [.. DumpCatalog.Read(opened).Tables.Select(table => table.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>The path of the policy that init writes.</summary>
    public static string Init(RunFolder folder, string dump)
    {
        using var opened = Dump.Open(dump);
        var path = folder.In("ci-anon.yml");
        File.WriteAllText(path, StarterPolicy.Make(opened, path, existing: null, "en", static _ => null, new DateOnly(2026, 7, 1), CancellationToken.None).Text);
        return path;
    }

    /// <summary>Of plan and anonymize, which begin alike.</summary>
    public static string[] OfPlan(RunFolder folder, string dump, PostgresTools tools, string policy)
    {
        // What init proposes is undecided, wherever these tests run.
        using var run = new AnonymizationRun(
            folder.Options(dump, policy) with { PostgresBin = tools.BinDirectory, Environment = TestEnvironment.Shared },
            new RecordingObserver(), CancellationToken.None);
        return [.. run.Restore().Tables.Select(plan => plan.Table.FullName).Order(StringComparer.Ordinal)];
    }
}
