using CiAnon.Catalogs;

namespace CiAnon.Strategies.Containers;

/// <summary>PostgreSQL's own ranges and multiranges, and what their bounds are.</summary>
internal static class RangeTypes
{
    /// <summary>The type of the bounds; null where the type is no range.</summary>
    public static ColumnType? BoundOf(string baseName) => baseName switch
    {
        "int4range" or "int4multirange" => new ColumnType("integer", TypeKind.Integer, "int4"),
        "int8range" or "int8multirange" => new ColumnType("bigint", TypeKind.Integer, "int8"),
        "numrange" or "nummultirange" => new ColumnType("numeric", TypeKind.Decimal, "numeric"),
        "daterange" or "datemultirange" => new ColumnType("date", TypeKind.Date, "date"),
        "tsrange" or "tsmultirange" => new ColumnType("timestamp without time zone", TypeKind.Timestamp, "timestamp"),
        "tstzrange" or "tstzmultirange" => new ColumnType("timestamp with time zone", TypeKind.Timestamp, "timestamptz"),
        _ => null,
    };
}
