using CiAnon.Catalogs;
using CiAnon.Tables;

namespace CiAnon.Verification;

/// <summary>The judged dump has the original's tables and columns, with the same types.</summary>
internal static class SchemaCheck
{
    public static CheckResult Run(RunResult run, Original original)
    {
        var here = run.Catalog.Tables.ToDictionary(table => table.FullName);
        var there = original.Catalog.Tables.ToDictionary(table => table.FullName);
        List<Finding> findings =
        [
            .. there.Keys.Except(here.Keys).Select(name => new Finding(name, 1, "the original has this table, the dump doesn't")),
            .. here.Keys.Except(there.Keys).Select(name => new Finding(name, 1, "the dump has this table, the original doesn't")),
            .. there.Where(table => here.ContainsKey(table.Key)).SelectMany(table => Compare(here[table.Key], table.Value)),
        ];
        return CheckDefinition.Schema.Result(there.Count, findings);
    }

    private static IEnumerable<Finding> Compare(Table here, Table there)
    {
        foreach (var column in there.Columns)
        {
            if (here.Find(column.Name) is not { } own)
                yield return new Finding($"{there.FullName}.{column.Name}", 1, "the original has this column, the dump doesn't");
            else if (own.Type.Name != column.Type.Name)
                yield return new Finding($"{there.FullName}.{column.Name}", 1, $"is {own.Type.Name} and in the original {column.Type.Name}");
        }
        foreach (var column in here.Columns.Where(column => there.Find(column.Name) is null))
            yield return new Finding($"{there.FullName}.{column.Name}", 1, "the dump has this column, the original doesn't");
    }
}
