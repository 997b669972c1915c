using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;

namespace CiAnon.Planning;

/// <summary>Which columns carry structure and no people, so that nobody has to list them.</summary>
internal static class Classification
{
    private const TypeKind Measured = TypeKind.Integer | TypeKind.Decimal | TypeKind.Timestamp | TypeKind.Time;

    // A role may be called like a person: regrole isn't among them.
    private static readonly HashSet<string> SchemaObjects =
        ["regclass", "regcollation", "regconfig", "regdictionary", "regnamespace", "regoper", "regoperator", "regproc", "regprocedure", "regtype"];

    /// <summary>The reason why the column is structural, or null when a person must decide.</summary>
    public static string? Structural(Table table, Column column, Catalog catalog)
    {
        if (PersonalSign(table, column) is not null) return null;

        var kind = column.Type.Kind;
        // Inherited from a table of an extension: only a server knows what it is.
        if (kind == TypeKind.Any) return null;
        if (SchemaObjects.Contains(column.Type.BaseName)) return "name of a schema object";
        if (kind == TypeKind.Boolean) return "boolean";
        if (kind == TypeKind.Enum) return "enum";
        if (column.AllowedValues is not null) return "a CHECK enumerates its values";
        if (kind is TypeKind.Integer or TypeKind.Uuid && IsSurrogateKey(table, column, catalog)) return "surrogate key";
        if ((kind & Measured) != TypeKind.None) return $"{Word(kind)} without a personal signal";
        if (kind == TypeKind.Array && column.Type.ElementKind is TypeKind.Boolean or TypeKind.Enum or TypeKind.Integer or TypeKind.Decimal)
            return $"array of {Word(column.Type.ElementKind)} values";
        return null;
    }

    /// <summary>The kind that name or comment speak of, strongly enough to ask; null otherwise.</summary>
    public static PersonalKind? PersonalSign(Table table, Column column) =>
        ColumnNames.Recognize(table.Name, column.Name, column.Comment) is { Asks: true, IsRecord: false } verdict && (!verdict.IsOfText || column.Type.Kind == TypeKind.Text || verdict.IsForeignId && column.Type.Kind == TypeKind.Integer) ? verdict.Kind : null;

    /// <summary>The kind that the name of a part of a value speaks of, in what has the other name; null where it says nothing.</summary>
    public static PersonalKind? PersonalSign(string owner, string name) => ColumnNames.Recognize(owner, name) is { Asks: true, IsRecord: false, IsForeignId: false } verdict ? verdict.Kind : null;

    private static bool IsSurrogateKey(Table table, Column column, Catalog catalog) =>
        column.IsIdentity
        || table.UniqueKeys.Any(key => !key.HasExpressions && (key.IsPrimary || key.Columns.Count == 1) && key.Columns.Contains(column.Name))
        || catalog.IsFedBySequence(table, column.Name);

    private static string Word(TypeKind kind) => kind switch
    {
        TypeKind.Integer or TypeKind.Decimal => "number",
        TypeKind.Timestamp => "timestamp",
        TypeKind.Time => "time",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
