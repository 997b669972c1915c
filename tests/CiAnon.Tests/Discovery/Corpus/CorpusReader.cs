using System.Globalization;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>
/// Reads the labelled schemas: "= table", then "column type label generator" per line; label "-" is nobody's data, no generator means
/// that the dump has no rows. What has a number below <see cref="FirstHeldOut"/> is tuned; what came later is held out.
/// </summary>
internal static class CorpusReader
{
    private const int Rows = 150;

    /// <summary>From here on: names of columns and shapes of values as public databases have them.</summary>
    public const int FirstPublic = 28;

    /// <summary>From here on invented again, in other languages than English.</summary>
    public const int FirstInventedAgain = 62;

    /// <summary>And from here on after public databases again, the columns read in their sources.</summary>
    public const int FirstRead = 69;

    /// <summary>From here on invented once more, in fifteen languages, before the words of seven of them.</summary>
    public const int FirstOfMany = 82;

    /// <summary>From here on after public databases once more, most of them read in their sources.</summary>
    public const int FirstAfterMany = 97;

    /// <summary>From here on in languages whose words were written before a schema of theirs: three fifths of them invented.</summary>
    public const int FirstOfScripts = 114;

    /// <summary>Of those, from here on after public databases, most of them read in their sources.</summary>
    public const int FirstBesideScripts = 125;

    /// <summary>From here on in the same languages again.</summary>
    public const int FirstOfScriptsAgain = 129;

    /// <summary>All before were looked at; these are after public databases, most of them read in their sources.</summary>
    public const int FirstHeldOut = 140;

    /// <summary>From here on in the same languages a third time.</summary>
    public const int FirstHeldOutOfScripts = 144;

    public static int Number(string schema) => int.Parse(schema[..schema.IndexOf('-')], CultureInfo.InvariantCulture);

    // Judging all of them takes some seconds.
    private static readonly Lazy<IReadOnlyList<CorpusColumn>> Columns = new(() =>
        [.. Directory.GetFiles(GeneratedFile.FullPath("tests/CiAnon.Tests/Discovery/Corpus"), "*.txt").OrderBy(file => Number(Path.GetFileName(file))).SelectMany(Read)]);

    public static IReadOnlyList<CorpusColumn> Read() => Columns.Value;

    private static IEnumerable<CorpusColumn> Read(string file)
    {
        var schema = Path.GetFileNameWithoutExtension(file);
        var number = Number(schema);
        return Tables(file).SelectMany(table => Read(schema, number >= FirstHeldOut, number is >= FirstPublic and < FirstInventedAgain or >= FirstRead and < FirstOfMany or >= FirstAfterMany and < FirstOfScripts or >= FirstBesideScripts and < FirstOfScriptsAgain or >= FirstHeldOut and < FirstHeldOutOfScripts, table.Name, table.Lines));
    }

    private static List<(string Name, List<string[]> Lines)> Tables(string file)
    {
        var tables = new List<(string Name, List<string[]> Lines)>();
        foreach (var line in File.ReadLines(file).Where(line => line.Trim().Length > 0))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal)) tables.Add((line[2..].Trim(), []));
            else tables[^1].Lines.Add(line.Trim().Split(' ', 4));
        }
        return tables;
    }

    private static IEnumerable<CorpusColumn> Read(string schema, bool isHeldOut, bool isPublic, string name, List<string[]> lines)
    {
        var table = new Table(1, "public", name, TableKind.Ordinary, IsPartition: false, [],
            [.. lines.Select(words => new Column(words[0], Type(words[1]), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null))], [], new HashSet<string>());
        return lines.Zip(table.Columns, (words, column) =>
        {
            var kind = words[2] == "-" ? (PersonalKind?)null : (PersonalKinds.Find(words[2]) ?? throw new InvalidDataException($"{schema}: {words[2]}")).Kind;
            return new CorpusColumn(schema, isHeldOut, isPublic, table, column, kind, words.Length < 4 || words[3].Length == 0 ? null : Sample(words[3], $"{schema}/{name}/{words[0]}"));
        });
    }

    private static ColumnSample Sample(string generator, string seed)
    {
        var random = new Random(seed.Aggregate(17, (hash, character) => unchecked(hash * 31 + character)));
        var sample = new ColumnSample();
        for (var i = 0; i < Rows; i++) sample.Add(Encoding.UTF8.GetBytes(CorpusValues.Make(generator, random)));
        return sample;
    }

    private static ColumnType Type(string name)
    {
        var bare = name.Split('(')[0];
        var builtIn = bare switch { "integer" => "int4", "bigint" => "int8", "boolean" => "bool", "double" => "float8", "smallint" => "int2", "char" => "bpchar", "citext" => "text", "decimal" => "numeric", _ => bare };
        return new ColumnType(name, TypeKinds.Of(builtIn, "b", "", builtIn: true), builtIn);
    }
}
