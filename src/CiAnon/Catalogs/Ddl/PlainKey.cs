using System.Text.RegularExpressions;

namespace CiAnon.Catalogs.Ddl;

/// <summary>
/// A primary, unique or foreign key over columns and nothing else, as <c>pg_get_constraintdef</c> and <c>pg_get_indexdef</c> write it: its SQL
/// says all that <c>pg_catalog</c> would, and there is no way in which an empty table could refuse it.
/// </summary>
/// <param name="Columns">In the key's order.</param>
/// <param name="Referenced">The table that a foreign key refers to; null of other keys.</param>
/// <param name="NullsClash">NULLS NOT DISTINCT.</param>
/// <param name="IsUnproven">NOT VALID.</param>
public sealed partial record PlainKey(string Name, (string Schema, string Name) Table, bool IsPrimary, IReadOnlyList<string> Columns,
    (string Schema, string Name)? Referenced, IReadOnlyList<string> ReferencedColumns, bool NullsClash, bool IsUnproven)
{
    private const string Identifier = """("([^"]|"")+"|[a-z_][a-z0-9_$]*)""";

    /// <summary>Null where it is anything else, or says more.</summary>
    /// <param name="definition">An entry's SQL.</param>
    public static PlainKey? Read(string definition)
    {
        var match = Constraint().Match(definition);
        if (!match.Success) match = ForeignKey().Match(definition);
        if (!match.Success) match = Index().Match(definition);
        if (!match.Success || TableOf(match, "table") is not { } table) return null;
        var referenced = match.Groups["referenced"].Success ? TableOf(match, "referenced") : null;
        return new PlainKey(Names(match, "name")[0], table, match.Groups["primary"].Success, Names(match, "columns"), referenced,
            referenced is null ? [] : Names(match, "others"), match.Groups["nulls"].Success, match.Groups["unproven"].Success);
    }

    private static (string, string)? TableOf(Match match, string group)
    {
        var position = 0;
        return Sql.ParseName(match.Groups[group].Value, ref position) is [var schema, var name] ? (schema, name) : null;
    }

    private static List<string> Names(Match match, string group)
    {
        var text = match.Groups[group].Value;
        var names = new List<string>();
        for (var position = 0; position < text.Length; position += ", ".Length) names.Add(Sql.ParseName(text, ref position)![0]);
        return names;
    }

    [GeneratedRegex($@"^ALTER TABLE ONLY (?<table>{Identifier}\.{Identifier})\s+ADD CONSTRAINT (?<name>{Identifier}) ((?<primary>PRIMARY KEY)|UNIQUE(?<nulls> NULLS NOT DISTINCT)?) \((?<columns>{Identifier}(, {Identifier})*)\)( DEFERRABLE( INITIALLY DEFERRED)?)?;\s*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex($@"^ALTER TABLE ONLY (?<table>{Identifier}\.{Identifier})\s+ADD CONSTRAINT (?<name>{Identifier}) FOREIGN KEY \((?<columns>{Identifier}(, {Identifier})*)\) REFERENCES (?<referenced>{Identifier}\.{Identifier})\((?<others>{Identifier}(, {Identifier})*)\)( MATCH FULL)?( ON (UPDATE|DELETE) (CASCADE|RESTRICT|SET NULL|SET DEFAULT))*( DEFERRABLE( INITIALLY DEFERRED)?)?(?<unproven> NOT VALID)?;\s*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForeignKey();

    [GeneratedRegex($@"^CREATE UNIQUE INDEX (?<name>{Identifier}) ON (?<table>{Identifier}\.{Identifier}) USING btree \((?<columns>{Identifier}(, {Identifier})*)\)(?<nulls> NULLS NOT DISTINCT)?;\s*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
