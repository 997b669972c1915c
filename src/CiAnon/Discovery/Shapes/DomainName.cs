using CiAnon.Catalogs;
using CiAnon.Discovery.Lexicon;

namespace CiAnon.Discovery.Shapes;

/// <summary>What the name of a column's domain says: <c>contact shop.email</c> holds an address, and has to, where the domain has a CHECK.</summary>
internal static class DomainName
{
    // As PostgreSQL prints its own types, without modifiers.
    private static readonly HashSet<string> BuiltIn =
    [
        "text", "character varying", "character", "bpchar", "name", "citext", "integer", "bigint", "smallint", "numeric", "money", "real", "double precision", "oid", "date",
        "timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone", "interval", "\"char\"",
    ];

    /// <summary>The column's own name counts, unless it says nothing, or less than the domain's.</summary>
    public static NameVerdict? Told(NameVerdict? name, ColumnType type)
    {
        if (name is { Kind: null } or { Strength: >= NameLexicon.Strong } || Of(type) is not { } domain) return name;
        return ColumnNames.Recognize("", domain) is { Kind: not null, IsRandom: false, IsNumbered: false } told && told.Strength > (name?.Strength ?? 0) ? told with { Why = $"domain {domain}: {told.Why}" } : name;
    }

    private static string? Of(ColumnType type)
    {
        if (type.Kind is not (TypeKind.Text or TypeKind.Integer or TypeKind.Decimal or TypeKind.Date or TypeKind.Timestamp)) return null;
        var name = type.Name[(type.Name.LastIndexOf('.') + 1)..];
        return name.Contains('(', StringComparison.Ordinal) || BuiltIn.Contains(name) ? null : name.Trim('"');
    }
}
