namespace CiAnon.Catalogs.Ddl;

/// <summary>A type as it is written: <c>character varying(40)</c>, <c>shop.mood[]</c>.</summary>
/// <param name="Text">Word for word, as <c>format_type</c> printed it.</param>
/// <param name="Schema">Null for types of pg_catalog, and in dumps from before 10.3 for those of the entry's own schema.</param>
/// <param name="Name">Without modifiers and brackets: <c>character varying</c>, <c>timestamp with time zone</c>.</param>
/// <param name="Modifiers">The numbers in parentheses.</param>
internal sealed record TypeName(string Text, string? Schema, string Name, IReadOnlyList<int> Modifiers, bool IsArray)
{
    private static readonly string[] IntervalFields = ["year", "month", "day", "hour", "minute", "second", "to"];

    public static TypeName Read(Cursor cursor)
    {
        var first = cursor.Current;
        var parts = cursor.Name();
        if (parts.Count > 2) throw cursor.Fail("expected a type");
        var name = parts[^1];
        var isWord = first.Kind == TokenKind.Word && parts.Count == 1;
        if (isWord && name == "double" && cursor.Take("precision")) name = "double precision";
        if (isWord && name is "character" or "bit" && cursor.Take("varying")) name += " varying";
        while (isWord && name == "interval" && IntervalFields.Any(field => cursor.Take(field)))
        {
            // The fields of an interval change nothing that we look at.
        }
        var modifiers = cursor.Is("(") ? ReadModifiers(cursor) : [];
        if (isWord && name is "timestamp" or "time")
        {
            if (cursor.Take("with", "time", "zone")) name += " with time zone";
            else if (cursor.Take("without", "time", "zone")) name += " without time zone";
        }
        var isArray = false;
        while (cursor.Take("["))
        {
            isArray = true;
            if (cursor.Current.Kind == TokenKind.Number) cursor.Next();
            cursor.Expect("]");
        }
        return new TypeName(cursor.TextSince(first), parts.Count == 2 ? parts[0] : null, Plain(name, first), modifiers, isArray);
    }

    // "char" in quotes is another type than char without.
    private static string Plain(string name, Token first) => name == "char" && first.Kind == TokenKind.Word ? "character" : name;

    // Types of extensions may have words as modifiers: geometry(Point,4326).
    private static List<int> ReadModifiers(Cursor cursor)
    {
        var numbers = new List<int>();
        cursor.Expect("(");
        while (!cursor.Take(")"))
        {
            var isNegative = cursor.Take("-");
            var token = cursor.Next();
            if (token.Kind == TokenKind.Number && int.TryParse(token.Text, out var number)) numbers.Add(isNegative ? -number : number);
        }
        return numbers;
    }
}
