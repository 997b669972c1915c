using CiAnon.Planning;
using Npgsql;

namespace CiAnon.Stages.Trials;

/// <summary>Tries one demand: of invented rows that PostgreSQL takes, it must take what the masks make of them, too.</summary>
internal static class Trial
{
    private const string Savepoint = "ci_anon_trial";

    // Fewer say nothing.
    private const int FewestRows = 3;

    public static TrialResult Run(Demand demand, TablePlan plan, NpgsqlConnection connection, bool asciiOnly)
    {
        var rows = new SampleRows(plan, demand, asciiOnly);
        if (rows.Count == 0) return TrialResult.NotTried("no values of that type can be invented");
        Execute($"SAVEPOINT {Savepoint}", connection);
        try
        {
            return Run(demand, plan, rows, new DemandFunction(demand, connection));
        }
        catch (PostgresException failure) when (failure.SqlState is not (PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown))
        {
            Execute($"ROLLBACK TO {Savepoint}", connection);
            return TrialResult.NotTried(failure.SqlState == PostgresErrorCodes.QueryCanceled ? "it takes too long" : $"it can't be judged outside of its table ({failure.SqlState})");
        }
    }

    private static TrialResult Run(Demand demand, TablePlan plan, SampleRows rows, DemandFunction function)
    {
        var invented = Enumerable.Range(0, rows.Count).ToList();
        var originals = function.Judge(ByColumn(demand, invented.ConvertAll(row => demand.Columns.Select(column => rows[row, rows.FieldOf(column)]).ToArray())));
        var admitted = invented.Take(originals.Count).Where(row => originals[row].Passes).ToList();
        if (admitted.Count < FewestRows && originals.Count > admitted.Count) return TrialResult.NotTried("no invented value satisfies it");

        var masks = new TrialMasks(rows, demand, plan);
        var masked = admitted.ConvertAll(masks.Apply).OfType<string?[]>().ToList();
        if (masked.Count == 0) return TrialResult.NotTried("the strategy takes no invented value that satisfies it");
        var verdicts = function.Judge(ByColumn(demand, masked));
        return new TrialResult(verdicts.Count, [.. verdicts.Where(verdict => !verdict.Passes)], null);
    }

    private static List<string?[]> ByColumn(Demand demand, List<string?[]> rows) => [.. demand.Columns.Select((_, column) => rows.Select(row => row[column]).ToArray())];

    private static void Execute(string sql, NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
