using System.Buffers;
using System.Buffers.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Decodes base64 of both alphabets, padded or not, with or without line breaks.</summary>
internal static class Base64Text
{
    /// <summary>The bytes; empty when it can't be base64.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> token, DecodedLevel level)
    {
        var room = level.Room(2 * token.Length);
        var characters = room[..token.Length];
        token.CopyTo(characters);
        characters.Replace((byte)'+', (byte)'-');
        characters.Replace((byte)'/', (byte)'_');

        var length = 0;
        foreach (var character in characters)
        {
            if (character is not ((byte)'\n' or (byte)'\r')) characters[length++] = character;
        }
        // A single character left over holds no byte: the token was cut.
        if (length % 4 == 1) length--;
        var target = room[token.Length..];
        var status = Base64Url.DecodeFromUtf8(characters[..length], target, out _, out var written);
        if (status != OperationStatus.Done && length % 4 != 0)
            status = Base64Url.DecodeFromUtf8(characters[..(length - length % 4)], target, out _, out written);
        return status == OperationStatus.Done ? target[..written] : default;
    }
}
