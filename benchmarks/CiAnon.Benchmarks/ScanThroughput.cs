using System.Globalization;

namespace CiAnon.Benchmarks;

/// <summary>The residual scan of texts of several scripts and of bytes, in MB per second of the thread's processor time: <c>-- scans</c>.</summary>
internal static class ScanThroughput
{
    private const int Rounds = 7;
    private const int Megabytes = 16;

    public static int Run()
    {
        using var scans = new ResidualScanBenchmarks();
        scans.Setup();
        Console.WriteLine($"MB of COPY text per second of processor time, best of {Rounds} rounds over {Megabytes} MB");
        Console.WriteLine();
        Console.WriteLine("| rows | MB/s |");
        Console.WriteLine("|---|---|");
        Show("words of ASCII", scans.FreeText);
        Show("words with umlauts", scans.Umlauts);
        Show("words in Cyrillic", scans.Cyrillic);
        Show("ideographs", scans.Ideographs);
        Show("`bytea`: noise, as of images", scans.Images);
        return 0;
    }

    private static void Show(string rows, Func<long> scan)
    {
        _ = scan();
        var best = Enumerable.Range(0, Rounds).Min(_ =>
        {
            var start = ThreadTime.Seconds;
            GC.KeepAlive(scan());
            return ThreadTime.Seconds - start;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows} | {Megabytes / best:0} |"));
    }
}
