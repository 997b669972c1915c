namespace CiAnon.Catalogs.Ddl;

/// <summary>
/// The catalog as a dump's table of contents tells it (pg_dump 9.6 to 19), for commands that have no server. The same as
/// <c>pg_catalog</c> would say after the restore, but for the object ids, and for tables that an extension creates: of those there are
/// the ones that the dump has rows of, or that other tables refer to or inherit from, with the columns that are named there.
/// </summary>
public sealed class DdlCatalog
{
    private readonly IReadOnlyList<DdlEntry> _entries;
    private readonly bool _plainEscapes;
    private readonly TypeBook _types;
    private readonly TableBook _tables;
    private readonly IReadOnlyList<DdlRows> _rows;
    private readonly List<DdlForeignKey> _foreignKeys = [];
    private readonly List<DdlSequence> _sequences = [];

    private DdlCatalog(IReadOnlyList<DdlEntry> entries, IReadOnlyList<DdlRows> rows)
    {
        _entries = entries;
        _rows = rows;
        _plainEscapes = entries.Any(entry => entry.Desc == "STDSTRINGS" && entry.Definition.Contains("off", StringComparison.Ordinal));
        // pg_dump writes extensions only beside the whole of its pre-data section: what isn't created there is theirs. No table is plpgsql's.
        var hasExtensions = entries.Any(entry => entry is { Desc: "EXTENSION", Tag: not "plpgsql" });
        _types = new TypeBook(entries.Any(entry => entry.Desc == "SEARCHPATH"), hasExtensions);
        _tables = new TableBook(hasExtensions);
        MayLackTables = hasExtensions && rows.Count == 0;
    }

    private bool MayLackTables { get; }

    /// <exception cref="DdlException">An entry can't be understood; nothing is left out in silence.</exception>
    public static Catalog Read(IReadOnlyList<DdlEntry> entries, IReadOnlyList<DdlRows>? rows = null) => new DdlCatalog(entries, rows ?? []).Read();

    private Catalog Read()
    {
        foreach (var entry in _entries) DeclareTypes(entry);
        foreach (var entry in _entries.Where(entry => entry.Definition.Length > 0)) ReadEntry(entry);
        foreach (var view in _entries.Where(IsRuleOfView)) _tables.AddOther(view.Schema ?? "public", view.Tag[..^" _RETURN".Length]);
        foreach (var block in _rows) AddUnknown(block);
        var built = _tables.All.OrderBy(table => table.Schema, StringComparer.Ordinal).ThenBy(table => table.Name, StringComparer.Ordinal)
            .ToDictionary(table => table, Build);
        return new Catalog([.. built.Values],
            [.. ForeignKeys().Select(key => new ForeignKey(key.Name, built[key.Table], key.Columns, built[key.Referenced], key.ReferencedColumns))],
            [.. _sequences.OrderBy(sequence => sequence.Sequence.Schema, StringComparer.Ordinal).ThenBy(sequence => sequence.Sequence.Name, StringComparer.Ordinal)
                .Select(sequence => new OwnedSequence(sequence.Sequence.Schema, sequence.Sequence.Name, built[sequence.Table], sequence.Column))])
        {
            MayLackTables = MayLackTables,
        };
    }

    private void AddUnknown(DdlRows block)
    {
        var table = _tables.Find((block.Schema, block.Table)) ?? _tables.OfExtension((block.Schema, block.Table));
        if (table is not { MayLackColumns: true }) return;
        table.IsFilled = table.IsFromExtension;
        foreach (var column in block.Columns) table.Knows(column);
    }

    private void DeclareTypes(DdlEntry entry)
    {
        switch (entry.Desc)
        {
            case "TYPE":
                foreach (var type in TypeStatements.ReadType(Cursor(entry))) _types.Declare(type);
                break;
            case "DOMAIN":
                _types.Declare(TypeStatements.ReadDomain(Cursor(entry)));
                break;
            case "TABLE" or "FOREIGN TABLE" or "VIEW" or "MATERIALIZED VIEW" or "SEQUENCE":
                _types.Declare(new DeclaredType(entry.Schema ?? "public", entry.Tag, "c", IsRow: true));
                if (entry.Desc is "VIEW" or "MATERIALIZED VIEW" or "SEQUENCE") _tables.AddOther(entry.Schema ?? "public", entry.Tag);
                break;
        }
    }

    private void ReadEntry(DdlEntry entry)
    {
        switch (entry.Desc)
        {
            case "TABLE ATTACH" or "FK CONSTRAINT":
                ReadAcross(entry);
                break;
            case "TABLE" or "FOREIGN TABLE" or "CONSTRAINT" or "CHECK CONSTRAINT" or "INDEX" or "SEQUENCE" or "SEQUENCE OWNED BY":
                var cursor = Cursor(entry);
                while (!cursor.AtEnd) ReadStatement(cursor);
                break;
            case "COMMENT" when entry.Tag.StartsWith("TABLE ", StringComparison.Ordinal) || entry.Tag.StartsWith("COLUMN ", StringComparison.Ordinal)
                || entry.Tag.StartsWith("FOREIGN TABLE ", StringComparison.Ordinal):
                CommentStatement.Read(Cursor(entry), _tables);
                break;
        }
    }

    // It ties two tables: of a part of a database (pg_dump -t, -n), one of them may be elsewhere.
    private void ReadAcross(DdlEntry entry)
    {
        try
        {
            var cursor = Cursor(entry);
            while (!cursor.AtEnd) ReadStatement(cursor);
        }
        catch (AbsentTableException)
        {
        }
    }

    private void ReadStatement(Cursor cursor)
    {
        if (cursor.Take("create", "table") || cursor.Take("create", "unlogged", "table")) new TableStatement(cursor, _tables, _types).Read(TableKind.Ordinary);
        else if (cursor.Take("create", "foreign", "table")) new TableStatement(cursor, _tables, _types).Read(TableKind.Foreign);
        else if (cursor.Take("alter", "table") || cursor.Take("alter", "foreign", "table")) new AlterTableStatement(cursor, _tables, _foreignKeys, _sequences).Read();
        else if (cursor.Is("create", "index") || cursor.Is("create", "unique"))
        {
            cursor.Expect("create");
            IndexStatement.Read(cursor, _tables);
        }
        else if (cursor.Take("alter", "sequence")) ReadSequence(cursor);
        else if (cursor.Is("create", "sequence") || cursor.Is("create", "unlogged", "sequence") || cursor.Is("alter", "index") || cursor.Is("alter", "domain") || cursor.Is("alter", "materialized"))
        {
            // Nothing of them is in the catalog.
        }
        else throw cursor.Fail("unknown statement");
        while (!cursor.AtStatementEnd) cursor.Skip();
        cursor.Take(";");
    }

    private void ReadSequence(Cursor cursor)
    {
        var sequence = cursor.QualifiedName();
        if (!cursor.Take("owned", "by") || cursor.Is("none")) return;
        var owner = cursor.Name();
        if (owner.Count < 2) throw cursor.Fail("expected a table and its column");
        // A foreign table's column can own a sequence; the server's catalog view leaves those out, and so do we.
        if (_tables.TableOrOther(cursor.Qualify([.. owner.SkipLast(1)]), cursor) is not { Kind: not TableKind.Foreign } table) return;
        if (!table.Knows(owner[^1])) throw cursor.Fail($"table {table.Schema}.{table.Name} has no column {owner[^1]}");
        _sequences.Add(new DdlSequence(sequence, table, owner[^1]));
    }

    private Table Build(DdlTable table)
    {
        var owner = $"TABLE {table.Schema}.{table.Name}";
        return new Table(table.Oid, table.Schema, table.Name, table.Kind, table.IsPartition, [.. table.Parents.Select(parent => parent.Oid)],
            [.. table.Columns.Select(column => new Column(column.Name, _types.Resolve(column, owner), column.NotNull || _types.RefusesNull(column),
                IsIdentity(table, column.Name), column.IsGenerated, column.Comment) { AllowedValues = _types.AllowedValues(column) })],
            [.. table.UniqueKeys.OrderByDescending(key => key.IsPrimary).ThenBy(key => key.Name, StringComparer.Ordinal)], table.PartitionKey)
        {
            Comment = table.Comment,
            IsFromExtension = table.IsFromExtension,
            IsFilled = table.IsFilled,
        };
    }

    // Since 17, a partition's column is an identity column when its parent's is.
    private static bool IsIdentity(DdlTable table, string column) =>
        table.Find(column) is { IsIdentity: true } || (table.IsPartition && table.Parents.Any(parent => IsIdentity(parent, column)));

    // A key holds for the partitions on both of its ends (tablecmds.c, addFkRecurseReferenced and addFkRecurseReferencing).
    private IEnumerable<DdlForeignKey> ForeignKeys()
    {
        var partitions = _tables.All.Where(table => table.IsPartition).ToLookup(table => table.Parents[0]);
        return _foreignKeys.SelectMany(key => Partitions(key.Table).Select(table => key with { Table = table })
            .Concat(Partitions(key.Referenced).Skip(1).Select(referenced => key with { Referenced = referenced })));

        IEnumerable<DdlTable> Partitions(DdlTable table) => new[] { table }.Concat(partitions[table].SelectMany(Partitions));
    }

    private Cursor Cursor(DdlEntry entry) => new(entry, Tokenizer.Read(entry, _plainEscapes));

    // pg_dump of 9.6 writes a view that depends on itself as a table first, and turns it into a view with a rule.
    private static bool IsRuleOfView(DdlEntry entry) => entry.Desc == "RULE" && entry.Tag.EndsWith(" _RETURN", StringComparison.Ordinal);
}
