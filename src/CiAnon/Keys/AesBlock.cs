using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Arm = System.Runtime.Intrinsics.Arm;
using X86 = System.Runtime.Intrinsics.X86;

namespace CiAnon.Keys;

/// <summary>
/// AES encryption of single blocks under one key of 16, 24 or 32 bytes. Uses the processor's instructions where it has
/// them, System.Security.Cryptography otherwise (slower, and it allocates). Safe to call from several threads at once.
/// </summary>
public sealed class AesBlock
{
    private readonly Vector128<byte>[] _roundKeys;
    private readonly Aes? _portable;

    public AesBlock(ReadOnlySpan<byte> key)
        : this(key, X86.Aes.IsSupported || Arm.Aes.IsSupported)
    {
    }

    internal AesBlock(ReadOnlySpan<byte> key, bool useInstructions)
    {
        if (key.Length is not (16 or 24 or 32))
            throw new ArgumentException("16, 24 or 32 bytes", nameof(key));
        _roundKeys = AesKeySchedule.Expand(key);
        if (useInstructions)
            return;
        _portable = Aes.Create();
        _portable.Key = key.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Encrypt(Vector128<byte> block)
    {
        if (_portable is not null)
            return EncryptPortably(block);
        var keys = _roundKeys;
        return X86.Aes.IsSupported ? EncryptX86(block, keys) : EncryptArm(block, keys);
    }

    private static Vector128<byte> EncryptX86(Vector128<byte> block, Vector128<byte>[] keys)
    {
        // Nothing but the rounds themselves, without a loop: they are what everything waits for.
        if (keys.Length == 11)
        {
            block = X86.Aes.Encrypt(X86.Aes.Encrypt(X86.Aes.Encrypt(block ^ keys[0], keys[1]), keys[2]), keys[3]);
            block = X86.Aes.Encrypt(X86.Aes.Encrypt(X86.Aes.Encrypt(block, keys[4]), keys[5]), keys[6]);
            block = X86.Aes.Encrypt(X86.Aes.Encrypt(X86.Aes.Encrypt(block, keys[7]), keys[8]), keys[9]);
            return X86.Aes.EncryptLast(block, keys[10]);
        }
        block ^= keys[0];
        for (var i = 1; i < keys.Length - 1; i++)
            block = X86.Aes.Encrypt(block, keys[i]);
        return X86.Aes.EncryptLast(block, keys[^1]);
    }

    // Arm's instruction adds the round key before the substitution, so the keys stand one round earlier.
    private static Vector128<byte> EncryptArm(Vector128<byte> block, Vector128<byte>[] keys)
    {
        for (var i = 0; i < keys.Length - 2; i++)
            block = Arm.Aes.MixColumns(Arm.Aes.Encrypt(block, keys[i]));
        return Arm.Aes.Encrypt(block, keys[^2]) ^ keys[^1];
    }

    private Vector128<byte> EncryptPortably(Vector128<byte> block)
    {
        Span<byte> bytes = stackalloc byte[16];
        block.CopyTo(bytes);
        _ = _portable!.EncryptEcb(bytes, bytes, PaddingMode.None);
        return Vector128.Create((ReadOnlySpan<byte>)bytes);
    }
}
