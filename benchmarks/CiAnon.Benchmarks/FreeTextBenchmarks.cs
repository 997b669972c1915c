using System.Text;
using BenchmarkDotNet.Attributes;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Residual;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

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

    private readonly MaskOutput _output = new();
    private readonly List<byte[]> _texts = [];
    private readonly Originals _originals = Tickets.NoOriginals();
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
        if (Texts != "forms only") Tickets.Know(prose, _originals, Customers);
        _mask = Compile("free_text", OptionValues.None, new ColumnType("text", TypeKind.Text, "text")).Mask!;
        var bytes = 0L;
        for (var ticket = 1; bytes < Megabytes * 1_000_000; ticket++)
        {
            _texts.Add(Encoding.UTF8.GetBytes(Texts == "nobody" ? Tickets.Sentences(ticket, 10) : Tickets.Of(ticket, Customers)));
            bytes += _texts[^1].Length;
        }

        Compilation Compile(string name, OptionValues values, ColumnType column, string? locale = null) => StrategyRegistry.Find(name)!.Compile(
            new StrategyContext(column, values, RunKey.FromBase64(Convert.ToBase64String(new byte[32]), out _)!.Derive(name + "/"), locale ?? "en", 0, AsciiOnly: false) { Inside = Compile, Prose = prose });
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
}
