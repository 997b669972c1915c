using System.Text;

namespace CiAnon.Strategies.Drawing;

/// <summary>Results that are put together, cut to what a column has room for.</summary>
internal static class TextRoom
{
    /// <summary>Leaves <paramref name="characters"/> characters behind <paramref name="start"/> at most.</summary>
    public static void Cut(MaskOutput output, int start, int? characters)
    {
        if (characters is not { } room || output.Length - start <= room) return;
        var text = output.Written[start..];
        var kept = 0;
        for (var i = 0; i < room && kept < text.Length; i++)
        {
            _ = Rune.DecodeFromUtf8(text[kept..], out _, out var length);
            kept += length;
        }
        output.Truncate(start + kept);
    }
}
