using System.Buffers;

namespace CiAnon.Residual.Encodings;

/// <summary>Takes the tag out of e-mail addresses that have one: <c>anna+shop@mail.example</c> gives <c>anna@mail.example</c>.</summary>
internal static class MailTags
{
    private const int MostBefore = 64;

    private static readonly SearchValues<byte> Outside = SearchValues.Create(" \t\r\n<>\"'(),;:[]{}|/\\?&@"u8);

    /// <summary>A line for each such address; empty when there are none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var written = 0;
        Span<byte> target = default;
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf((byte)'@');
            if (at < 0) break;
            at += from;
            // Nothing of an address stands in two: the host's end is where the next begins.
            var local = text[Math.Max(from, at - 2 * MostBefore)..at];
            local = local[(local.LastIndexOfAny(Outside) + 1)..];
            from = at + 1;
            var tag = local.IndexOf((byte)'+');
            if (tag <= 0) continue;
            var length = text[from..].IndexOfAny(Outside);
            var host = length < 0 ? text[at..] : text.Slice(at, length + 1);
            if (target.IsEmpty) target = level.Room(2 * text.Length + 1);
            local[..tag].CopyTo(target[written..]);
            host.CopyTo(target[(written + tag)..]);
            written += tag + host.Length;
            target[written++] = (byte)'\n';
        }
        return target[..written];
    }
}
