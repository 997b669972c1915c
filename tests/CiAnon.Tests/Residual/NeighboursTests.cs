using System.Text;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Verification.Search;

namespace CiAnon.Tests.Residual;

/// <summary>Wherever two values meet in one buffer: what ends one and begins the next is no word, and an original between two letters is found.</summary>
public class NeighboursTests
{
    private const string Address = "anna7.lindqvist@nordpost.se";

    private static readonly (PersonalKind Kind, string Value)[] Values =
        [(PersonalKind.Email, Address), (PersonalKind.Name, "Annabel Lindqvistha"), (PersonalKind.Username, "annalind1007"), (PersonalKind.Address, "Storgatan 7 B")];

    private static readonly Dictionary<string, (TypeKind Type, string BaseName, Func<string, string> Wrap)> Containers = new()
    {
        ["elements of an array"] = (TypeKind.Array, "_text", value => $"{{abc,\"{value}\",def}}"),
        ["elements without quotation marks"] = (TypeKind.Array, "_text", value => $"{{abc,{value},def}}"),
        ["rows of an array"] = (TypeKind.Array, "_text", value => $"{{{{x,abc}},{{\"{value}\",y}},{{def,z}}}}"),
        ["fields of a composite"] = (TypeKind.Other, "contact", value => $"(abc,\"{value}\",def)"),
        ["fields of composites in an array"] = (TypeKind.Array, "_contact", value => $"{{\"(1,abc)\",\"(\\\"{value}\\\",def)\"}}"),
        ["lexemes"] = (TypeKind.Other, "tsvector", value => $"'abc':1 '{value.ToLowerInvariant()}':2 'def':3"),
        ["items of JSON"] = (TypeKind.Json, "jsonb", value => $"[\"abc\", \"{value}\", \"def\"]"),
        ["items of JSON without spaces"] = (TypeKind.Json, "json", value => $"{{\"abc\":\"{value}\",\"def\":1}}"),
        ["pairs of hstore"] = (TypeKind.Other, "hstore", value => $"\"abc\"=>\"{value}\", \"def\"=>\"x\""),
        ["elements of XML"] = (TypeKind.Other, "xml", value => $"<a>abc</a><b>{value}</b><c>def</c>"),
        ["bounds of a range"] = (TypeKind.Other, "textrange", value => $"[abc,\"{value}\")"),
        ["lines"] = (TypeKind.Text, "text", value => $"abc\n{value}\ndef"),
    };

    public static TheoryData<string> Names => [.. Containers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_original_between_letters_of_its_neighbours_is_found(string container)
    {
        var (type, baseName, wrap) = Containers[container];
        using var originals = Searched.For(Values);
        foreach (var (kind, value) in Values)
            Assert.Equal(kind, Assert.Single(originals.In(wrap(value), type, baseName).Hits()).Kind);

        var patterns = new PatternScanner(Recognizers.All, [new ScannedPattern("line", type, null, new HashSet<PersonalKind>())]);
        patterns.Field(0, Encoding.UTF8.GetBytes(wrap(Address)));
        Assert.Equal(1, patterns.Matching(0, PersonalKind.Email));
    }

    [Fact]
    public void Fields_and_rows_do_not_run_together()
    {
        using var originals = Searched.For(Values);
        foreach (var (kind, value) in Values)
        {
            Assert.Equal([(1, kind, 1L)], Found(originals, $"abc\t{value}\tdef\n"));
            Assert.Equal([(0, kind, 1L), (2, kind, 1L)], Found(originals, $"\\N\t\tabc\n{value}\tx\t{value}\ndef\t\t\\N\n"));
        }
    }

    [Fact]
    public void Rows_are_found_wherever_the_pieces_end_in_which_a_block_comes()
    {
        using var originals = Searched.For(Values);
        foreach (var (kind, value) in Values)
        {
            var block = Encoding.UTF8.GetBytes($"x\ty\tabc\n{value}\tabc\t{value}\ndef\tx\ty\n\\.\n\n\n");
            for (var piece = 1; piece <= block.Length; piece++)
            {
                var scan = Scan(originals);
                var reader = new RowReader(new PieceStream(block, piece), capacity: 16);
                for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next()) scan.Walk(rows);
                Assert.Equal([(0, kind, 1L), (2, kind, 1L)], Found(scan));
            }
        }
    }

    [Fact]
    public void A_large_object_is_found_wherever_the_pieces_end_in_which_it_comes()
    {
        using var originals = Searched.For(Values);
        foreach (var (kind, value) in Values)
        {
            var content = Encoding.UTF8.GetBytes(value);
            for (var piece = 1; piece <= content.Length; piece++)
            {
                var search = new LargeObjectSearch(originals, Recognizers.All);
                search.Search([new(1, new MemoryStream("abc"u8.ToArray())), new(2, new PieceStream(content, piece)), new(3, new MemoryStream("def"u8.ToArray()))], CancellationToken.None);
                Assert.Equal((kind, 1L), search.Findings.Originals.Hits().Select(hit => (hit.Kind, hit.Count)).Single());
                Assert.Equal(kind == PersonalKind.Email ? 1 : 0, search.Findings.Patterns.Matching(0, PersonalKind.Email));
            }
        }
    }

    private static (int Field, PersonalKind Kind, long Count)[] Found(Originals originals, string rows)
    {
        var scan = Scan(originals);
        scan.Walk(Encoding.UTF8.GetBytes(rows));
        return Found(scan);
    }

    private static (int Field, PersonalKind Kind, long Count)[] Found(TableScan scan) => [.. scan.Residual.Tally().Hits().Select(hit => (hit.Field, hit.Kind, hit.Count))];

    private static TableScan Scan(Originals originals)
    {
        var column = new ScannedColumn(TypeKind.Text, "text", []);
        var pattern = new ScannedPattern("line", TypeKind.Text, null, new HashSet<PersonalKind>());
        return new TableScan(new FieldScanner(originals, [column, column, column]), [true, true, true], new PatternScanner(Recognizers.All, [pattern, pattern, pattern]));
    }

    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
    }
}
