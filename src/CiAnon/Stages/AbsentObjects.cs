using System.Text.RegularExpressions;
using CiAnon.Dumps;
using Npgsql;

namespace CiAnon.Stages;

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

    /// <summary>It couldn't be created: what refers to it can't be, either.</summary>
    public void Add(TocEntry entry) => _created.ExceptWith(Names(entry));

    /// <summary>The object, such as <c>relation crm.customers</c>; null where the error is another one, or the dump creates the object, or PostgreSQL should have it.</summary>
    public string? Find(PostgresException refusal)
    {
        if (refusal.SqlState is not (PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction))
            return null;
        var said = new[] { Quoted(), Bare(), Operator(), OperatorClass() }.Select(form => form.Match(refusal.MessageText)).FirstOrDefault(match => match.Success);
        if (said is null) return null;
        var kind = said.Groups["kind"].Value;
        var name = said.Groups["name"].Value;
        if (_created.Contains(name) || !MayBeAbsent(kind, name)) return null;
        return $"{kind} {name}";
    }

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
        ^(?<kind>relation|schema|type|collation|server|language|foreign-data wrapper|access method|extension|sequence|table|view|conversion|operator class|operator family|text search (parser|dictionary|template|configuration)) "(?<name>[^"]+?)(\([^"]*\))?(\[\])*"( for encoding "[^"]*"| for access method "[^"]*")? does not exist$
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""^(?<kind>type|function|procedure|aggregate|routine) (?<name>[^"(\[]+)(\(.*\))?(\[\])* does not exist$""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();

    [GeneratedRegex("""^(?<kind>operator) does not exist: (.* )?(?<name>[^ .]+\.[-+*/<>=~!@#%^&|`?]+)( .*)?$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Operator();

    [GeneratedRegex("""^data (?<kind>type) (?<name>[^"(\[]+)(\(.*\))?(\[\])* has no default operator class for access method "[^"]*"$""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OperatorClass();
}
