using System.Text;
using BenchmarkDotNet.Attributes;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;
using CiAnon.Verification.Residual;

namespace CiAnon.Benchmarks;

/// <summary>
/// Texts rewritten on one core, with half a million customers known by name, address and phone. An operation is one megabyte of texts:
/// 16.7 ms are 60 MB/s.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class FreeTextBenchmarks : IDisposable
{
    private const int Megabytes = 4;
    private const int Customers = 500_000;

    private static readonly string[] Words =
        "the parcel was left with neighbour please call before you come again order arrived broken and invoice still wants payment although refund promised last week nobody answers thanks".Split(' ');

    private readonly MaskOutput _output = new();
    private readonly List<byte[]> _texts = [];
    private readonly Originals _originals = new(new DomainKey(Enumerable.Range(1, 32).Select(value => (byte)value).ToArray()));
    private Mask _mask = null!;

    /// <summary>Tickets as in <c>benchmarks/data/dataset.sql</c>; texts that name nobody; tickets where nobody is known.</summary>
    [Params("tickets", "nobody", "forms only")]
    public string Texts { get; set; } = "";

    [GlobalCleanup]
    public void Dispose()
    {
        _originals.Dispose();
        GC.SuppressFinalize(this);
    }

    [GlobalSetup]
    public void Setup()
    {
        var prose = new RunProse();
        if (Texts != "forms only") Know(prose);
        _mask = Compile("free_text", OptionValues.None, new ColumnType("text", TypeKind.Text, "text")).Mask!;
        var bytes = 0L;
        for (var ticket = 1; bytes < Megabytes * 1_000_000; ticket++)
        {
            _texts.Add(Encoding.UTF8.GetBytes(Texts == "nobody" ? Sentences(ticket, 10) : Ticket(ticket)));
            bytes += _texts[^1].Length;
        }

        Compilation Compile(string name, OptionValues values, ColumnType column) => StrategyRegistry.Find(name)!.Compile(
            new StrategyContext(column, values, RunKey.FromBase64(Convert.ToBase64String(new byte[32]), out _)!.Derive(name + "/"), "en", 0, AsciiOnly: false) { Inside = Compile, Prose = prose });
    }

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public int Rewrite()
    {
        foreach (var text in _texts)
        {
            _output.Clear();
            _mask.Apply(text, _output);
        }
        return _output.Length;
    }

    private void Know(RunProse prose)
    {
        var sink = new KnownSink([PersonalKind.Name, PersonalKind.Email, PersonalKind.Phone], _originals, prose.Pseudonyms, prose.Pseudonyms.AddTable());
        for (var customer = 0; customer < Customers; customer++)
        {
            Show(0, PersonalKind.Name, Name(customer), $"Riley Blanda{customer}");
            Show(1, PersonalKind.Email, Address(customer), $"user_{customer}@anon.example");
            Show(2, PersonalKind.Phone, Phone(customer), $"+49 555 {customer:0000000}");
            sink.CloseRow();
        }
        _originals.Freeze();
        prose.Know(_originals);

        void Show(int field, PersonalKind kind, string value, string pseudonym)
        {
            sink.Becomes(kind, Encoding.UTF8.GetBytes(pseudonym));
            sink.Field(field, Encoding.UTF8.GetBytes(value));
        }
    }

    private static string Ticket(int ticket)
    {
        var customer = ticket * 7919 % Customers;
        return $"Hello,\n\nmy name is {Name(customer)} ({Address(customer)}). {Sentences(ticket, 4 + ticket % 8)}\nYou can reach me at {Phone(customer)} or write to {Address(customer)}.\n\nBest regards\n{First(customer)}";
    }

    private static string Sentences(int seed, int count) => string.Join(' ', Enumerable.Range(0, count).Select(sentence => string.Join(' ', Enumerable.Range(0, 10).Select(word => Word(seed * 31 + sentence * 7 + word * word, word == 0))) + "."));

    private static string Word(int index, bool isFirst)
    {
        var word = Words[index % Words.Length];
        return isFirst ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    private static string First(int customer) => new[] { "Anna", "Bernd", "Élise", "Jürgen", "Michael", "Patricia" }[customer % 6];

    private static string Name(int customer) => $"{First(customer)} {Syllables(customer)}";

    // One to one.
    private static string Syllables(int number)
    {
        var word = new StringBuilder("V");
        for (var rest = number + 60; rest > 0; rest /= 60) word.Append("aeiou"[rest % 60 / 12]).Append("bcdfghklmnprstvz"[rest % 60 % 12]);
        return word.ToString();
    }

    private static string Address(int customer) => $"customer.{customer}@mail{customer % 12}.de";

    private static string Phone(int customer) => $"+49 {150 + customer % 40} {customer * 7919L % 10_000_000:0000000}";
}
