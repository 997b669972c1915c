using CiAnon.Catalogs;
using Npgsql;
using NpgsqlTypes;

namespace CiAnon.Stages.Trials;

/// <summary>
/// A temporary function that judges rows by a demand. Columns are variables of it, so that a value takes the way of an assignment (no
/// cast that cuts), and the expression is read as it stands.
/// </summary>
internal sealed class DemandFunction
{
    // A row costs a few microseconds; who has slow functions in a CHECK gets fewer rows tried, but never too few to tell.
    private const int FewestRows = 100;
    private const string Budget = "20 milliseconds";

    private readonly NpgsqlConnection _connection;
    private readonly int _columns;

    public DemandFunction(Demand demand, NpgsqlConnection connection)
    {
        _connection = connection;
        _columns = demand.Columns.Count;
        using var command = new NpgsqlCommand("SELECT pg_temp.ci_anon_execute($1)", connection);
        command.Parameters.AddWithValue(Definition(demand));
        command.ExecuteNonQuery();
    }

    /// <summary>Once per session, before the first function: the driver must not split SQL that holds semicolons.</summary>
    public static void Prepare(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "CREATE FUNCTION pg_temp.ci_anon_execute(text) RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE $1; END'; SET LOCAL check_function_bodies = off; SET LOCAL statement_timeout = '1s'", connection);
        command.ExecuteNonQuery();
    }

    /// <summary>One verdict a row, in order; fewer where time ran out.</summary>
    /// <param name="rows">By column, then by row.</param>
    /// <exception cref="PostgresException">The demand can't be judged this way.</exception>
    public IReadOnlyList<RowVerdict> Judge(IReadOnlyList<string?[]> rows)
    {
        using var command = new NpgsqlCommand($"SELECT * FROM pg_temp.ci_anon_judge({string.Join(", ", Enumerable.Range(1, _columns).Select(column => $"${column}"))})", _connection);
        foreach (var column in rows) command.Parameters.Add(new NpgsqlParameter { Value = column, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        using var reader = command.ExecuteReader();
        reader.Read();
        if (reader.IsDBNull(0)) return [];
        return [.. reader.GetFieldValue<string[]>(0).Zip(reader.GetFieldValue<string[]>(1)).Select(pair => new RowVerdict(pair.First, pair.Second))];
    }

    // Names with blanks: no column of a sane schema is called so, and one that is only shadows what was read before.
    private static string Definition(Demand demand)
    {
        var parameters = string.Join(", ", demand.Columns.Select((_, at) => $"\"ci anon {at}\" text[]"));
        var variables = string.Concat(demand.Columns.Select((column, at) => $"{Variable(demand, column)} := \"ci anon {at}\"[\"ci anon row\"];\n"))
            + string.Concat(demand.Computed.Select(column => $"{Variable(demand, column.Name)} := (\n{column.Expression}\n);\n"));
        var judged = demand.Expression is null ? "" : $"IF (\n{demand.Expression}\n) IS FALSE THEN \"ci anon state\" := '{RowVerdict.False}'; END IF;";
        return $"""
            CREATE OR REPLACE FUNCTION pg_temp.ci_anon_judge({parameters}, OUT "ci anon states" text[], OUT "ci anon names" text[]) LANGUAGE plpgsql AS $ci_anon_body$
            #variable_conflict use_variable
            DECLARE
                "ci anon state" text;
                "ci anon name" text;
                "ci anon end" timestamptz := pg_catalog.clock_timestamp() + interval '{Budget}';
            BEGIN
                FOR "ci anon row" IN 1 .. pg_catalog.cardinality("ci anon 0") LOOP
                    EXIT WHEN "ci anon row" > {FewestRows} AND pg_catalog.clock_timestamp() > "ci anon end";
                    "ci anon state" := '';
                    "ci anon name" := '';
                    BEGIN
                        DECLARE
                            {variables}
                        BEGIN
                            {judged}
                        END;
                    EXCEPTION WHEN OTHERS THEN
                        GET STACKED DIAGNOSTICS "ci anon state" := RETURNED_SQLSTATE, "ci anon name" := CONSTRAINT_NAME;
                    END;
                    "ci anon states"["ci anon row"] := "ci anon state";
                    "ci anon names"["ci anon row"] := coalesce("ci anon name", '');
                END LOOP;
            END
            $ci_anon_body$
            """;
    }

    private static string Variable(Demand demand, string column) => $"{Sql.Identifier(column)} {demand.Table.SqlName}.{Sql.Identifier(column)}%TYPE";
}
