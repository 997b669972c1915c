using System.Text;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>Rows as psql printed them with COPY TO STDOUT; one char per byte, so that any encoding compares.</summary>
internal sealed class TableRows(byte[] text, IReadOnlyList<Range> rows)
{
    public int Count => rows.Count;

    public ReadOnlySpan<byte> this[int row] => text.AsSpan(rows[row]);

    public static Dictionary<string, TableRows> Read(TestCluster cluster, string database, IReadOnlyList<TableShape> tables)
    {
        var script = new StringBuilder("SET client_encoding = 'UTF8';\n");
        for (var i = 0; i < tables.Count; i++) script.Append(tables[i].ViewSql($"judged_{i}")).Append('\n');
        // In the database's own encoding nothing is converted or refused.
        script.Append("SELECT set_config('timezone', 'UTC', false), set_config('client_encoding', current_setting('server_encoding'), false) \\gset\n");
        for (var i = 0; i < tables.Count; i++) script.Append($"COPY (TABLE judged_{i}) TO STDOUT;\n\\echo '\\\\.'\n");
        var text = cluster.Output(database, script.ToString());

        var result = new Dictionary<string, TableRows>(StringComparer.Ordinal);
        var position = 0;
        foreach (var table in tables)
        {
            var rows = new List<Range>();
            while (true)
            {
                var length = text.AsSpan(position).IndexOf((byte)'\n');
                var row = new Range(position, position + length);
                position += length + 1;
                // No row can look like this: COPY doubles every backslash of a value.
                if (text.AsSpan(row).SequenceEqual("\\."u8)) break;
                rows.Add(row);
            }
            result.Add(table.FullName, new TableRows(text, rows));
        }
        return result;
    }
}
