using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Which types can hold which kinds: a boolean called phone holds no phone number.</summary>
internal static class TypeFit
{
    private const TypeKind Containers = TypeKind.Text | TypeKind.Json | TypeKind.Array | TypeKind.Other | TypeKind.Binary;

    public static bool Fits(PersonalKind kind, ColumnType type) => (Types(kind) & type.Kind) != TypeKind.None && !IsAmount(kind, type);

    /// <summary>Of a kind that has numbers, and a type that has fractions: an amount of VAT is nobody's VAT number.</summary>
    public static bool IsAmount(PersonalKind kind, ColumnType type) => IsNumber(kind) && HasFraction(type);

    private static bool HasFraction(ColumnType type) => type.Kind == TypeKind.Decimal
        && (type.BaseName is "float4" or "float8" or "money" || type.Name.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && !type.Name[(comma + 1)..].TrimStart().StartsWith('0'));

    private static bool IsNumber(PersonalKind kind) => kind is PersonalKind.Phone or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.Card or PersonalKind.PostalCode;

    private static TypeKind Types(PersonalKind kind) => kind switch
    {
        PersonalKind.Phone or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.Card or PersonalKind.PostalCode =>
            Containers | TypeKind.Integer | TypeKind.Decimal,
        PersonalKind.Token or PersonalKind.Device => Containers | TypeKind.Uuid | TypeKind.Network,
        PersonalKind.Ip => Containers | TypeKind.Network,
        PersonalKind.BirthDate => Containers | TypeKind.Date | TypeKind.Timestamp | TypeKind.Integer | TypeKind.Decimal,
        PersonalKind.Gender => Containers | TypeKind.Enum | TypeKind.Integer,
        PersonalKind.Location => Containers | TypeKind.Decimal,
        PersonalKind.Income => Containers | TypeKind.Integer | TypeKind.Decimal,
        PersonalKind.Special => TypeKind.Any,
        _ => Containers,
    };
}
