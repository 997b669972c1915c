using CiAnon.Discovery;
using CiAnon.Recognition.Names;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Audits.Proposals;

/// <summary>What programs look things up by: names of files, slugs, keys of objects. Lorem ipsum in their place would be found by none.</summary>
internal static class CodeChoice
{
    private const double Most = 0.95;
    private const double Some = 0.5;

    // Of fewer nobody can tell.
    private const int Fewest = 20;

    private static readonly MaskChoice Hash = new("hash");
    private static readonly MaskChoice File = new("hash", ("extension", "keep"));
    private static readonly HashSet<string> Slugs = ["slug", "slugs", "permalink", "handle"];

    /// <summary>Null where the values are no such codes.</summary>
    /// <param name="name">Of the column, or of what stands inside of one.</param>
    public static MaskChoice? Of(string name, ColumnSample? sample)
    {
        if (sample is not { Count: > 0 }) return null;
        if (sample.Share(value => !FileExtension.Of(value).IsEmpty) >= Some) return File;
        if (sample.Share(IsCode) < Most) return null;
        return NameParts.Of(name).Any(Slugs.Contains) || sample.Count >= Fewest && sample.Distinct >= sample.Count * Most ? Hash : null;
    }

    private static bool IsCode(byte[] value) => value.Length < ColumnSample.LongestValue && !value.AsSpan().ContainsAny((byte)' ', (byte)'\t', (byte)'\n');
}
