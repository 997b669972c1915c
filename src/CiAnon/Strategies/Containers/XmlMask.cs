using System.Text;
using System.Xml;

namespace CiAnon.Strategies.Containers;

/// <summary>Masks what paths lead to inside of XML.</summary>
/// <param name="asciiOnly">The encoding isn't UTF-8; all that PostgreSQL stores in have ASCII's characters at ASCII's bytes, so that bytes can stand for characters.</param>
internal sealed class XmlMask(XmlAction[] actions, bool keepOthers, bool asciiOnly, IReadOnlyList<InnerRule> inside) : Mask
{
    private readonly Encoding _encoding = asciiOnly ? Encoding.Latin1 : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override IReadOnlyList<InnerRule> Inside => inside;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var written = new StringBuilder(value.Length + 64);
        Walk(value, written, null);
        foreach (var chunk in written.GetChunks())
            output.Advance(_encoding.GetBytes(chunk.Span, output.Reserve(_encoding.GetMaxByteCount(chunk.Length))));
    }

    public override void Show(ReadOnlySpan<byte> value, IInnerSink sink) => Walk(value, new StringBuilder(), sink);

    private void Walk(ReadOnlySpan<byte> value, StringBuilder written, IInnerSink? sink)
    {
        var scratch = JsonScratch.Rent();
        try
        {
            new XmlWalker(_encoding.GetString(value), actions, keepOthers, _encoding, scratch, written, sink).Walk();
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or InvalidOperationException)
        {
            throw new MaskException($"is not XML of at most {XmlWalker.MostLevels} levels without a DTD, or a strategy gives what XML can't hold");
        }
        finally
        {
            JsonScratch.Return(scratch);
        }
    }
}
