using System.Text.RegularExpressions;

namespace CiAnon.Dumps.Scripts;

/// <summary>What a statement without pg_dump's comment would be called in a table of contents.</summary>
internal static partial class StatementKind
{
    private const string Name = @"(?<name>(""[^""]*""|[^\s(;""])+)";

    // The more special ones first.
    private static readonly (Regex Pattern, string Desc)[] Kinds =
    [
        (Start($@"COMMENT\s+ON\s+(?<tag>TABLE|COLUMN)\s+{Name}"), "COMMENT"),
        (Start($@"COMMENT\s+ON\s+{Name}"), "COMMENT"),
        (Start($@"(GRANT|REVOKE)\s+{Name}"), "ACL"),
        (Start($@"SECURITY\s+LABEL\s+{Name}"), "SECURITY LABEL"),
        (Start($@"ALTER\s+DEFAULT\s+PRIVILEGES\s+{Name}"), "DEFAULT ACL"),
        (Start($@"REFRESH\s+MATERIALIZED\s+VIEW\s+{Name}"), "MATERIALIZED VIEW DATA"),
        (Start($@"SELECT\s+pg_catalog\.setval\(\s*'{Name}'"), "SEQUENCE SET"),
        (Start($@"ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?{Name}\s+ATTACH\s+PARTITION"), "TABLE ATTACH"),
        (Start($@"ALTER\s+INDEX\s+{Name}\s+ATTACH\s+PARTITION"), "INDEX ATTACH"),
        (Start($@"ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?{Name}\s+ADD\s+(CONSTRAINT\s+(""[^""]*""|[^\s""])+\s+)?FOREIGN\s+KEY"), "FK CONSTRAINT"),
        (Start($@"ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?{Name}\s+ADD\s+(CONSTRAINT\s+(""[^""]*""|[^\s""])+\s+)?CHECK"), "CHECK CONSTRAINT"),
        (Start($@"ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?{Name}\s+ADD\s+(CONSTRAINT\s+(""[^""]*""|[^\s""])+\s+)?(PRIMARY\s+KEY|UNIQUE|EXCLUDE)"), "CONSTRAINT"),
        (Start($@"ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?{Name}\s+ALTER\s+(COLUMN\s+)?(""[^""]*""|[^\s""])+\s+ADD\s+GENERATED"), "SEQUENCE"),
        (Start($@"ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?{Name}\s+(ENABLE|FORCE)\s+ROW\s+LEVEL\s+SECURITY"), "ROW SECURITY"),
        (Start($@"ALTER\s+TABLE\s+(IF\s+EXISTS\s+)?(ONLY\s+)?{Name}"), "DEFAULT"),
        (Start($@"ALTER\s+SEQUENCE\s+{Name}\s+OWNED\s+BY"), "SEQUENCE OWNED BY"),
        (Start($@"ALTER\s+(?!ROLE\b|USER\b|SYSTEM\b|DATABASE\b|TABLESPACE\b)[A-Z]+(\s+[A-Z]+)*?\s+{Name}"), "DEFAULT"),
        (Start($@"CREATE\s+UNLOGGED\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?{Name}"), "TABLE"),
        (Start($@"CREATE\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?{Name}"), "TABLE"),
        (Start($@"CREATE\s+FOREIGN\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?{Name}"), "FOREIGN TABLE"),
        (Start($@"CREATE\s+MATERIALIZED\s+VIEW\s+(IF\s+NOT\s+EXISTS\s+)?{Name}"), "MATERIALIZED VIEW"),
        (Start($@"CREATE\s+(OR\s+REPLACE\s+)?(RECURSIVE\s+)?VIEW\s+{Name}"), "VIEW"),
        (Start($@"CREATE\s+SEQUENCE\s+(IF\s+NOT\s+EXISTS\s+)?{Name}"), "SEQUENCE"),
        (Start($@"CREATE\s+(UNIQUE\s+)?INDEX\s+(CONCURRENTLY\s+)?(IF\s+NOT\s+EXISTS\s+)?{Name}"), "INDEX"),
        (Start($@"CREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\s+{Name}"), "TRIGGER"),
        (Start($@"CREATE\s+EVENT\s+TRIGGER\s+{Name}"), "EVENT TRIGGER"),
        (Start($@"CREATE\s+(OR\s+REPLACE\s+)?RULE\s+{Name}"), "RULE"),
        (Start($@"CREATE\s+(OR\s+REPLACE\s+)?(?<kind>FUNCTION|PROCEDURE|AGGREGATE)\s+{Name}"), ""),
        (Start($@"CREATE\s+(?<kind>TYPE|DOMAIN|CAST|COLLATION|CONVERSION|SERVER|POLICY|PUBLICATION|SUBSCRIPTION|STATISTICS)\s+(IF\s+NOT\s+EXISTS\s+)?{Name}"), ""),
        (Start($@"CREATE\s+(?<kind>EXTENSION|SCHEMA|USER\s+MAPPING)\s+(IF\s+NOT\s+EXISTS\s+)?{Name}"), ""),
        (Start($@"CREATE\s+(?<kind>FOREIGN\s+DATA\s+WRAPPER|OPERATOR(\s+(CLASS|FAMILY))?|TEXT\s+SEARCH\s+[A-Z]+|ACCESS\s+METHOD)\s+{Name}"), ""),
        (Start($@"CREATE\s+(OR\s+REPLACE\s+)?(TRUSTED\s+)?(PROCEDURAL\s+)?LANGUAGE\s+{Name}"), "PROCEDURAL LANGUAGE"),
    ];

    /// <summary>Kind and name as written, qualified or not; null for a kind that no dump of one database has.</summary>
    public static (string Desc, string Name)? Of(string statement)
    {
        foreach (var (pattern, desc) in Kinds)
        {
            if (pattern.Match(statement) is not { Success: true } match) continue;
            var name = match.Groups["name"].Value;
            if (match.Groups["tag"] is { Success: true } tag) return (desc, $"\"{tag.Value.ToUpperInvariant()} {Bare(name)}\"");
            return (desc.Length > 0 ? desc : Blanks().Replace(match.Groups["kind"].Value.ToUpperInvariant(), " "), name);
        }
        return null;
    }

    // public.customers.email becomes customers.email, as pg_dump names what a comment is on.
    private static string Bare(string name) => name.Replace("\"", "", StringComparison.Ordinal).Split('.') is { Length: > 1 } parts ? string.Join('.', parts[1..]) : name;

    private static Regex Start(string pattern) => new($@"\A{pattern}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
