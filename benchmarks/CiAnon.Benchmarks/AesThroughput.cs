using System.Globalization;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using CiAnon.Keys;

namespace CiAnon.Benchmarks;

/// <summary>
/// AES-128 of ours against .NET's, in nanoseconds of the thread's processor time per block: <c>-- aes</c>. Chained blocks wait for the one before, as FF1's rounds do and no batch can
/// help; blocks side by side are what a mask of many values at once would have.
/// </summary>
internal static class AesThroughput
{
    private const int Blocks = 1 << 16;
    private const int Rounds = 9;
    private const int Warm = 40;

    public static int Run()
    {
        var key = Enumerable.Range(1, 16).Select(one => (byte)one).ToArray();
        var ours = new AesBlock(key);
        using var theirs = Aes.Create();
        theirs.Key = key;
        Console.WriteLine($"ns of processor time per block of AES-128, best of {Rounds} rounds over {Blocks} blocks");
        Console.WriteLine();
        Console.WriteLine("| blocks at once | ours | Aes.EncryptEcb |");
        Console.WriteLine("|---|---|---|");
        Show("1, each waits for the one before", () => Chain(ours), () => Chain(theirs));
        foreach (var count in new[] { 8, 64, 1024 }) Show(count.ToString(CultureInfo.InvariantCulture), () => SideBySide(ours, count), () => SideBySide(theirs, count));
        return 0;
    }

    private static void Show(string name, Action ours, Action theirs) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Best(ours):0.0} | {Best(theirs):0.0} |"));

    private static double Best(Action action)
    {
        // The better code comes late.
        for (var i = 0; i < Warm; i++) action();
        Thread.Sleep(300);
        action();
        return 1e9 / Blocks * Enumerable.Range(0, Rounds).Min(_ =>
        {
            var start = ThreadTime.Seconds;
            action();
            return ThreadTime.Seconds - start;
        });
    }

    private static void Chain(AesBlock aes)
    {
        var block = Vector128<byte>.Zero;
        for (var i = 0; i < Blocks; i++) block = aes.Encrypt(block);
        if (block == Vector128<byte>.Zero) throw new InvalidOperationException();
    }

    private static void Chain(Aes aes)
    {
        Span<byte> block = stackalloc byte[16];
        block.Clear();
        for (var i = 0; i < Blocks; i++) aes.EncryptEcb(block, block, PaddingMode.None);
    }

    private static void SideBySide(AesBlock aes, int count)
    {
        var blocks = new Vector128<byte>[count];
        for (var done = 0; done < Blocks; done += count)
            for (var i = 0; i < blocks.Length; i++) blocks[i] = aes.Encrypt(blocks[i]);
    }

    private static void SideBySide(Aes aes, int count)
    {
        var blocks = new byte[16 * count];
        for (var done = 0; done < Blocks; done += count) aes.EncryptEcb(blocks, blocks, PaddingMode.None);
    }
}
