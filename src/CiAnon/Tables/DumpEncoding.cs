using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.Tables;

/// <summary>The encoding of a dump's bytes.</summary>
internal static class DumpEncoding
{
    // Encodings that only clients may use: their trailing bytes can be a backslash, a tab or a newline. https://www.postgresql.org/docs/current/multibyte.html
    private static readonly HashSet<string> ClientOnly = ["BIG5", "GB18030", "GBK", "JOHAB", "SJIS", "SHIFT_JIS_2004", "UHC"];

    /// <exception cref="CiAnonException">CIANON4105: an encoding that COPY text can't be read in.</exception>
    public static string ServerEncoding(Dump dump)
    {
        var name = dump.ClientEncoding;
        if (ClientOnly.Contains(name))
            throw new CiAnonException(DiagnosticCodes.UnsupportedEncoding, $"the dump is encoded in {name}, whose characters can hold COPY's own bytes: dump with --encoding=UTF8");
        return name;
    }

    public static bool IsUnicode(Dump dump) => ServerEncoding(dump) is "UTF8" or "UNICODE";
}
