namespace CiAnon.Catalogs.Ddl;

/// <summary>CREATE TYPE and CREATE DOMAIN.</summary>
internal static class TypeStatements
{
    public static IEnumerable<DeclaredType> ReadType(Cursor cursor)
    {
        cursor.Expect("create");
        cursor.Expect("type");
        var (schema, name) = cursor.QualifiedName();
        if (cursor.Take("as", "enum")) return [new DeclaredType(schema, name, "e") { AllowedValues = Labels(cursor) }];
        if (cursor.Take("as", "range")) return [new DeclaredType(schema, name, "r"), .. Multirange(cursor)];
        if (cursor.Take("as")) return [new DeclaredType(schema, name, "c", Attributes: Attributes(cursor))];
        // A base type, or its shell that comes first: its input function alone knows what its text is.
        return [new DeclaredType(schema, name, "b")];
    }

    public static DeclaredType ReadDomain(Cursor cursor)
    {
        cursor.Expect("create");
        cursor.Expect("domain");
        var (schema, name) = cursor.QualifiedName();
        cursor.Expect("as");
        var type = TypeName.Read(cursor);
        var notNull = false;
        IReadOnlyList<string>? allowed = null;
        while (!cursor.AtStatementEnd)
        {
            // DEFAULT (x IS NOT NULL) promises nothing.
            if (cursor.Is("not", "null") && !cursor.Previous.Is("is")) notNull = true;
            if (!cursor.Is("check")) cursor.Skip();
            else if (Check(cursor) is { } values) allowed = CheckedValues.Both(allowed, values);
        }
        return new DeclaredType(schema, name, "d", type, notNull) { AllowedValues = allowed };
    }

    private static IReadOnlyList<string>? Check(Cursor cursor)
    {
        var first = cursor.Next();
        cursor.Skip();
        return CheckedValues.Read(cursor.TextSince(first))?.Values;
    }

    private static List<DeclaredType> Multirange(Cursor cursor)
    {
        var found = new List<DeclaredType>();
        cursor.Expect("(");
        while (!cursor.Take(")"))
        {
            if (cursor.Take("multirange_type_name", "="))
            {
                var (schema, name) = cursor.QualifiedName();
                found.Add(new DeclaredType(schema, name, "m"));
            }
            else
            {
                cursor.Skip();
            }
        }
        return found;
    }

    private static List<string> Labels(Cursor cursor)
    {
        var labels = new List<string>();
        cursor.Expect("(");
        while (!cursor.Take(")"))
        {
            if (!cursor.Is(",")) labels.Add(cursor.Next().Text);
            else cursor.Skip();
        }
        return labels;
    }

    private static List<DdlColumn> Attributes(Cursor cursor)
    {
        var attributes = new List<DdlColumn>();
        cursor.Expect("(");
        while (!cursor.Take(")"))
        {
            attributes.Add(new DdlColumn { Name = cursor.Identifier(), Type = TypeName.Read(cursor), TypeSchema = cursor.Entry.Schema });
            while (!cursor.Is(",") && !cursor.Is(")")) cursor.Skip();
            cursor.Take(",");
        }
        return attributes;
    }
}
