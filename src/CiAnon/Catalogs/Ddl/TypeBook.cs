namespace CiAnon.Catalogs.Ddl;

/// <summary>The types that the dump creates, and what a written type is, with domains followed down to their base.</summary>
/// <param name="hasSearchPath">Since 10.3 a name without schema is one of pg_catalog.</param>
/// <param name="hasExtensions">A type that the dump doesn't create may come with an extension.</param>
internal sealed class TypeBook(bool hasSearchPath, bool hasExtensions)
{
    private const int MostNested = 100;

    private static readonly Dictionary<string, string> InternalNames = new()
    {
        ["smallint"] = "int2",
        ["integer"] = "int4",
        ["bigint"] = "int8",
        ["real"] = "float4",
        ["double precision"] = "float8",
        ["boolean"] = "bool",
        ["character"] = "bpchar",
        ["character varying"] = "varchar",
        ["bit varying"] = "varbit",
        ["timestamp without time zone"] = "timestamp",
        ["timestamp with time zone"] = "timestamptz",
        ["time without time zone"] = "time",
        ["time with time zone"] = "timetz",
    };

    // Any strategy fits until a server says otherwise.
    private static readonly ColumnType OfExtension = new("of an extension", TypeKind.Any, "");

    private readonly Dictionary<(string, string), DeclaredType> _declared = [];

    private readonly record struct PgType(string Name, string Type, string Category, bool BuiltIn);

    // A shell comes before its type, and a view's row type may have been announced by a dummy: the last word counts.
    public void Declare(DeclaredType type) => _declared[(type.Schema, type.Name)] = type;

    public DeclaredType? Find((string Schema, string Name) name) => _declared.GetValueOrDefault(name);

    /// <summary>The domain itself refuses NULL; not those below it.</summary>
    public bool RefusesNull(DdlColumn column) => column.Type is { IsArray: false } type && Declared(type, column.TypeSchema) is { Type: "d", NotNull: true };

    /// <summary>What the enum type, CHECKs of the table, of the column's domain and of those below it enumerate.</summary>
    public IReadOnlyList<string>? AllowedValues(DdlColumn column)
    {
        var allowed = column.AllowedValues;
        var (type, schema) = (column.Type, column.TypeSchema);
        for (var depth = 0; depth < MostNested && type is { IsArray: false } && Declared(type, schema) is { Type: "d" } domain; depth++)
        {
            if (domain.AllowedValues is { } values) allowed = CheckedValues.Both(allowed, values);
            (type, schema) = (domain.Base, domain.Schema);
        }
        if (type is { IsArray: false } && Declared(type, schema) is { Type: "e", AllowedValues: { } labels }) allowed = allowed is null ? labels : CheckedValues.Both(labels, allowed);
        return allowed;
    }

    /// <exception cref="DdlException">The type is unknown.</exception>
    public ColumnType Resolve(DdlColumn column, string owner) => Resolve(column, owner, withFields: true);

    private ColumnType Resolve(DdlColumn column, string owner, bool withFields)
    {
        if (column.Type is not { } written) return OfExtension;
        var (type, schema) = (written, column.TypeSchema);
        var modifiers = type.Modifiers;
        for (var depth = 0; !type.IsArray && Declared(type, schema) is { Type: "d" } domain; depth++)
        {
            if (depth == MostNested) throw new DdlException(owner, $"the domain of column {column.Name} is made of itself");
            (type, schema) = (domain.Base!, domain.Schema);
            if (modifiers.Count == 0) modifiers = type.Modifiers;
        }
        var element = Scalar(type, schema, owner);
        var whole = type.IsArray ? ArrayOf(element) : element;
        var isText = element.Name is "varchar" or "bpchar";
        var length = isText && modifiers.Count > 0 ? modifiers[0] : default(int?);
        var isNumeric = element.Name == "numeric";
        return new ColumnType(Text(written, column.TypeSchema), Kind(whole), whole.Name,
            MaxLength: type.IsArray ? null : length,
            Precision: isNumeric && modifiers.Count > 0 ? modifiers[0] : null,
            Scale: isNumeric && modifiers.Count > 0 ? modifiers.ElementAtOrDefault(1) : null,
            ElementKind(whole, type.IsArray ? element : default))
        {
            ElementLength = type.IsArray ? length : null,
            // A row type that comes with a table has its columns there.
            Fields = withFields && Declared(type, schema) is { Type: "c", Attributes: { } attributes }
                ? new CompositeFields([.. attributes.Select(attribute => new CompositeField(attribute.Name, Resolve(attribute, owner, withFields: false)))])
                : null,
        };
    }

    private static TypeKind Kind(PgType type) => TypeKinds.Of(type.Name, type.Type, type.Category, type.BuiltIn);

    private static TypeKind ElementKind(PgType whole, PgType element) => whole switch
    {
        { Category: not "A" } => TypeKind.None,
        { Name: "int2vector" or "oidvector" } => TypeKind.Integer,
        _ => Kind(element with { BuiltIn = whole.BuiltIn }),
    };

    // PostgreSQL names an array's type after its elements' type (pg_type.c, makeArrayTypeName).
    private static PgType ArrayOf(PgType element) => new(Cut("_" + element.Name), "b", "A", element.BuiltIn);

    private static string Cut(string name)
    {
        while (System.Text.Encoding.UTF8.GetByteCount(name) > 63) name = name[..^1];
        return name;
    }

    private PgType Scalar(TypeName type, string? schema, string owner)
    {
        if (Declared(type, schema) is { } declared) return new PgType(declared.Name, declared.Type, Category(declared), BuiltIn: false);
        if (type.Schema is null or "pg_catalog")
        {
            var name = InternalNames.GetValueOrDefault(type.Name, type.Name);
            return new PgType(name, "b", name is "int2vector" or "oidvector" ? "A" : "", BuiltIn: true);
        }
        if (!hasExtensions && type.Schema != "information_schema")
            throw new DdlException(owner, $"the dump doesn't create type {type.Text}, and has no extension that could: dump the whole schema");
        // lo is the large object module's name for oid.
        return type.Name == "lo" ? new PgType("oid", "b", "", BuiltIn: true) : new PgType(type.Name, "b", TypeKinds.IsText(type.Name) ? "S" : "", BuiltIn: false);
    }

    private string Category(DeclaredType type)
    {
        for (var depth = 0; type.Type == "d" && depth < MostNested; depth++)
        {
            if (type.Base!.IsArray) return "A";
            if (Declared(type.Base, type.Schema) is not { } next) return TypeKinds.IsText(type.Base.Name) ? "S" : "";
            type = next;
        }
        return "";
    }

    private DeclaredType? Declared(TypeName type, string? schema)
    {
        if (type.Schema is not null) return _declared.GetValueOrDefault((type.Schema, type.Name));
        if (hasSearchPath || schema is null) return null;
        return _declared.GetValueOrDefault((schema, type.Name)) is { IsRow: false } found ? found : null;
    }

    private string Text(TypeName type, string? schema) =>
        type.Schema is null && Declared(type, schema) is { } declared ? $"{declared.Schema}.{type.Text}" : type.Text;
}
