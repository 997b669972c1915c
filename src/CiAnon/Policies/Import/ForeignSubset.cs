using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>Subsets along foreign keys.</summary>
internal static class ForeignSubset
{
    public static void Add(string table, YamlNode? conditions, PolicyDraft draft)
    {
        foreach (var condition in conditions.Items())
            draft.Lose(condition.At, $"a subset of table {table} isn't carried over: all rows stay");
    }

    public static void References(YamlNode? references, Func<YamlNode, string> name, PolicyDraft draft)
    {
        foreach (var table in references.Items())
            draft.Lose(table.At, $"the references of table {name(table)} aren't carried over");
    }
}
