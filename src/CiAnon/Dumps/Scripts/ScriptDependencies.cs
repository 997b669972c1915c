using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// What an item must come behind, which no script says: enough for several to be created at a time. Keys wait for their table's rows, foreign
/// keys for the keys of both tables, whatever isn't understood for everything before it.
/// </summary>
internal sealed partial class ScriptDependencies
{
    private static readonly HashSet<string> OfTables = ["CONSTRAINT", "INDEX", "CHECK CONSTRAINT", "FK CONSTRAINT", "TRIGGER"];

    private readonly List<ScriptItem> _items;
    private readonly Dictionary<string, int> _tables = [];
    private readonly Dictionary<string, (int Id, string Table)> _indexes = [];
    private readonly ILookup<string, int> _data;
    private readonly ILookup<string, int> _keys;
    private readonly List<int> _attached;
    private readonly List<int> _largeObjects;
    private readonly HashSet<string> _treeTables = [];

    public ScriptDependencies(List<ScriptItem> items)
    {
        _items = items;
        _largeObjects = items.Where(item => item.Desc is "BLOB" or "BLOB METADATA").Select(item => item.Id).ToList();
        foreach (var item in items.Where(item => item.Desc is "TABLE" or "FOREIGN TABLE" or "VIEW" or "MATERIALIZED VIEW")) _tables.TryAdd(NameOf(item), item.Id);
        _data = items.Where(item => item.Desc == "TABLE DATA").ToLookup(NameOf, item => item.Id);
        var keys = items.Where(item => item.Desc is "CONSTRAINT" or "INDEX").Select(item => (Item: item, Table: Names(item).FirstOrDefault() ?? "")).ToList();
        _keys = keys.ToLookup(key => key.Table, key => key.Item.Id);
        foreach (var (item, table) in keys) _indexes.TryAdd(IndexOf(item, table), (item.Id, table));
        var attached = items.Where(item => item.Desc == "INDEX ATTACH").ToList();
        _attached = attached.ConvertAll(item => item.Id);
        foreach (var name in attached.SelectMany(Names).Where(_indexes.ContainsKey)) _treeTables.Add(_indexes[name].Table);
    }

    public IReadOnlyList<int> Of(ScriptItem item) => item.Desc switch
    {
        // Of an index, too.
        "STATISTICS DATA" when _indexes.TryGetValue(NameOf(item), out var index) => [index.Id],
        "TABLE DATA" or "STATISTICS DATA" or "EXTENDED STATISTICS DATA" => [.. Tables([NameOf(item)])],
        "MATERIALIZED VIEW DATA" or "RULE" => [.. _items.TakeWhile(other => other.Id != item.Id).Where(other => other.HasData || other.Desc is "CONSTRAINT" or "RULE" || other.Desc == item.Desc).Select(other => other.Id)],
        "BLOBS" => _largeObjects,
        "COMMENT" or "ACL" or "SECURITY LABEL" when item.Tag.AsSpan().StartsWith("LARGE OBJECT"u8) => _largeObjects,
        "INDEX ATTACH" => [.. Names(item).Where(_indexes.ContainsKey).Select(name => _indexes[name].Id)],
        _ when OfTables.Contains(item.Desc) => OfTable(item),
        _ => [],
    };

    // A key of a partitioned table is whole when the last index is attached.
    private int[] OfTable(ScriptItem item)
    {
        var names = Names(item);
        int[] own = [.. Tables(names), .. names.SelectMany(name => _data[name])];
        if (item.Desc != "FK CONSTRAINT") return own;
        return [.. own, .. names.SelectMany(name => _keys[name]), .. names.Exists(_treeTables.Contains) ? _attached : []];
    }

    private IEnumerable<int> Tables(IEnumerable<string> names) => names.Where(_tables.ContainsKey).Select(name => _tables[name]);

    private static List<string> Names(ScriptItem item) =>
        Named().Matches(Encoding.Latin1.GetString(item.Defn.ToArray())).Select(match => Normal(match.Groups["name"].Value)).Distinct().ToList();

    private static string NameOf(ScriptItem item) => Encoding.Latin1.GetString(item.Schema ?? []) + "\0" + Encoding.Latin1.GetString(item.Tag);

    // A constraint is tagged with its table's name and its own, which is that of its index.
    private static string IndexOf(ScriptItem item, string table)
    {
        var (schema, tag) = (Encoding.Latin1.GetString(item.Schema ?? []), Encoding.Latin1.GetString(item.Tag));
        var bare = table[(table.IndexOf('\0', StringComparison.Ordinal) + 1)..];
        return schema + "\0" + (item.Desc == "CONSTRAINT" && tag.StartsWith(bare + " ", StringComparison.Ordinal) ? tag[(bare.Length + 1)..] : tag);
    }

    private static string Normal(string name)
    {
        var position = 0;
        var parts = Catalogs.Sql.ParseName(name, ref position);
        return parts is null ? name : (parts.Count > 1 ? parts[^2] : "public") + "\0" + parts[^1];
    }

    [GeneratedRegex(@"(\A(ALTER\s+TABLE\s+(ONLY\s+)?|ALTER\s+INDEX\s+)|\sON\s+(ONLY\s+)?|\sREFERENCES\s+|\sATTACH\s+PARTITION\s+)(?<name>(""[^""]*""|[^\s(;""])+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Named();
}
