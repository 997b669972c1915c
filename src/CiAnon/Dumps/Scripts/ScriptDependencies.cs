using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Dumps.Scripts;

/// <summary>
/// What an item must come behind, which no script says: enough for several to be created at a time. A foreign key waits for every key,
/// whatever isn't understood for everything before it.
/// </summary>
internal sealed partial class ScriptDependencies
{
    private static readonly HashSet<string> Keys = ["CONSTRAINT", "INDEX", "INDEX ATTACH", "CHECK CONSTRAINT"];
    private static readonly HashSet<string> Known = ["CONSTRAINT", "INDEX", "CHECK CONSTRAINT", "FK CONSTRAINT", "TRIGGER"];

    private readonly List<ScriptItem> _items;
    private readonly Dictionary<string, int> _tables = [];
    private readonly ILookup<string, int> _data;

    public ScriptDependencies(List<ScriptItem> items)
    {
        _items = items;
        foreach (var item in items.Where(item => item.Desc is "TABLE" or "FOREIGN TABLE" or "VIEW" or "MATERIALIZED VIEW")) _tables.TryAdd(NameOf(item), item.Id);
        _data = items.Where(item => item.Desc == "TABLE DATA").ToLookup(NameOf, item => item.Id);
    }

    public IReadOnlyList<int> Of(ScriptItem item) => item.Desc switch
    {
        "TABLE DATA" => Tables([NameOf(item)]),
        "STATISTICS DATA" or "EXTENDED STATISTICS DATA" => Tables([NameOf(item)]),
        "MATERIALIZED VIEW DATA" => [.. Before(item, other => other.HasData || Keys.Contains(other.Desc) || other.Desc == item.Desc)],
        _ when Known.Contains(item.Desc) => OfKnown(item),
        "INDEX ATTACH" or "RULE" => [.. Before(item, other => Known.Contains(other.Desc) || other.Desc is "INDEX ATTACH" or "RULE" || other.HasData)],
        _ => [],
    };

    // The tables that it names, their rows, and for what refers to others all keys.
    private int[] OfKnown(ScriptItem item)
    {
        var names = Named().Matches(Encoding.Latin1.GetString(item.Defn.ToArray())).Select(match => Normal(match.Groups["name"].Value)).ToList();
        var keys = item.Desc is "CONSTRAINT" or "INDEX" ? [] : Before(item, other => other.Desc is "CONSTRAINT" or "INDEX" or "INDEX ATTACH");
        return [.. Tables(names), .. names.SelectMany(name => _data[name]), .. keys];
    }

    private int[] Tables(IEnumerable<string> names) => [.. names.Where(_tables.ContainsKey).Select(name => _tables[name])];

    private IEnumerable<int> Before(ScriptItem item, Func<ScriptItem, bool> isMeant) => _items.TakeWhile(other => other.Id != item.Id).Where(isMeant).Select(other => other.Id);

    private static string NameOf(ScriptItem item) => Encoding.Latin1.GetString(item.Schema ?? []) + "\0" + Encoding.Latin1.GetString(item.Tag);

    private static string Normal(string name)
    {
        var position = 0;
        var parts = Catalogs.Sql.ParseName(name, ref position);
        return parts is null ? name : (parts.Count > 1 ? parts[^2] : "public") + "\0" + parts[^1];
    }

    [GeneratedRegex(@"(\A(ALTER\s+TABLE\s+(ONLY\s+)?)|\sON\s+(ONLY\s+)?|\sREFERENCES\s+)(?<name>(""[^""]*""|[^\s(;""])+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Named();
}
