using System.Globalization;
using System.Numerics;
using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Contents;

/// <summary>Texts of the table of contents: decoded as the archive's encoding says, or as Latin-1 where the bytes don't fit it.</summary>
internal sealed class TextDecoder(byte[] bytes, string clientEncoding, FileWindow window)
{
    private readonly Encoding _encoding = ArchiveEncoding.Of(clientEncoding);

    public string? Decode(RawText text) => text.IsNull ? null : Decode(bytes.AsSpan(text.Start, text.Length), _encoding);

    public static string Decode(ReadOnlySpan<byte> text, Encoding encoding)
    {
        try
        {
            return encoding.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(text);
        }
    }

    public string Required(RawText text) => Decode(text) ?? throw Corrupt("a name is missing");

    public T Number<T>(RawText text) where T : INumberBase<T> =>
        !text.IsNull && T.TryParse(bytes.AsSpan(text.Start, text.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Corrupt("a number is not a number");

    public CiAnonException Corrupt(string what) => window.Corrupt(what);
}
