using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Residual.Forms;
using CiAnon.Strategies;

namespace CiAnon.Verification.Control;

/// <summary>A way in which an original may be left behind in a column, written as PostgreSQL prints it.</summary>
/// <param name="Path">What the scan must say of where in the value it is.</param>
/// <param name="Wrap">The value; empty where the container can't hold such a sample.</param>
internal sealed record PlantedContainer(string Name, TypeKind Type, string BaseName, string Path, Func<PlantedSample, string> Wrap)
{
    public static IReadOnlyList<PlantedContainer> All { get; } =
    [
        Text("whole value", "", sample => sample.Text),
        Text("text", "", sample => $"Please call {sample.Text}, urgent!"),
        Text("upper case", "", sample => sample.Text.ToUpperInvariant()),
        Text("other format", "", sample => sample.Other),
        new("json", TypeKind.Json, "jsonb", "$.contact.values[*]", sample => $$$"""{"id": 7, "contact": {"values": ["none", "{{{sample.Text}}}"]}}"""),
        new("json escapes", TypeKind.Json, "json", "$.note", sample => $$"""{"note":"see:\n{{Unicode(sample.Text)}}"}"""),
        new("json in json", TypeKind.Json, "jsonb", "$.mail in $.payload", sample => $$"""{"payload": "{\"mail\": \"{{Unicode(sample.Text).Replace(@"\", @"\\", StringComparison.Ordinal)}}\"}"}"""),
        new("array", TypeKind.Array, "_text", "", sample => $$"""{none,NULL,"{{sample.Text}}"}"""),
        new("array with escapes", TypeKind.Array, "_text", "escaped text", sample => $$"""{"{\"v\": \"{{Unicode(sample.Text).Replace(@"\", @"\\", StringComparison.Ordinal)}}\"}"}"""),
        new("composite", TypeKind.Other, "contact", "", sample => $"""(12,"{sample.Text}",t)"""),
        new("hstore", TypeKind.Other, "hstore", "", sample => $"""
            "kind"=>"home", "value"=>"{sample.Text}"
            """),
        new("xml", TypeKind.Other, "xml", "XML entities", sample => $"<person><note lang=\"en\">{Entities(sample.Text)}</note></person>"),
        new("xml CDATA", TypeKind.Other, "xml", "", sample => $"<note><![CDATA[{sample.Text}]]></note>"),
        new("tsvector", TypeKind.Other, "tsvector", "lexemes", Lexemes),
        Text("URL-encoded", "URL-encoded text", sample => $"https://shop.example/?q={Percent(sample.Text, '%')}&page=1"),
        Text("quoted-printable", "URL-encoded text", sample => $"Subject: {Percent(sample.Text, '=')}"),
        Text("base64", "base64", sample => "data:text/plain;base64," + Convert.ToBase64String(Bytes($"Re: {sample.Text} asked"))),
        Text("base64url within a path", "base64", sample => "https://shop.example/u/" + Base64Url.EncodeToString(Bytes($"Re: {sample.Text} asked")) + "/settings"),
        Text("base64url", "base64", sample => "https://shop.example/u/" + Base64Url.EncodeToString(Bytes($"Re: {sample.Text} asked"))),
        Text("base64 of several lines", "base64", sample => Lines(Convert.ToBase64String(Bytes($"{new string('#', 50)}{sample.Text}{new string('#', 50)}")))),
        Text("hex digits", "bytes", sample => Convert.ToHexStringLower(Bytes($"Re: {sample.Text} asked"))),
        new("bytea", TypeKind.Binary, "bytea", "bytes", sample => @"\x" + Convert.ToHexStringLower([0xff, 0xd8, 0x00, .. Bytes(sample.Text), 0x00, 0xfe])),
        new("bytea in UTF-16", TypeKind.Binary, "bytea", "UTF-16 in bytes", sample => @"\x" + Convert.ToHexStringLower(Encoding.Unicode.GetBytes($"Re: {sample.Text}!"))),
        new("bytea in UTF-32", TypeKind.Binary, "bytea", "UTF-32 in bytes", sample => @"\x" + Convert.ToHexStringLower(Encoding.UTF32.GetBytes($"Re: {sample.Text}!"))),
        new("bytes apart and nothing else", TypeKind.Text, "varchar", "bytes apart", sample => string.Join(':', Bytes($"Re: {sample.Text} asked").Select(value => value.ToString("x2", CultureInfo.InvariantCulture)))),
        Text("base32", "base32", sample => $"key {Base32($"Re: {sample.Text} asked")}===="),
        new("base64 in json", TypeKind.Json, "jsonb", "base64 in $.raw[*]", sample => $$"""{"raw": ["{{Convert.ToBase64String(Bytes($"Re: {sample.Text} asked"))}}"]}"""),
        Text("encoded twice", "text encoded twice", sample => sample is { Form: OriginalForm.Itself } && !Ascii.IsValid(sample.Text) ? $"Re: {Encoding.Latin1.GetString(Bytes(sample.Text))} asked" : ""),
        Text("tags", "text between tags", sample => sample is { Kind: PersonalKind.Name, Form: OriginalForm.Itself } ? $"<p><b>{sample.Text.Replace(" ", "</b> <i class='x'>", StringComparison.Ordinal)}</i></p>" : ""),
        new("bytea in Windows-1252", TypeKind.Binary, "bytea", "bytes", sample => sample.Text.Any(letter => letter > 0xff) ? "" : @"\x" + Convert.ToHexStringLower([0xff, 0xd8, 0x00, .. Encoding.Latin1.GetBytes(sample.Text), 0x00, 0xfe])),
        Text("fields apart", "fields apart", sample => sample is { Kind: PersonalKind.Name, Form: OriginalForm.Itself } && sample.Text.Split(' ').Length == 2 ? sample.Text.Replace(" ", "|x|", StringComparison.Ordinal) : ""),
        Text("labelled names", "labelled names", sample => sample is { Kind: PersonalKind.Name, Form: OriginalForm.Itself } && sample.Text.Split(' ') is [var first, var last] ? $"{{\"last_name\": \"{last}\", \"age\": 40, \"firstName\": \"{first}\"}}" : ""),
        Text("an address with a tag", "address without its tag", sample => sample is { Kind: PersonalKind.Email, Form: OriginalForm.Itself } ? $"to {sample.Text.Replace("@", "+shop@", StringComparison.Ordinal)} please" : ""),
        Text("strings that SQL joins", "joined strings", sample => sample is { Kind: PersonalKind.Name, Form: OriginalForm.Itself } ? $"SELECT ('{sample.Text[..1]}'::text || '{sample.Text[1..]}'::text)" : ""),
        Text("three encodings", "XML entities in URL-encoded text in base64",
            sample => Convert.ToBase64String(Bytes($"q={Percent($"Re: {Entities(sample.Text)}", '%')}"))),
    ];

    private static PlantedContainer Text(string name, string path, Func<PlantedSample, string> wrap) => new(name, TypeKind.Text, "text", path, wrap);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Unicode(string text) => string.Concat(text.Select(character => $"\\u{(int)character:x4}"));

    private static string Entities(string text) => string.Concat(text.Select((character, i) => i % 2 == 0 ? $"&#{(int)character};" : $"&#x{(int)character:X};"));

    private static string Percent(string text, char mark) => string.Concat(Bytes(text).Select(value => $"{mark}{value:X2}"));

    private static string Base32(string text)
    {
        var bits = string.Concat(Bytes(text).Select(value => value.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(five => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]));
    }

    private static string Lines(string text) => string.Join('\n', text.Chunk(76).Select(line => new string(line)));

    // Sorted by letters and in lower case, which says nothing of where a name ends, as PostgreSQL does, which puts the last name of a planted name first.
    private static string Lexemes(PlantedSample sample) => sample.Kind != PersonalKind.Name || sample.Form == OriginalForm.ShortName || !sample.Text.Contains(' ') ? "" : string.Join(' ',
        sample.Text.ToLowerInvariant().Split(' ').Select((word, i) => $"'{word}':{i + 3}A,{i + 40}").Order(StringComparer.Ordinal));
}
