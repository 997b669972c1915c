using CiAnon.Planning.Loading;
using Npgsql;

namespace CiAnon.Verification;

/// <summary>
/// Primary, unique, exclusion and foreign keys and checks hold: each was created over the anonymized rows, or speaks of nothing that changed.
/// One that is NOT VALID or NOT ENFORCED is created without a look at them, and proves nothing.
/// </summary>
internal static class KeysCheck
{
    // conenforced came with PostgreSQL 18: asked for by name, so that older ones can answer, too. What children and partitions inherit is one constraint.
    private const string UnprovenSql = """
        SELECT n.nspname || '.' || coalesce(c.relname, t.typname) || ' ' || k.conname, coalesce((to_jsonb(k) ->> 'conenforced')::bool, true)
        FROM pg_catalog.pg_constraint k
        LEFT JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        LEFT JOIN pg_catalog.pg_type t ON t.oid = k.contypid AND k.conrelid = 0
        JOIN pg_catalog.pg_namespace n ON n.oid = coalesce(c.relnamespace, t.typnamespace)
        WHERE NOT k.convalidated AND k.conislocal AND k.conparentid = 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        ORDER BY 1
        """;

    public static CheckResult Run(RunResult run)
    {
        var unproven = ReadUnproven(run);
        var constraints = run.Plan.Loading!.Constraints.CountBy(constraint => constraint.Proof).ToDictionary();
        var (created, unchanged, same) = (constraints.GetValueOrDefault(ProofKind.Created), constraints.GetValueOrDefault(ProofKind.Unchanged), constraints.GetValueOrDefault(ProofKind.SameFunction));
        return CheckDefinition.Keys.Result(created + unchanged + same,
            [.. run.KeyViolations.Select(violation => new Finding(violation.Entry, 1, violation.Description)), .. DeclaredKeys.Count(run)]) with
        {
            Note = Notes([Note(created, unchanged, same, unproven), Absent(run)]),
        };
    }

    // On rows that come later, what is NOT VALID is enforced, and what is NOT ENFORCED never is.
    private static List<(string Name, bool IsEnforced)> ReadUnproven(RunResult run)
    {
        using var connection = run.Connect();
        using var command = new NpgsqlCommand(UnprovenSql, connection);
        using var reader = command.ExecuteReader();
        var constraints = new List<(string, bool)>();
        while (reader.Read()) constraints.Add((reader.GetString(0), reader.GetBoolean(1)));
        return constraints;
    }

    private static string? Notes(IEnumerable<string?> notes) => string.Join("; ", notes.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string? Absent(RunResult run) => run.Plan.Unproven.Count == 0 ? null
        : $"not proven, as they refer to what isn't in the dump: {string.Join(", ", run.Plan.Unproven.Select(entry => entry.Entry))}";

    private static string? Note(int created, int unchanged, int same, List<(string Name, bool IsEnforced)> unproven)
    {
        List<string> notes = unchanged + same == 0 ? [] : [$"{created} created by PostgreSQL over the anonymized rows, {unchanged} unchanged: neither their columns nor their rows changed since they held in production"];
        if (same > 0) notes.Add($"{same} with the same function on both sides");
        string[] parts = [.. Part("not enforced", false), .. Part("not validated", true)];
        if (parts.Length > 0) notes.Add($"not proven, as in the original dump: {string.Join("; ", parts)}");
        return notes.Count == 0 ? null : string.Join("; ", notes);

        IEnumerable<string> Part(string why, bool isEnforced)
        {
            var names = unproven.Where(constraint => constraint.IsEnforced == isEnforced).Select(constraint => constraint.Name).ToList();
            if (names.Count > 0) yield return $"{names.Count} {why} ({string.Join(", ", names)})";
        }
    }
}
