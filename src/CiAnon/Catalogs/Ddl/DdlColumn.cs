namespace CiAnon.Catalogs.Ddl;

/// <summary>A column while its table's statements are read.</summary>
internal sealed class DdlColumn
{
    public required string Name { get; init; }

    /// <summary>Null where only an extension knows it.</summary>
    public required TypeName? Type { get; init; }

    /// <summary>The entry's schema: where a type without one is looked for in old dumps.</summary>
    public string? TypeSchema { get; init; }

    public bool NotNull { get; set; }

    public bool IsIdentity { get; set; }

    public bool IsGenerated { get; set; }

    public string? Comment { get; set; }

    /// <summary>What CHECKs of the table enumerate.</summary>
    public IReadOnlyList<string>? AllowedValues { get; private set; }

    public void Allow(IReadOnlyList<string> values) => AllowedValues = CheckedValues.Both(AllowedValues, values);

    /// <summary>What a child gets of it: identity and comment stay with the parent.</summary>
    public DdlColumn Inherited() => new() { Name = Name, Type = Type, TypeSchema = TypeSchema, NotNull = NotNull, IsGenerated = IsGenerated, AllowedValues = AllowedValues };
}
