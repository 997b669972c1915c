using BenchmarkDotNet.Attributes;
using CiAnon.Strategies;

namespace CiAnon.Benchmarks;

/// <summary>Every strategy over values of the kind that it is made for, on one core. An operation is one megabyte of originals: 50 ms are 20 MB/s.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StrategyBenchmarks
{
    private const int Megabytes = 4;

    private readonly MaskOutput _output = new();
    private IReadOnlyList<byte[]> _values = [];
    private Mask? _mask;

    public static IEnumerable<string> Names => StrategyCases.All.Keys;

    [ParamsSource(nameof(Names))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        if (StrategyCases.Missing is [_, ..] missing) throw new InvalidOperationException($"no case for {string.Join(", ", missing)}");
        _mask = StrategyCases.All[Case].Compile();
        _values = StrategyCases.All[Case].Values(Megabytes);
    }

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public int Mask()
    {
        foreach (var value in _values)
        {
            _output.Clear();
            _mask!.Apply(value, _output);
        }
        return _output.Length;
    }
}
