using System.Text;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Keys;
using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>Originals to look for, and ways to look.</summary>
internal static class Searched
{
    public static readonly DomainKey Key = new(Enumerable.Range(1, 32).Select(value => (byte)value).ToArray());

    public static Originals For(params (PersonalKind Kind, string Value)[] values)
    {
        var originals = new Originals(Key);
        foreach (var (kind, value) in values)
        {
            var sink = originals.Collect([kind]);
            sink.Field(0, Encoding.UTF8.GetBytes(value));
            sink.EndRow();
        }
        originals.Freeze();
        return originals;
    }

    public static HitTally In(this Originals originals, string value, TypeKind kind = TypeKind.Text, string baseName = "text", params PersonalKind[] expected) =>
        originals.In([value], kind, baseName, expected);

    public static HitTally In(this Originals originals, IEnumerable<string> values, TypeKind kind = TypeKind.Text, string baseName = "text", params PersonalKind[] expected)
    {
        var scanner = new FieldScanner(originals, [new ScannedColumn(kind, baseName, expected)]);
        var walker = new FieldWalker([true], scanner);
        foreach (var value in values) walker.Walk(Row(Encoding.UTF8.GetBytes(value)));
        return scanner.Tally();
    }

    private static byte[] Row(byte[] value)
    {
        var encoded = new byte[CopyText.MaxEncodedLength(value.Length)];
        return [.. encoded.AsSpan(0, CopyText.Encode(value, encoded)), CopyText.RowEnd];
    }
}
