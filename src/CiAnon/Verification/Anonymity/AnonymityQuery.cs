using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Verification.Anonymity;

/// <summary>Measures one combination of columns with one query over the anonymized rows.</summary>
internal sealed record AnonymityQuery(
    Table Table, IReadOnlyList<Column> Columns, int? RequiredK, IReadOnlyList<KeyValuePair<Column, int>> RequiredL, SourcePosition? Position)
{
    private const TypeKind WithoutEquality = TypeKind.Json | TypeKind.Other;

    /// <summary>The smallest group of every size class.</summary>
    public static IReadOnlyList<long> Classes { get; } =
        [.. Enumerable.Range(0, 10).SelectMany(power => new[] { 1L, 2L, 5L }.Select(digit => digit * (long)Math.Pow(10, power)))];

    public AnonymityMeasure Run(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        var sizes = new List<AnonymitySize>();
        var diversity = RequiredL.Select(pair => new AnonymityDiversity(pair.Key, pair.Value, long.MaxValue, 0)).ToArray();
        while (reader.Read())
        {
            sizes.Add(new(Classes[reader.GetInt32(0) - 1], reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
            for (var i = 0; i < diversity.Length; i++)
            {
                var (least, below) = (reader.GetInt64(5 + (2 * i)), reader.GetInt64(6 + (2 * i)));
                diversity[i] = diversity[i] with { L = Math.Min(diversity[i].L, least), GroupsBelow = diversity[i].GroupsBelow + below };
            }
        }
        if (sizes.Count == 0) diversity = [.. diversity.Select(column => column with { L = 0 })];
        return new(Table, Columns, RequiredK, diversity, Position, [.. sizes.OrderBy(size => size.From)]);
    }

    // GROUP BY takes NULL for a value of its own, and so does l: "nobody knows" tells as much as any other value.
    private string Sql => $"""
        SELECT class, count(*), sum(n)::bigint, min(n), coalesce(sum(n) FILTER (WHERE n < {RequiredK ?? AnonymityMeasure.UsualK}), 0)::bigint
               {string.Concat(RequiredL.Select((pair, i) => $", min(l{i}), count(*) FILTER (WHERE l{i} < {pair.Value})"))}
        FROM (SELECT n, pg_catalog.width_bucket(n, ARRAY[{string.Join(", ", Classes)}]::bigint[]) AS class
                     {string.Concat(RequiredL.Select((_, i) => $", l{i}"))}
              FROM (SELECT count(*) AS n
                           {string.Concat(RequiredL.Select((pair, i) => $", count(DISTINCT {Value(pair.Key)}) + CASE WHEN count({Value(pair.Key)}) < count(*) THEN 1 ELSE 0 END AS l{i}"))}
                    FROM {Table.SqlName}
                    GROUP BY {string.Join(", ", Columns.Select(Value))}) AS groups) AS sized
        GROUP BY class
        """;

    // json and some types of extensions can't be compared; their text can.
    private static string Value(Column column)
    {
        var name = Catalogs.Sql.Identifier(column.Name);
        var kind = column.Type.Kind == TypeKind.Array ? column.Type.ElementKind : column.Type.Kind;
        return (kind & WithoutEquality) == TypeKind.None ? name : $"{name}::text";
    }
}
