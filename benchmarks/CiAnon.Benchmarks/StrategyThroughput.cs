using System.Globalization;
using CiAnon.Strategies;

namespace CiAnon.Benchmarks;

/// <summary>
/// The same cases in a minute instead of an hour, in processor time of the one thread that masks, so that neither other work on the machine
/// nor the compiler counts: <c>-- throughput [part of a case's name]</c>. Ends with 1 where a strategy has no case, or is slower than it should be.
/// </summary>
internal static class StrategyThroughput
{
    private const int Megabytes = 2;
    private const int Rounds = 7;
    private const double Warm = 0.7;
    private const double Fewest = 20;

    public static int Run(string part)
    {
        foreach (var strategy in StrategyCases.Missing) Console.WriteLine($"no case for {strategy}");
        var slow = new List<string>();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MB of originals per second of the masking thread's processor time, best of {Rounds} rounds over {Megabytes} MB"));
        Console.WriteLine();
        Console.WriteLine("| case | bytes of a value | MB/s | allocated per value |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, one) in StrategyCases.All.Where(one => one.Key.Contains(part, StringComparison.Ordinal)))
        {
            var (length, rate, allocated) = Measure(one);
            if (rate < Aim(one.Strategy)) slow.Add(name);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {length:0} | {rate:0} | {allocated:0} |"));
        }
        if (slow.Count > 0) Console.WriteLine($"too slow: {string.Join(", ", slow)}");
        return slow.Count + StrategyCases.Missing.Count == 0 ? 0 : 1;
    }

    private static double Aim(string strategy) => strategy switch { "json" => 100, "free_text" => 60, _ => Fewest };

    // The best of a few rounds: whatever disturbs one makes it slower only.
    private static (double Length, double Rate, double Allocated) Measure(StrategyCase one)
    {
        var mask = one.Compile();
        var values = one.Values(Megabytes);
        var output = new MaskOutput();
        // The compiler takes its time, and the better code comes late.
        for (var start = ThreadTime.Seconds; ThreadTime.Seconds - start < Warm;) Round();
        Thread.Sleep(200);
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var best = Enumerable.Range(0, Rounds).Min(_ => Round());
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var bytes = values.Sum(value => (double)value.Length);
        return (bytes / values.Count, bytes / 1_000_000 / best, (double)allocated / Rounds / values.Count);

        double Round()
        {
            var start = ThreadTime.Seconds;
            foreach (var value in values)
            {
                output.Clear();
                mask.Apply(value, output);
            }
            return ThreadTime.Seconds - start;
        }
    }
}
