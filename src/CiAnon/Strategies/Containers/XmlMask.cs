using System.Text;
using System.Xml;

namespace CiAnon.Strategies.Containers;

/// <summary>Masks what paths lead to inside of XML.</summary>
/// <param name="asciiOnly">The encoding isn't UTF-8; all that PostgreSQL stores in have ASCII's characters at ASCII's bytes, so that bytes can stand for characters.</param>
internal sealed class XmlMask(XmlAction[] actions, bool keepOthers, bool asciiOnly, IReadOnlyList<InnerRule> inside, PartNames names) : ContainerMask(inside)
{
    private readonly Encoding _encoding = asciiOnly ? Encoding.Latin1 : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        var written = new StringBuilder(value.Length + 64);
        try
        {
            new XmlWalker(_encoding.GetString(value), actions, keepOthers, _encoding, scratch, written, sink, output, names).Walk();
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or InvalidOperationException)
        {
            throw new MaskException($"is not XML of at most {XmlWalker.MostLevels} levels without a DTD, or a strategy gives what XML can't hold");
        }
        foreach (var chunk in written.GetChunks())
            output.Advance(_encoding.GetBytes(chunk.Span, output.Reserve(_encoding.GetMaxByteCount(chunk.Length))));
    }
}
