using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>
/// Reads the labelled schemas: "= table", then "column type label generator" per line; label "-" is nobody's data, no generator means
/// that the dump has no rows. Every third schema is held out; of those after public databases every second.
/// </summary>
internal static class CorpusReader
{
    private const int Rows = 150;

    /// <summary>From here on: names of columns and shapes of values as public databases have them.</summary>
    private const int FirstPublic = 28;

    public static IReadOnlyList<CorpusColumn> Read() =>
        [.. Directory.GetFiles(GeneratedFile.FullPath("tests/CiAnon.Tests/Discovery/Corpus"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<CorpusColumn> Read(string file)
    {
        var schema = Path.GetFileNameWithoutExtension(file);
        var number = int.Parse(schema[..2]);
        var isHeldOut = number % (number < FirstPublic ? 3 : 2) == 0;
        var table = "";
        foreach (var line in File.ReadLines(file).Where(line => line.Trim().Length > 0))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                table = line[2..].Trim();
                continue;
            }
            var words = line.Trim().Split(' ', 4);
            var column = new Column(words[0], Type(words[1]), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
            var kind = words[2] == "-" ? (PersonalKind?)null : (PersonalKinds.Find(words[2]) ?? throw new InvalidDataException($"{schema}: {words[2]}")).Kind;
            yield return new CorpusColumn(schema, isHeldOut, number >= FirstPublic, new Table(1, "public", table, TableKind.Ordinary, IsPartition: false, [], [column], [], new HashSet<string>()),
                column, kind, words.Length < 4 || words[3].Length == 0 ? null : Sample(words[3], $"{schema}/{table}/{words[0]}"));
        }
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
        var builtIn = bare switch { "integer" => "int4", "bigint" => "int8", "boolean" => "bool", "double" => "float8", "smallint" => "int2", "char" => "bpchar", "citext" => "text", _ => bare };
        return new ColumnType(name, TypeKinds.Of(builtIn, "b", "", builtIn: true), builtIn);
    }
}
