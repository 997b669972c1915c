namespace CiAnon.Catalogs.Ddl;

/// <summary>CREATE INDEX, of which unique ones are keys.</summary>
internal static class IndexStatement
{
    public static void Read(Cursor cursor, TableBook tables)
    {
        var isUnique = cursor.Take("unique");
        cursor.Expect("index");
        var name = cursor.Identifier();
        cursor.Expect("on");
        cursor.Take("only");
        if (tables.TableOrOther(cursor.QualifiedName(), cursor) is { } table && isUnique) table.UniqueKeys.Add(ReadKey(cursor, name, table));
        while (!cursor.AtStatementEnd) cursor.Skip();
    }

    private static UniqueKey ReadKey(Cursor cursor, string name, DdlTable table)
    {
        if (cursor.Take("using")) cursor.Identifier();
        var columns = new HashSet<string>();
        var others = new HashSet<string>();
        var hasExpressions = ColumnExpressions.ReadElements(cursor, table, columns);
        if (cursor.Take("include")) ColumnExpressions.ReadElements(cursor, table, others);
        var nullsClash = cursor.Take("nulls", "not", "distinct");
        while (!cursor.AtStatementEnd && !cursor.Is("where")) cursor.Skip();
        var isPartial = cursor.Take("where");
        if (isPartial) ColumnExpressions.ReadCondition(cursor, table, others);
        // What a server says of an index with expressions is all columns that it depends on.
        if (hasExpressions) columns.UnionWith(others);
        return new UniqueKey(name, IsPrimary: false, isPartial, hasExpressions, AlterTableStatement.InTableOrder(table, columns), nullsClash);
    }
}
