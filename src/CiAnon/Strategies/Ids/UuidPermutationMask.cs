using System.Buffers.Text;
using System.Runtime.Intrinsics;
using CiAnon.Keys;

namespace CiAnon.Strategies.Ids;

/// <summary>
/// Encrypts a uuid as one block of AES, again and again until version and variant are those of the original (cycle walking: still a
/// permutation); 64 times on average.
/// </summary>
internal sealed class UuidPermutationMask(AesBlock aes) : Mask
{
    private const int Length = 36;

    private static readonly Vector128<byte> VersionAndVariant = Vector128.Create((byte)0, 0, 0, 0, 0, 0, 0xf0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (!Utf8Parser.TryParse(value, out Guid uuid, out var consumed) || consumed != value.Length) throw new MaskException("is not a uuid");
        Span<byte> bytes = stackalloc byte[16];
        _ = uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        Vector128<byte> block = Vector128.Create((ReadOnlySpan<byte>)bytes), kept = block & VersionAndVariant;
        do block = aes.Encrypt(block);
        while ((block & VersionAndVariant) != kept);
        block.CopyTo(bytes);
        _ = Utf8Formatter.TryFormat(new Guid(bytes, bigEndian: true), output.Reserve(Length), out _);
        output.Advance(Length);
    }
}
