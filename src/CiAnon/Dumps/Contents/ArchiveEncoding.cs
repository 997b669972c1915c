using System.Text;

namespace CiAnon.Dumps.Contents;

/// <summary>The encoding of an archive's texts and rows, from its ENCODING entry.</summary>
internal static class ArchiveEncoding
{
    /// <summary>PostgreSQL's name; SQL_ASCII (any bytes) when the archive does not say.</summary>
    public static string Find(byte[] bytes, List<RawEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Desc.IsNull || entry.Defn.IsNull || !Span(bytes, entry.Desc).SequenceEqual("ENCODING"u8)) continue;
            var parts = Encoding.Latin1.GetString(Span(bytes, entry.Defn)).Split('\'');
            if (parts.Length > 1) return parts[1];
        }
        return "SQL_ASCII";
    }

    /// <summary>A strict .NET encoding; UTF-8 for names that .NET does not know.</summary>
    public static Encoding Of(string clientEncoding)
    {
        var name = clientEncoding.ToUpperInvariant();
        var page = name switch
        {
            "LATIN1" => 28591,
            "LATIN2" => 28592,
            "LATIN3" => 28593,
            "LATIN4" => 28594,
            "LATIN5" => 28599,
            "LATIN7" => 28603,
            "LATIN9" => 28605,
            "ISO_8859_5" => 28595,
            "ISO_8859_6" => 28596,
            "ISO_8859_7" => 28597,
            "ISO_8859_8" => 28598,
            "KOI8R" => 20866,
            "KOI8U" => 21866,
            "EUC_JP" => 51932,
            "EUC_CN" => 51936,
            "EUC_KR" => 51949,
            "SJIS" => 932,
            "GBK" => 936,
            "UHC" => 949,
            "BIG5" => 950,
            "GB18030" => 54936,
            "WIN866" => 866,
            "WIN874" => 874,
            _ when name.StartsWith("WIN125", StringComparison.Ordinal) && name.Length == 7 => 1250 + (name[^1] - '0'),
            _ => 0,
        };
        var known = page == 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return known ?? (page == 28591 ? Encoding.Latin1 : new UTF8Encoding(false, throwOnInvalidBytes: true));
    }

    private static ReadOnlySpan<byte> Span(byte[] bytes, RawText text) => bytes.AsSpan(text.Start, text.Length);
}
