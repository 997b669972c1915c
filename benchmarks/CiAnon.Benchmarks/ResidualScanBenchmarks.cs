using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Keys;
using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Benchmarks;

/// <summary>
/// The residual scan on one core against two million originals. An operation of a scan is one megabyte of COPY text: 4 ms are 250 MB/s;
/// an operation of collecting is one original: 333 ns are 3 million per second.
/// </summary>
[MemoryDiagnoser]
public class ResidualScanBenchmarks : IDisposable
{
    private const int Megabytes = 16;
    private const int Customers = 500_000;
    private const int BirthDates = 3_000;

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    private readonly DomainKey _key = new(Enumerable.Range(1, 32).Select(value => (byte)value).ToArray());
    private Originals _originals = null!;
    private byte[] _mails = [];
    private byte[] _texts = [];
    private byte[] _documents = [];
    private byte[] _names = [];
    private byte[] _numbers = [];
    private byte[] _dates = [];
    private byte[] _cyrillic = [];
    private byte[] _ideographs = [];
    private byte[] _umlauts = [];
    private byte[] _images = [];

    [GlobalCleanup]
    public void Dispose()
    {
        _originals.Dispose();
        GC.SuppressFinalize(this);
    }

    [GlobalSetup]
    public void Setup()
    {
        _originals = new Originals(_key);
        _mails = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, Customers).Select(i => $"{i}\tcustomer.{i}@mail{i % 12}.example.org\t{Word(i % 900)}\t{Word(i / 7)}\t+49 {150 + i % 40} {i * 7919L % 10_000_000:0000000}\n")));
        Walk(_mails, [false, true, true, true, true], _originals.Collect([null, PersonalKind.Email, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Phone]));
        // Fewer people than customers: where nearly every day is somebody's, no text is likely.
        var births = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, BirthDates).Select(i => $"{1940 + i * 31 % 65}-{1 + i * 7 % 12:00}-{1 + i * 11 % 28:00}\n")));
        Walk(births, [true], _originals.Collect([PersonalKind.BirthDate]));
        _originals.Freeze();

        var random = new Random(1);
        _texts = Fill(rows => rows.Append(string.Join(' ', Enumerable.Range(0, 120).Select(_ => Prose(random)))).Append(". Costs 1,234.50 on 2024-01-15.\n"));
        _documents = Fill(rows => rows.Append($"{{\"event\": \"{Word(random.Next(50))}\", \"user\": {random.Next(100_000)}, \"agent\": \"Mozilla/5.0 (X11; Linux x86_64)\", \"at\": \"2024-05-{random.Next(1, 29):00}T10:23:45Z\", \"items\": [{{\"sku\": \"{random.NextInt64():x}\", \"qty\": {random.Next(9)}}}], \"note\": \"{Word(random.Next(40_000))} {Word(random.Next(900))}\"}}\n"));
        _names = Fill(rows => rows.Append($"user_{random.NextInt64():x}@anon.example\n"));
        _numbers = Fill(rows => rows.Append($"{random.Next(1_000_000_000)}\n"));
        _dates = Fill(rows => rows.Append($"{random.Next(1, 29)} {Months[random.Next(12)]} {random.Next(1940, 2025)}, then {random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(1940, 2025)} at {Word(random.Next(900))}\n"));
        _cyrillic = Fill(rows => rows.Append(string.Join(' ', Enumerable.Range(0, 60).Select(_ => Of(random, 'а', 32, 7)))).Append(".\n"));
        _ideographs = Fill(rows => rows.Append(string.Join('，', Enumerable.Range(0, 20).Select(_ => Of(random, '一', 2500, 9)))).Append("。\n"));
        _umlauts = Fill(rows => rows.Append(string.Join(' ', Enumerable.Range(0, 120).Select(i => Prose(random).Replace('a', i % 3 == 0 ? 'ä' : 'a')))).Append(".\n"));
        var image = new byte[400];
        _images = Fill(rows =>
        {
            random.NextBytes(image);
            rows.Append("\\\\x").Append(Convert.ToHexStringLower(image)).Append('\n');
        });
    }

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long FreeText() => Scan(_texts, TypeKind.Text, "text");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Json() => Scan(_documents, TypeKind.Json, "jsonb");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long ShortTexts() => Scan(_names, TypeKind.Text, "text");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Numbers() => Scan(_numbers, TypeKind.Integer, "int4");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Dates() => Scan(_dates, TypeKind.Text, "text");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Cyrillic() => Scan(_cyrillic, TypeKind.Text, "text");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Ideographs() => Scan(_ideographs, TypeKind.Text, "text");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Umlauts() => Scan(_umlauts, TypeKind.Text, "text");

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public long Images() => Scan(_images, TypeKind.Binary, "bytea");

    [Benchmark(OperationsPerInvoke = Customers * 3)]
    public long Collect()
    {
        using var originals = new Originals(_key);
        Walk(_mails, [false, true, true, true, true], originals.Collect([null, PersonalKind.Email, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Phone]));
        return originals.Count;
    }

    private long Scan(byte[] rows, TypeKind kind, string baseName)
    {
        var scanner = new FieldScanner(_originals, [new ScannedColumn(kind, baseName, [])]);
        Walk(rows, [true], scanner);
        return scanner.FieldsScanned;
    }

    private static void Walk(byte[] rows, bool[] wanted, IFieldSink sink) => new FieldWalker(wanted, sink).Walk(rows);

    // Pronounceable, one to one: words of two to six syllables.
    private static string Word(int number)
    {
        var word = new StringBuilder();
        for (var rest = number + 60; rest > 0; rest /= 60) word.Append("bcdfghklmnprstvz"[rest % 60 % 15]).Append("aeiou"[rest % 60 / 12]);
        return word.ToString();
    }

    // One word in twenty is a name of a customer.
    private static string Prose(Random random)
    {
        var word = Word((int)Math.Pow(random.NextDouble() * 200, 2));
        return random.Next(20) == 0 ? word : "o" + word;
    }

    private static string Of(Random random, char first, int letters, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(2, most)).Select(_ => (char)(first + random.Next(letters))));

    private static byte[] Fill(Action<StringBuilder> append)
    {
        var rows = new StringBuilder();
        using var all = new MemoryStream();
        while (all.Length < Megabytes * 1_000_000)
        {
            rows.Clear();
            append(rows);
            all.Write(Encoding.UTF8.GetBytes(rows.ToString()));
        }
        return all.ToArray();
    }
}
