using System.Globalization;

namespace CiAnon.Dumps.Compressing;

/// <summary>How blocks are written, in pg_dump's words: <c>zstd:3</c>, <c>lz4</c>, <c>gzip:6</c>, <c>none</c>. Counterpart: parse_compress_specification in compression.c.</summary>
/// <param name="Level">0 for none, and for lz4's fast mode.</param>
public sealed record CompressionChoice(Compression Method, int Level)
{
    /// <summary>What <see cref="Parse"/> takes.</summary>
    public const string Words = "none, gzip, lz4 or zstd, with :LEVEL for another than its own (gzip:1 to gzip:9, lz4:1 to lz4:12, zstd:1 to zstd:22), or a level of gzip, 0 to 9";

    // A run of the benchmark takes a seventh less processor time than with gzip's own default, 6, for a twentieth more bytes; level 1 would
    // write a third more than 2. Level 2 of zstd, too, writes less than its own default, 3, in less time.
    private const int UsualOfGzip = 2;
    private const int UsualOfZstd = 2;

    public static CompressionChoice None { get; } = new(Compression.None, 0);

    /// <summary>What is as the dump is.</summary>
    public static CompressionChoice Like(Compression method) => new(method, method switch
    {
        Compression.Gzip => UsualOfGzip,
        Compression.Zstd => UsualOfZstd,
        _ => 0,
    });

    /// <summary>What the name of a script asks for, by its last ending; null where it says nothing.</summary>
    public static CompressionChoice? NamedBy(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".SQL" => None,
        ".GZ" => Like(Compression.Gzip),
        ".ZST" => Like(Compression.Zstd),
        ".LZ4" => Like(Compression.Lz4),
        _ => null,
    };

    /// <summary>Null where it isn't one of <see cref="Words"/>.</summary>
    public static CompressionChoice? Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number == 0 ? None : Of(Compression.Gzip, number);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        Compression? method = name switch
        {
            "none" => Compression.None,
            "gzip" => Compression.Gzip,
            "lz4" => Compression.Lz4,
            "zstd" => Compression.Zstd,
            _ => null,
        };
        if (method is null) return null;
        if (colon < 0) return Like(method.Value);
        var detail = text[(colon + 1)..];
        if (detail.StartsWith("level=", StringComparison.Ordinal)) detail = detail["level=".Length..];
        return int.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? Of(method.Value, level) : null;
    }

    public override string ToString() => Method switch
    {
        Compression.None => "none",
        Compression.Lz4 when Level == 0 => "lz4",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Method.ToString().ToLowerInvariant()}:{Level}"),
    };

    private static CompressionChoice? Of(Compression method, int level) =>
        level >= 1 && level <= Highest(method) ? new CompressionChoice(method, level) : null;

    private static int Highest(Compression method) => method switch
    {
        Compression.Gzip => 9,
        Compression.Lz4 => 12,
        Compression.Zstd => 22,
        _ => 0,
    };
}
