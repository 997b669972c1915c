using System.Globalization;
using CiAnon.Strategies;

namespace CiAnon.Benchmarks;

/// <summary>
/// The same cases in seconds instead of an hour, in processor time, so that other work on the machine doesn't count: <c>-- throughput</c>.
/// Ends with 1 where a strategy has no case, or is slower than every strategy should be.
/// </summary>
internal static class StrategyThroughput
{
    private const int Megabytes = 2;
    private const int Rounds = 5;
    private const double Fewest = 20;
    private const double FewestOfJson = 100;

    public static int Run()
    {
        foreach (var strategy in StrategyCases.Missing) Console.WriteLine($"no case for {strategy}");
        var slow = new List<string>();
        Console.WriteLine("| case | MB/s |");
        Console.WriteLine("|---|---|");
        foreach (var (name, one) in StrategyCases.All)
        {
            var rate = Measure(one);
            if (rate < (one.Strategy == "json" ? FewestOfJson : Fewest)) slow.Add(name);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {rate:0} |"));
        }
        if (slow.Count > 0) Console.WriteLine($"too slow: {string.Join(", ", slow)}");
        return slow.Count + StrategyCases.Missing.Count == 0 ? 0 : 1;
    }

    // The best of a few rounds: whatever disturbs one makes it slower only.
    private static double Measure(StrategyCase one)
    {
        var mask = one.Compile();
        var values = one.Values(Megabytes);
        var output = new MaskOutput();
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var value in values)
            {
                output.Clear();
                mask.Apply(value, output);
            }
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        return values.Sum(value => (double)value.Length) / 1_000_000 / best;
    }
}
