using System.Text;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Reporting.Languages;
using CiAnon.Strategies;

namespace CiAnon.Tests.Planning;

/// <summary>A catalog made by hand, and plans over it.</summary>
internal sealed class Schema
{
    private readonly List<Table> _tables = [];
    private readonly List<ForeignKey> _keys = [];
    private readonly List<OwnedSequence> _sequences = [];

    /// <summary>Tables that the dump has no rows for.</summary>
    public HashSet<string> Empty { get; } = [];

    public IEnumerable<string> Names => _tables.Select(table => table.Name);

    public long Rows { get; set; } = 1000;

    public bool HasLargeObjects { get; set; }

    /// <param name="columns">Each "name type [not null] [generated] [in a|b]"; the type as PostgreSQL prints it, and what a CHECK enumerates.</param>
    public Table Table(string name, params string[] columns) => Table(name, [], columns);

    public Table Table(string name, UniqueKey[] unique, params string[] columns) => Add(name, null, isPartition: false, [], unique, columns);

    /// <summary>A table that isn't in public.</summary>
    public Table InSchema(string schema, string name, params string[] columns)
    {
        var table = Table(name, columns) with { Schema = schema };
        _tables[^1] = table;
        return table;
    }

    /// <summary>A table that an extension creates.</summary>
    public Table OfExtension(string schema, string name, params string[] columns)
    {
        var table = Table(name, columns) with { Schema = schema, IsFromExtension = true, IsFilled = true };
        _tables[^1] = table;
        return table;
    }

    public Table Partitioned(string name, string key, params string[] columns) => Add(name, null, isPartition: false, [key], [], columns);

    public Table Partition(string name, Table parent, params string[] columns) => Add(name, parent, isPartition: true, [], [], columns);

    public Table Child(string name, Table parent, params string[] columns) => Add(name, parent, isPartition: false, [], [], columns);

    public void ForeignKey(Table table, string column, Table referenced, string referencedColumn) =>
        _keys.Add(new ForeignKey($"{table.Name}_{column}_fkey", table, [column], referenced, [referencedColumn]));

    public void Sequence(Table table, string column) => _sequences.Add(new OwnedSequence("public", $"{table.Name}_{column}_seq", table, column));

    public static UniqueKey Unique(params string[] columns) => new($"{string.Join('_', columns)}_key", IsPrimary: false, IsPartial: false, HasExpressions: false, columns);

    public static UniqueKey Primary(params string[] columns) => Unique(columns) with { IsPrimary = true };

    public Plan Plan(string yaml)
    {
        var read = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", Encoding.UTF8.GetBytes("version: 1\n" + yaml), static _ => null, new DateOnly(2026, 7, 1));
        Assert.Empty(read.Diagnostics);
        var plan = Planner.Make(read.Policy!, new Catalog(_tables, _keys, _sequences),
            new PlanningFacts(RunKey.Forgotten(), table => !Empty.Contains(table.Name), _ => Rows, _ => null, AsciiOnly: false, HasLargeObjects));
        // Whatever a plan says of a column, a report says in German, too.
        Assert.All(plan.Tables.SelectMany(table => table.Columns), column => Assert.True(ReportLanguage.German.Knows(column.Reason), $"no German for: {column.Reason}"));
        return plan;
    }

    /// <summary>"line CODE" of everything that is wrong, in the order that it is told.</summary>
    public IReadOnlyList<string> Problems(string yaml) =>
        [.. Assert.Throws<CiAnonException>(() => Plan(yaml)).Diagnostics.Select(problem => $"{problem.Position?.Line} {problem.Code.Id}")];

    /// <summary>"action strategy: reason" of a column.</summary>
    public string Decision(string yaml, Table table, string column)
    {
        var plan = Plan(yaml)[table].Find(column)!;
        return $"{plan.Action.ToString().ToLowerInvariant()}{(plan.Strategy is { } strategy ? " " + strategy.Name : "")}: {plan.Reason}";
    }

    private Table Add(string name, Table? parent, bool isPartition, string[] partitionKey, UniqueKey[] unique, string[] columns)
    {
        var table = new Table((uint)_tables.Count + 1, "public", name, partitionKey.Length > 0 ? TableKind.Partitioned : TableKind.Ordinary, isPartition,
            parent is null ? [] : [parent.Oid], [.. columns.Select(Column)], unique, partitionKey.ToHashSet());
        _tables.Add(table);
        return table;
    }

    /// <summary>What the column's mask makes of a value.</summary>
    public static string Masked(ColumnPlan plan, string value = "somebody@example.org")
    {
        var output = new MaskOutput();
        plan.Mask!.Apply(Encoding.UTF8.GetBytes(value), output);
        return Encoding.UTF8.GetString(output.Written);
    }

    private static Column Column(string text)
    {
        var words = text.Split(' ');
        var type = words[1];
        var open = type.IndexOf('(');
        var name = open < 0 ? type : type[..open];
        var isArray = name.EndsWith("[]", StringComparison.Ordinal);
        var kind = name == "mood" ? TypeKind.Enum : TypeKinds.Of(name.TrimEnd('[', ']'), "b", "", builtIn: true);
        return new Column(words[0], new ColumnType(type, isArray ? TypeKind.Array : kind, name, open < 0 ? null : int.Parse(type[(open + 1)..^1]), ElementKind: isArray ? kind : TypeKind.None)
        {
            Fields = name == "contact" ? new CompositeFields([new("id", new("integer", TypeKind.Integer, "int4")), new("mail", new("character varying(30)", TypeKind.Text, "varchar", 30))]) : null,
        },
            text.Contains("not null"), text.Contains("identity"), text.Contains("generated"), null)
        { AllowedValues = words is [.., "in", var values] ? values.Split('|') : null };
    }
}
