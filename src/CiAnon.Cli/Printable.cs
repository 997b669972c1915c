using CiAnon.Hosts;

namespace CiAnon.Cli;

/// <summary>Texts, counts and sizes as people read them in a log or on a terminal.</summary>
internal static class Printable
{
    /// <inheritdoc cref="LogText.Line"/>
    public static string Line(string text) => LogText.Line(text);

    /// <summary>At most so many characters, with an ellipsis where some were left out.</summary>
    public static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(0, width - 1)), "…");

    public static string Count(long number) => number.ToString("#,0").Replace(',', ' ');

    public static string Bytes(double bytes) => bytes switch
    {
        >= 1e9 => $"{bytes / 1e9:0.0} GB",
        >= 1e6 => $"{bytes / 1e6:0.0} MB",
        >= 1e3 => $"{bytes / 1e3:0.0} kB",
        _ => $"{bytes:0} B",
    };

    public static string Seconds(TimeSpan time) => time.TotalSeconds >= 100 ? $"{(int)time.TotalMinutes} min {time.Seconds} s" : $"{time.TotalSeconds:0.0} s";
}
