using System.Text;
using BenchmarkDotNet.Attributes;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;

namespace CiAnon.Benchmarks;

/// <summary>Rows walked and scanned for patterns on one core. An operation is one megabyte: 1 ms per operation is 1 000 MB/s.</summary>
[MemoryDiagnoser]
public class PatternScannerBenchmarks
{
    private const int Megabytes = 32;
    private const string Words = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua";

    private readonly byte[][] _rows = new byte[3][];

    public enum Content
    {
        Lorem,
        Pages,
        Json,
    }

    [Params(Content.Lorem, Content.Pages, Content.Json)]
    public Content Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var words = Words.Split(' ');
        _rows[0] = Fill(id => $"{id}\tLorem {string.Join(' ', Enumerable.Range(0, 12).Select(i => words[(id * 7 + i * 3) % words.Length]))}. Sed {string.Join(' ', Enumerable.Range(0, 12).Select(i => words[(id + i) % words.Length]))}.\n");
        _rows[1] = Fill(id => $"{id}\t6f1c3d5e-7a8b-4c9d-8e0f-{id:x12}\t/products/{id % 40_000}/reviews\thttps://search.example.com/?q=word{id % 97}\n");
        _rows[2] = Fill(id => $"{id}\t{{\"theme\": \"dark\", \"per_page\": {id % 100}, \"beta\": true, \"path\": \"/orders/{id}\", \"at\": \"2024-05-0{1 + id % 9}T10:11:12Z\", \"ids\": [{id}, {id + 1}]}}\n");
    }

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Scan()
    {
        var none = new HashSet<PersonalKind>();
        var fields = new[]
        {
            new ScannedPattern("id", TypeKind.Integer, null, none), new ScannedPattern("a", Rows == Content.Json ? TypeKind.Json : TypeKind.Text, null, none),
            new ScannedPattern("b", TypeKind.Text, null, none), new ScannedPattern("c", TypeKind.Text, null, none),
        }.Take(Rows == Content.Pages ? 4 : 2).ToArray();
        var scanner = new PatternScanner(Recognizers.All, fields);
        new FieldWalker(scanner.Wanted, scanner).Walk(_rows[(int)Rows]);
        return scanner.Seen(1);
    }

    private static byte[] Fill(Func<int, string> row)
    {
        var rows = new StringBuilder();
        for (var id = 1; rows.Length < Megabytes << 20; id++) rows.Append(row(id));
        return Encoding.UTF8.GetBytes(rows.ToString());
    }
}
