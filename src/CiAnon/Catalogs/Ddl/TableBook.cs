namespace CiAnon.Catalogs.Ddl;

/// <summary>The tables found so far, by schema and name.</summary>
/// <param name="hasExtensions">A table that the dump doesn't create comes with one of them.</param>
internal sealed class TableBook(bool hasExtensions)
{
    private readonly Dictionary<(string, string), DdlTable> _tables = [];
    private readonly HashSet<(string, string)> _others = [];
    private uint _last;

    public IReadOnlyCollection<DdlTable> All => _tables.Values;

    public DdlTable Add((string Schema, string Name) name, TableKind kind, Cursor cursor)
    {
        var table = new DdlTable { Oid = ++_last, Schema = name.Schema, Name = name.Name, Kind = kind };
        return _tables.TryAdd(name, table) ? table : throw cursor.Fail($"table {name.Schema}.{name.Name} comes twice");
    }

    /// <summary>A view, materialized view or the like: statements may name it, and the catalog doesn't have it.</summary>
    public void AddOther(string schema, string name)
    {
        _others.Add((schema, name));
        _tables.Remove((schema, name));
    }

    public DdlTable? Find((string Schema, string Name) name) => _tables.GetValueOrDefault(name);

    /// <summary>Null for a view or the like.</summary>
    /// <exception cref="DdlException">The dump hasn't created it.</exception>
    public DdlTable? TableOrOther((string Schema, string Name) name, Cursor cursor) => _others.Contains(name) ? null : Get(name, cursor);

    public DdlTable Get((string Schema, string Name) name, Cursor cursor) =>
        Find(name) ?? OfExtension(name) ?? throw new AbsentTableException(cursor.Entry.FullName, $"{name.Schema}.{name.Name}");

    /// <summary>A table that the dump doesn't create; null where there is no extension that could.</summary>
    public DdlTable? OfExtension((string Schema, string Name) name)
    {
        if (!hasExtensions) return null;
        var table = new DdlTable { Oid = ++_last, Schema = name.Schema, Name = name.Name, Kind = TableKind.Ordinary, IsFromExtension = true };
        _tables.Add(name, table);
        return table;
    }
}
