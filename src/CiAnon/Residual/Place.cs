using System.Runtime.InteropServices;
using CiAnon.Residual.Encodings;
using CiAnon.Residual.Forms;

namespace CiAnon.Residual;

/// <summary>Encodings that had to be undone, outermost first, at most three; and the form that the original was found in.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(Encoded First, Encoded Second, Encoded Third, OriginalForm Form)
{
    public Place Inside(Encoded next) =>
        First == Encoded.None ? this with { First = next }
        : Second == Encoded.None ? this with { Second = next }
        : this with { Third = next };

    /// <summary>For people: <c>base64 in escaped text</c>; empty for plain text.</summary>
    public override string ToString() =>
        string.Join(" in ", new[] { Third, Second, First }.Where(encoded => encoded != Encoded.None).Distinct().Select(NameOf)
            .Prepend(FormNames.Of(Form)).Where(name => name.Length > 0));

    private static string NameOf(Encoded encoded) => encoded switch
    {
        Encoded.Escapes => "escaped text",
        Encoded.Percent => "URL-encoded text",
        Encoded.Entities => "XML entities",
        Encoded.Base64 => "base64",
        Encoded.Base32 => "base32",
        Encoded.Pairs => "bytes apart",
        Encoded.Utf32 => "UTF-32",
        Encoded.Hex => "bytes",
        Encoded.Utf16 => "UTF-16",
        Encoded.Twice => "text encoded twice",
        Encoded.Markup => "text between tags",
        Encoded.Fields => "fields apart",
        Encoded.Labels => "labelled names",
        Encoded.Lexemes => "lexemes",
        Encoded.Tags => "address without its tag",
        Encoded.Joined => "joined strings",
        _ => "text",
    };
}
