namespace CiAnon.Catalogs.Ddl;

/// <summary>Which columns a list of index or partition key elements speaks of.</summary>
internal static class ColumnExpressions
{
    /// <summary>Reads <c>(email, lower(name) COLLATE "C" text_pattern_ops DESC, (a + b))</c>.</summary>
    /// <returns>Whether an element is an expression.</returns>
    public static bool ReadElements(Cursor cursor, DdlTable table, HashSet<string> columns)
    {
        var hasExpressions = false;
        cursor.Expect("(");
        do
        {
            if (cursor.Current.IsName && !cursor.Ahead(1).Is("(") && !cursor.Ahead(1).Is("."))
            {
                columns.Add(cursor.Identifier());
            }
            else
            {
                hasExpressions = true;
                ReadExpression(cursor, table, columns);
            }
            // What follows is the element's collation, operator class and order.
            while (!cursor.Is(",") && !cursor.Is(")")) cursor.Skip();
        }
        while (cursor.Take(","));
        cursor.Expect(")");
        return hasExpressions;
    }

    /// <summary>The columns of a condition that goes on to the end of the statement.</summary>
    public static void ReadCondition(Cursor cursor, DdlTable table, HashSet<string> columns)
    {
        while (!cursor.AtStatementEnd) ReadToken(cursor, table, columns);
    }

    // A call or a pair of parentheses.
    private static void ReadExpression(Cursor cursor, DdlTable table, HashSet<string> columns)
    {
        while (!cursor.Is("(")) cursor.Next();
        var depth = 0;
        do
        {
            if (cursor.Is("(")) depth++;
            if (cursor.Is(")")) depth--;
            ReadToken(cursor, table, columns);
        }
        while (depth > 0);
    }

    private static void ReadToken(Cursor cursor, DdlTable table, HashSet<string> columns)
    {
        if (cursor.Take("::"))
        {
            TypeName.Read(cursor);
            return;
        }
        if (cursor.Take("collate"))
        {
            cursor.Name();
            return;
        }
        var token = cursor.Next();
        if (!token.IsName || cursor.Is("(")) return;
        if (cursor.Is("."))
        {
            while (cursor.Take(".")) cursor.Next();
            return;
        }
        if (table.Find(token.Text) is not null) columns.Add(token.Text);
    }
}
