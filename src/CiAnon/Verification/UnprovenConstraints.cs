using CiAnon.Stages;
using Npgsql;

namespace CiAnon.Verification;

/// <summary>A constraint that PostgreSQL created without a look at the rows.</summary>
/// <param name="Name"><c>schema.table constraint</c>.</param>
/// <param name="IsEnforced">On rows that come later: NOT VALID. Otherwise NOT ENFORCED, and on none.</param>
internal sealed record UnprovenConstraint(string Name, bool IsEnforced);

/// <summary>The constraints of the sandbox's database that nobody validated.</summary>
internal static class UnprovenConstraints
{
    // conenforced came with PostgreSQL 18: asked for by name, so that older ones can answer, too. What children and partitions inherit is one constraint.
    private const string Sql = """
        SELECT n.nspname || '.' || coalesce(c.relname, t.typname) || ' ' || k.conname, coalesce((to_jsonb(k) ->> 'conenforced')::bool, true)
        FROM pg_catalog.pg_constraint k
        LEFT JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        LEFT JOIN pg_catalog.pg_type t ON t.oid = k.contypid AND k.conrelid = 0
        JOIN pg_catalog.pg_namespace n ON n.oid = coalesce(c.relnamespace, t.typnamespace)
        WHERE NOT k.convalidated AND k.conislocal AND k.conparentid = 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        ORDER BY 1
        """;

    public static IReadOnlyList<UnprovenConstraint> Read(RunState run)
    {
        using var connection = run.Connect();
        using var command = new NpgsqlCommand(Sql, connection);
        using var reader = command.ExecuteReader();
        var constraints = new List<UnprovenConstraint>();
        while (reader.Read()) constraints.Add(new UnprovenConstraint(reader.GetString(0), reader.GetBoolean(1)));
        return constraints;
    }
}
