using System.Text.RegularExpressions;
using CiAnon.Dumps.Contents;
using Npgsql;

namespace CiAnon.Stages.Entries;

/// <summary>
/// Tells whether an entry was refused because of an object that the dump doesn't create: of a part of a database (<c>pg_dump -t</c>,
/// <c>-n</c>, <c>--exclude-table</c>) nobody can create what refers to the other parts.
/// </summary>
internal sealed partial class AbsentObjects
{
    // Of these, a message says the bare name; everything else lies in a schema.
    private static readonly HashSet<string> WithoutSchema = ["schema", "server", "language", "foreign-data wrapper", "access method", "extension"];

    private readonly HashSet<string> _created;
    private readonly bool _isQualified;

    /// <param name="toc">Of the dump whose definitions are executed.</param>
    public AbsentObjects(IReadOnlyList<TocEntry> toc)
    {
        _created = [.. toc.Where(entry => entry.Section != TocSection.Data).SelectMany(Names)];
        // Dumps older than this entry name objects without their schema.
        _isQualified = toc.Any(entry => entry.Desc == "SEARCHPATH");
    }

    /// <summary>An extension is left out by choice: what it has is absent, too.</summary>
    public bool LacksExtension { get; set; }

    /// <summary>Types that any text stands for: nothing but reading and writing works with them.</summary>
    public HashSet<string> StandIns { get; } = [];

    /// <summary>Tables that lack a key here which others may refer to.</summary>
    public HashSet<string> WithoutKeys { get; } = [];

    /// <summary>It couldn't be created: what refers to it can't be, either.</summary>
    public void Add(TocEntry entry)
    {
        _created.ExceptWith(Names(entry));
        if (entry.Desc == "CONSTRAINT") WithoutKeys.Add(entry.Tag.Split(' ')[0]);
    }

    /// <summary>The object, such as <c>relation crm.customers</c>; null where the error is another one, or the dump creates the object, or PostgreSQL should have it.</summary>
    public string? Find(PostgresException refusal) => Named(refusal) ?? (LacksExtension ? OfExtension(refusal) : null);

    private string? Named(PostgresException refusal)
    {
        if (refusal.SqlState is not (PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction))
            return null;
        var said = new[] { Quoted(), Bare(), Operator() }.Select(form => form.Match(refusal.MessageText)).FirstOrDefault(match => match.Success);
        if (said is null) return null;
        var kind = said.Groups["kind"].Value;
        var name = said.Groups["name"].Value;
        if (_created.Contains(name) || !MayBeAbsent(kind, name)) return null;
        return $"{kind} {name}";
    }

    // What a type of the extension can't do without it, and what its operator classes and keys would have made possible for others.
    private string? OfExtension(PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.UndefinedObject when OperatorClass().Match(refusal.MessageText) is { Success: true } said => $"operator class for type {said.Groups["name"].Value}",
        PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.CannotCoerce or PostgresErrorCodes.DatatypeMismatch
            when StandIns.FirstOrDefault(type => refusal.MessageText.Contains(type, StringComparison.Ordinal)) is { } type => $"type {type}",
        PostgresErrorCodes.InvalidForeignKey when KeyOf().Match(refusal.MessageText) is { Success: true } said
            && WithoutKeys.Contains(said.Groups["name"].Value) => $"unique key of {said.Groups["name"].Value}",
        _ => null,
    };

    private bool MayBeAbsent(string kind, string name) => WithoutSchema.Contains(kind)
        || (name.Contains('.', StringComparison.Ordinal)
            ? !name.StartsWith("pg_catalog.", StringComparison.Ordinal) && !name.StartsWith("information_schema.", StringComparison.Ordinal)
            : !_isQualified);

    // A function's tag has its arguments, which a message may write in another way: the name alone decides, on the side of failing.
    private static IEnumerable<string> Names(TocEntry entry)
    {
        var name = entry.Desc is "FUNCTION" or "PROCEDURE" or "AGGREGATE" ? entry.Tag.Split('(')[0] : entry.Tag;
        yield return name;
        if (!string.IsNullOrEmpty(entry.Namespace)) yield return $"{entry.Namespace}.{name}";
    }

    [GeneratedRegex("""
        ^(?<kind>relation|schema|type|collation|server|language|foreign-data wrapper|access method|extension|sequence|table|view|conversion|operator class|operator family|text search (parser|dictionary|template|configuration)) "(?<name>[^"]+?)(\([^"]*\))?(\[\])*"( for encoding "[^"]*"| for access method "[^"]*")? does not exist( for access method "[^"]*")?$
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""^(?<kind>type|function|procedure|aggregate|routine) (?<name>[^"(\[]+)(\(.*\))?(\[\])* does not exist$""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Bare();

    [GeneratedRegex("""^(?<kind>operator) does not exist: (.* )?(?<name>[^ .]+\.[-+*/<>=~!@#%^&|`?]+)( .*)?$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Operator();

    [GeneratedRegex("""^data type (?<name>.+) has no default operator class for access method "[^"]*"$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OperatorClass();

    [GeneratedRegex("""^there is no unique constraint matching given keys for referenced table "(?<name>[^"]+)"$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex KeyOf();
}
