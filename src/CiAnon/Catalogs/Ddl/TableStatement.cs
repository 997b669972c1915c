namespace CiAnon.Catalogs.Ddl;

/// <summary>CREATE TABLE and CREATE FOREIGN TABLE.</summary>
internal sealed class TableStatement(Cursor cursor, TableBook tables, TypeBook types)
{
    // What may follow a column's name when its type comes from elsewhere (OF, PARTITION OF).
    private static readonly string[] Amendments = ["with", "not", "null", "default", "constraint", "generated", "check", "collate"];

    private static readonly string[] TableConstraints = ["check", "primary", "unique", "foreign", "like"];

    private readonly List<(string Column, Action<DdlColumn> Amend)> _amended = [];

    public void Read(TableKind kind)
    {
        var name = cursor.QualifiedName();
        var table = tables.Add(name, kind, cursor);
        if (cursor.Take("of")) CopyAttributes(table);
        if (cursor.Take("partition", "of"))
        {
            table.IsPartition = true;
            table.InheritFrom(tables.Get(cursor.QualifiedName(), cursor));
        }
        var own = cursor.Is("(") ? ReadElements() : [];
        if (cursor.Take("inherits")) ReadParents(table);
        foreach (var column in own) table.Merge(column);
        foreach (var (column, amend) in _amended)
            amend(table.Knows(column) ? table.Find(column)! : throw cursor.Fail($"there is no column {column}"));
        while (!cursor.AtStatementEnd) ReadClause(table);
    }

    private void CopyAttributes(DdlTable table)
    {
        var name = cursor.QualifiedName();
        var attributes = types.Find(name)?.Attributes ?? throw cursor.Fail($"there is no composite type {name.Schema}.{name.Name}");
        foreach (var attribute in attributes) table.Columns.Add(attribute.Inherited());
    }

    private void ReadParents(DdlTable table)
    {
        cursor.Expect("(");
        do table.InheritFrom(tables.Get(cursor.QualifiedName(), cursor));
        while (cursor.Take(","));
        cursor.Expect(")");
    }

    private void ReadClause(DdlTable table)
    {
        if (cursor.Take("partition", "by"))
        {
            table.Kind = TableKind.Partitioned;
            cursor.Identifier();
            ColumnExpressions.ReadElements(cursor, table, table.PartitionKey);
        }
        else
        {
            cursor.Skip();
        }
    }

    private List<DdlColumn> ReadElements()
    {
        var columns = new List<DdlColumn>();
        cursor.Expect("(");
        while (!cursor.Take(")"))
        {
            ReadElement(columns);
            if (!cursor.Is(")")) cursor.Expect(",");
        }
        return columns;
    }

    private void ReadElement(List<DdlColumn> columns)
    {
        var isNamed = cursor.Take("constraint");
        if (isNamed) cursor.Identifier();
        if (cursor.Take("not", "null"))
        {
            // Since 18, an inherited column's own NOT NULL stands by itself.
            _amended.Add((cursor.Identifier(), column => column.NotNull = true));
            SkipElement();
        }
        else if (isNamed || TableConstraints.Any(word => cursor.Is(word)))
        {
            var first = cursor.Current;
            SkipElement();
            if (first.Is("check") && CheckedValues.Read(cursor.TextSince(first)) is { } check) _amended.Add((check.Column, column => column.Allow(check.Values)));
        }
        else if (Amendments.Any(word => cursor.Ahead(1).Is(word)))
        {
            var name = cursor.Identifier();
            _amended.Add((name, ReadConstraints()));
        }
        else
        {
            var column = new DdlColumn { Name = cursor.Identifier(), Type = TypeName.Read(cursor), TypeSchema = cursor.Entry.Schema };
            ReadConstraints()(column);
            columns.Add(column);
        }
    }

    private Action<DdlColumn> ReadConstraints()
    {
        bool notNull = false, isIdentity = false, isGenerated = false;
        while (!AtElementEnd)
        {
            // DEFAULT x IS NOT NULL is no constraint.
            if (cursor.Is("not", "null") && !cursor.Previous.Is("is")) notNull = true;
            if (cursor.Take("generated", "always", "as") || cursor.Take("generated", "by", "default", "as"))
            {
                if (cursor.Is("identity")) isIdentity = notNull = true;
                else isGenerated = true;
            }
            if (!AtElementEnd) cursor.Skip();
        }
        return column =>
        {
            column.NotNull |= notNull;
            column.IsIdentity |= isIdentity;
            column.IsGenerated |= isGenerated;
        };
    }

    private void SkipElement()
    {
        while (!AtElementEnd) cursor.Skip();
    }

    private bool AtElementEnd => cursor.Is(",") || cursor.Is(")");
}
