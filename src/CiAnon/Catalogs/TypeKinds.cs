namespace CiAnon.Catalogs;

/// <summary>Maps <c>pg_type</c> to the families that strategies know.</summary>
public static class TypeKinds
{
    /// <summary>Whether a type of an extension is plain text: citext, and those of orafce, which have PostgreSQL's category of texts, too.</summary>
    internal static bool IsText(string name) => name is "citext" or "varchar2" or "nvarchar2";

    /// <param name="name"><c>typname</c> of the base type.</param>
    /// <param name="type"><c>typtype</c>: b, c, e, r, m, p.</param>
    /// <param name="category"><c>typcategory</c>.</param>
    /// <param name="builtIn">The type is in <c>pg_catalog</c>: its name alone says what it is.</param>
    public static TypeKind Of(string name, string type, string category, bool builtIn)
    {
        if (type == "e") return TypeKind.Enum;
        if (category == "A") return TypeKind.Array;
        if (!builtIn) return category == "S" && IsText(name) ? TypeKind.Text : TypeKind.Other;
        return name switch
        {
            "text" or "varchar" or "bpchar" or "name" or "char" => TypeKind.Text,
            "int2" or "int4" or "int8" or "oid" or "oid8" or "xid" or "xid8" => TypeKind.Integer,
            "numeric" or "float4" or "float8" or "money" => TypeKind.Decimal,
            "bool" => TypeKind.Boolean,
            "date" => TypeKind.Date,
            "timestamp" or "timestamptz" => TypeKind.Timestamp,
            "time" or "timetz" or "interval" => TypeKind.Time,
            "uuid" => TypeKind.Uuid,
            "json" or "jsonb" => TypeKind.Json,
            "bytea" => TypeKind.Binary,
            "inet" or "cidr" or "macaddr" or "macaddr8" => TypeKind.Network,
            _ => TypeKind.Other,
        };
    }
}
