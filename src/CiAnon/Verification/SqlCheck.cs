using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using Npgsql;

namespace CiAnon.Verification;

/// <summary>The team's own checks: each query returns rows of (check, violations), and every count must be zero.</summary>
internal static partial class SqlCheck
{
    /// <summary>The files that the policy names, by path.</summary>
    /// <exception cref="CiAnonException">CIANON5003: a pattern matches no file.</exception>
    public static IReadOnlyList<string> Files(Policy policy)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(policy.Path))!;
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in policy.SqlChecks)
        {
            var parent = Path.GetFullPath(Path.Combine(folder, Path.GetDirectoryName(pattern.Glob) ?? ""));
            var found = Directory.Exists(parent) ? Directory.GetFiles(parent, Path.GetFileName(pattern.Glob)) : [];
            if (found.Length == 0)
                throw new CiAnonException(DiagnosticCodes.NoSqlChecks, $"verify: sql: no file matches '{pattern.Glob}' in the policy's folder", pattern.Position);
            files.UnionWith(found);
        }
        return [.. files];
    }

    public static CheckResult Run(RunResult run)
    {
        var files = Files(run.Policy);
        var findings = new List<Finding>();
        foreach (var file in files) findings.AddRange(RunFile(run, file));
        return CheckDefinition.Sql.Result(files.Count, findings);
    }

    private static List<Finding> RunFile(RunResult run, string file)
    {
        var name = Path.GetFileName(file);
        using var connection = run.Connect();
        using var transaction = connection.BeginTransaction();
        try
        {
            // A check must not change what will be published.
            Execute(connection, "SET TRANSACTION READ ONLY");
            Execute(connection, "SET LOCAL search_path = public, pg_catalog");
            using var command = new NpgsqlCommand(File.ReadAllText(file), connection);
            using var reader = command.ExecuteReader();
            if (reader.FieldCount != 2) return [new Finding(name, 1, "must return two columns: check, violations")];
            var findings = new List<Finding>();
            for (var row = 1; reader.Read(); row++)
            {
                if (reader.IsDBNull(0) || reader.IsDBNull(1) || !TryCount(reader.GetValue(1), out var violations))
                    findings.Add(new Finding(name, 1, $"row {row}: the number of violations is missing or no whole number"));
                else if (violations != 0)
                    findings.Add(new Finding($"{name}: {CheckName(reader.GetValue(0), row)}", violations, $"the check's query found {Plural.Of(violations, "violation")}"));
            }
            return findings;
        }
        catch (PostgresException exception)
        {
            return [new Finding(name, 1, $"the query failed: {Redaction.Describe(exception)}")];
        }
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static bool TryCount(object value, out long violations)
    {
        violations = value switch
        {
            long number => number,
            int number => number,
            short number => number,
            decimal number when number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue => (long)number,
            bool broken => broken ? 1 : 0,
            _ => -1,
        };
        return violations >= 0;
    }

    // The name comes out of a query over rows: only what can't be an address, a number or a sentence is repeated.
    private static string CheckName(object value, int row) =>
        value is string text && PlainName().IsMatch(text) ? text : $"row {row}";

    [GeneratedRegex("^[A-Za-z_][A-Za-z_ -]{0,79}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();
}
