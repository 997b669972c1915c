using System.Text;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Places;

/// <summary>States, provinces and the like, and their codes where the locale has some. There are too few of them for a pool.</summary>
internal sealed record Regions(byte[][] Names, byte[][] Codes)
{
    private const int LongestCode = 3;

    private static readonly string[] WithCodes = ["en", "en_US", "en_BORK", "en_AU", "en_AU_ocker", "en_CA", "fr_CA"];

    /// <summary>Null, and why, where fewer than two fit.</summary>
    public static Regions? Fitting(StrategyContext context, int? room, out string? problem)
    {
        var names = Encoded(Pools.Regions(context.Locale), context.AsciiOnly, room);
        var codes = WithCodes.Contains(context.Locale) ? Encoded(Pools.RegionCodes(context.Locale), context.AsciiOnly, room) : [];
        if (names.Length < 2 && room <= LongestCode) names = codes;
        problem = names.Length < 2 ? $"has no regions for locale '{context.Locale}' that fit {context.Type.Name}" : null;
        return problem is null ? new Regions(names, codes.Length < 2 ? names : codes) : null;
    }

    public bool Contains(ReadOnlySpan<byte> text)
    {
        foreach (var one in Codes)
            if (text.SequenceEqual(one)) return true;
        foreach (var one in Names)
            if (FoldedText.Equals(text, one)) return true;
        return false;
    }

    /// <summary>Letters that can't be a town.</summary>
    public bool IsCode(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestCode) return false;
        foreach (var one in Codes)
            if (text.SequenceEqual(one)) return true;
        return false;
    }

    /// <summary>Those to choose from: codes for a code.</summary>
    public byte[][] Like(ReadOnlySpan<byte> value) =>
        value.Length <= LongestCode && !value.ContainsAnyExceptInRange((byte)'A', (byte)'Z') ? Codes : Names;

    private static byte[][] Encoded(IEnumerable<string> values, bool asciiOnly, int? room) =>
        [.. values.Where(value => (!asciiOnly || Ascii.IsValid(value)) && !(value.Length > room)).Select(Encoding.UTF8.GetBytes)];
}
