using System.Text;
using BenchmarkDotNet.Attributes;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Keys;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Benchmarks;

/// <summary>
/// Rows in, rows out, on one core: a table without masked columns, and customers with ten of fourteen fields masked as
/// benchmarks/policies/bench.yml says. An operation is one megabyte: 1 ms per operation is 1 000 MB/s.
/// </summary>
[MemoryDiagnoser]
public class RowTransformerBenchmarks
{
    private const int Megabytes = 32;

    private byte[] _items = [];
    private byte[] _customers = [];
    private Mask?[] _masks = [];

    [GlobalSetup]
    public void Setup()
    {
        _items = Fill((rows, id) => rows.Append($"{id}\t{id * 7 % 780_000}\t{id * 31 % 40_000}\t{1 + id % 5}\t{5 + id % 50_000 / 100.0:0.00}\n"));
        _customers = Fill(AppendCustomer);
        var key = RunKey.FromBase64(Convert.ToBase64String(new byte[32]), out _)!;
        var text = new ColumnType("text", TypeKind.Text, "text");
        Mask Make(string strategy, ColumnType type, long distinct = 0, string? option = null, string? value = null) =>
            StrategyRegistry.Find(strategy)!.Compile(new StrategyContext(type,
                option is null ? OptionValues.None : new OptionValues(new Dictionary<string, string> { [option] = value! }), key.Derive(strategy + "/"), "en", distinct, AsciiOnly: false)).Mask!;
        _masks =
        [
            null,
            Make("email", text, distinct: 1_000_000),
            Make("first_name", text),
            Make("last_name", text),
            Make("phone", text with { Name = "character varying(20)", MaxLength = 20 }),
            Make("digits", text with { Name = "character(11)", BaseName = "bpchar", MaxLength = 11 }, distinct: 1_000_000),
            Make("noise", new ColumnType("date", TypeKind.Date, "date"), option: "range", value: "90 days"),
            Make("constant", text, option: "value", value: "!"),
            Make("empty", new ColumnType("jsonb", TypeKind.Json, "jsonb")),
            Make("empty", new ColumnType("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text)),
            Make("null", new ColumnType("inet", TypeKind.Network, "inet")),
            null,
            null,
            null,
        ];
    }

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long NothingMasked() => Run(_items, new Mask?[5]);

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Customers() => Run(_customers, _masks);

    private static long Run(byte[] rows, Mask?[] masks)
    {
        var transformer = new RowTransformer(masks);
        var output = new CopyBuffer(Stream.Null);
        var reader = new RowReader(new MemoryStream(rows), 512 * 1024);
        for (var piece = reader.Next(); !piece.IsEmpty; piece = reader.Next()) transformer.Transform(piece, output);
        output.Flush();
        return transformer.Rows;
    }

    private static byte[] Fill(Action<StringBuilder, long> append)
    {
        var rows = new StringBuilder();
        for (long id = 1; rows.Length < Megabytes * 1_000_000; id++) append(rows, id);
        return Encoding.UTF8.GetBytes(rows.Append("\\.\n\n\n").ToString());
    }

    private static void AppendCustomer(StringBuilder rows, long id)
    {
        string[] first = ["Anna", "Bernd", "Élise", "Jürgen", "Michael", "Patricia"];
        string[] last = ["Müller", "Schmidt", "Johnson", "van der Berg", "Garcia"];
        var (name, surname) = (first[id % first.Length], last[id * 7 % last.Length]);
        rows.Append($"{id}\tcustomer.{id}@mail{id % 12}.example.org\t{name}\t{surname}\t+49 {150 + id % 40} {id * 7919 % 10_000_000:0000000}\t")
            .Append($"{100 + id % 800}-{id * 3 % 100:00}-{id * 7 % 10_000:0000}\t{1940 + id % 60}-{1 + id % 12:00}-{1 + id % 28:00}\t$2b$12${id:D53}\t")
            .Append($"{{\"contact\": {{\"email\": \"customer.{id}@mail.example.org\", \"phone\": \"+49 150 {id:0000000}\"}}, \"emergency\": [{{\"name\": \"{name} {surname}\", \"phone\": \"+336{id:00000000}\"}}], ")
            .Append($"\"locale\": \"de_DE\", \"loyalty\": {{\"tier\": \"gold\", \"points\": {id % 20_000}}}}}\t{{{surname}{id}@work.example.org}}\t93.{id % 256}.{id * 3 % 256}.{id * 7 % 256}\t")
            .Append($"t\t2023-0{1 + id % 9}-11 10:{id % 60:00}:31+00\t2023-0{1 + id % 9}-13 22:{id % 60:00}:17+00\n");
    }
}
