using CiAnon.Catalogs;
using CiAnon.Planning;
using Npgsql;

namespace CiAnon.Verification;

/// <summary>
/// A sequence's next value lies above the largest value of its column, so that the first insert doesn't collide. A column that isn't
/// masked can only be as far behind as it is in production: that is noted, not failed.
/// </summary>
internal static class SequencesCheck
{
    private const int MostTogether = 100;

    public static CheckResult Run(RunResult run)
    {
        using var connection = run.Connect();
        var behind = run.Catalog.Sequences.Where(sequence => IsLoaded(run, sequence)).Chunk(MostTogether).SelectMany(sequences => Behind(connection, sequences)).ToLookup(sequence => IsMasked(run, sequence));
        var inherited = behind[false].Select(sequence => $"{sequence.Schema}.{sequence.Name}").ToList();
        return CheckDefinition.Sequences.Result(run.Catalog.Sequences.Count,
            [.. behind[true].Select(sequence => new Finding($"{sequence.Schema}.{sequence.Name}", 1, $"next value is not above the maximum of {sequence.Table.FullName}.{sequence.Column}"))]) with
        {
            Note = inherited.Count == 0 ? null : $"as far behind their columns as in the original dump: {string.Join(", ", inherited)}",
        };
    }

    // Where the column didn't change and its table isn't there, the value is what it was.
    private static bool IsLoaded(RunResult run, OwnedSequence sequence) => run.Plan.Loading?.Loads(sequence.Table) != false;

    private static bool IsMasked(RunResult run, OwnedSequence sequence) =>
        run.Plan[sequence.Table].Find(sequence.Column)?.Action == ColumnAction.Masked;

    private static List<OwnedSequence> Behind(NpgsqlConnection connection, OwnedSequence[] sequences)
    {
        using var command = new NpgsqlCommand(string.Join(" UNION ALL ", sequences.Select(BehindSql)), connection);
        using var reader = command.ExecuteReader();
        var behind = new List<OwnedSequence>();
        while (reader.Read())
        {
            if (!reader.IsDBNull(1) && reader.GetBoolean(1)) behind.Add(sequences[reader.GetInt32(0)]);
        }
        return behind;
    }

    private static string BehindSql(OwnedSequence sequence, int number)
    {
        var column = Sql.Identifier(sequence.Column);
        return $"""
            SELECT {number}, CASE WHEN p.seqincrement > 0
                        THEN (SELECT max({column}) FROM {sequence.Table.SqlName}) >= s.last_value + CASE WHEN s.is_called THEN p.seqincrement ELSE 0 END
                        ELSE (SELECT min({column}) FROM {sequence.Table.SqlName}) <= s.last_value + CASE WHEN s.is_called THEN p.seqincrement ELSE 0 END END
                   AND NOT p.seqcycle
            FROM {sequence.SqlName} s, pg_catalog.pg_sequence p
            WHERE p.seqrelid = {Sql.Literal(sequence.SqlName)}::regclass
            """;
    }
}
