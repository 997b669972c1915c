namespace CiAnon.Catalogs;

/// <summary>What a strategy needs to know of a column's type: the family of its text form in COPY.</summary>
[Flags]
public enum TypeKind
{
    None = 0,

    /// <summary>text, varchar, char, citext, name and domains over them.</summary>
    Text = 1,

    /// <summary>smallint, integer, bigint, oid, oid8, xid, xid8.</summary>
    Integer = 2,

    /// <summary>numeric, real, double precision, money.</summary>
    Decimal = 4,
    Boolean = 8,
    Date = 16,

    /// <summary>timestamp with or without time zone.</summary>
    Timestamp = 32,

    /// <summary>time, timetz, interval.</summary>
    Time = 64,
    Uuid = 128,
    Enum = 256,

    /// <summary>json, jsonb.</summary>
    Json = 512,

    /// <summary>bytea.</summary>
    Binary = 1024,

    /// <summary>inet, cidr, macaddr.</summary>
    Network = 2048,

    /// <summary>Any array, whatever its elements.</summary>
    Array = 4096,

    /// <summary>Everything else: xml, tsvector, hstore, composite, geometric, ranges, types of extensions.</summary>
    Other = 8192,

    Any = 16383,
}
