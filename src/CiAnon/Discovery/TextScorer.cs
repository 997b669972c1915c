using System.Buffers;
using CiAnon.Discovery.Shapes;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Weighs text whose name speaks of nobody: prose, words of an enumeration, or codes.</summary>
internal static class TextScorer
{
    private const double SomeValues = 0.3;
    private const double ToLookAt = 0.6;
    private const double Doubtful = 0.5;

    private static readonly SearchValues<byte> CodeBytes = SearchValues.Create("0123456789_/#:="u8);

    public static ColumnVerdict Score(NameVerdict? name, ColumnSample sample)
    {
        var because = name is null ? "" : $"{name.Why}; ";
        if (sample.IsEnumLike) return new ColumnVerdict(null, 0.9, because + sample.Again);
        if (IsProse(sample))
            return new ColumnVerdict(PersonalKind.FreeText, name is null ? 0.7 : 0.5, $"{because}sentences of up to {sample.MaxLength} bytes");
        if (FileNames.AreWritten(sample)) return new ColumnVerdict(null, ToLookAt, $"{because}names of files, which people write");
        if (sample.Share(IsCode) >= 0.95) return new ColumnVerdict(null, name is not { Strength: > Doubtful } ? ToLookAt : 0.8, $"{because}codes without blanks");
        return new ColumnVerdict(null, name is null ? 0.4 : name.Strength, $"{because}short texts that no recognizer knows");
    }

    /// <summary>Many values are sentences.</summary>
    public static bool IsProse(ColumnSample sample) => sample.Share(IsProse) >= SomeValues;

    private static bool IsProse(byte[] value) => value.Length >= 30 && value.AsSpan().Count((byte)' ') >= 4 && !value.AsSpan().StartsWith("-----BEGIN "u8);

    // SKU-1042, en_US, #ff0000, /images/1.png: what machines write.
    private static bool IsCode(byte[] value) =>
        value.Length <= 120 && !value.AsSpan().Contains((byte)' ')
        && (value.AsSpan().IndexOfAny(CodeBytes) >= 0 || !value.AsSpan().ContainsAnyInRange((byte)'a', (byte)'z'));
}
