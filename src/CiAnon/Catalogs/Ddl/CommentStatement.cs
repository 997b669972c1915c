namespace CiAnon.Catalogs.Ddl;

/// <summary>COMMENT ON TABLE and COMMENT ON COLUMN; comments on anything else are passed over.</summary>
internal static class CommentStatement
{
    public static void Read(Cursor cursor, TableBook tables)
    {
        cursor.Expect("comment");
        cursor.Expect("on");
        if (cursor.Take("table") || cursor.Take("foreign", "table"))
        {
            tables.Get(cursor.QualifiedName(), cursor).Comment = Text(cursor);
        }
        else if (cursor.Take("column"))
        {
            var name = cursor.Name();
            // Views and composite types have columns too.
            if (name.Count < 2 || tables.Find(cursor.Qualify([.. name.SkipLast(1)])) is not { } table) return;
            if (!table.Knows(name[^1])) throw cursor.Fail($"table {table.Schema}.{table.Name} has no column {name[^1]}");
            table.Find(name[^1])!.Comment = Text(cursor);
        }
    }

    private static string Text(Cursor cursor)
    {
        cursor.Expect("is");
        var token = cursor.Next();
        return token.Kind == TokenKind.Text ? token.Text : throw cursor.Fail("expected the comment's text");
    }
}
