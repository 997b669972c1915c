using System.Numerics;
using System.Runtime.Intrinsics;

namespace CiAnon.Keys;

/// <summary>The round keys of AES-128, -192 and -256 (FIPS 197, 5.2), for the processor's own AES instructions.</summary>
internal static class AesKeySchedule
{
    private static readonly byte[] SubstitutionBox = MakeSubstitutionBox();

    /// <summary>11, 13 or 15 round keys.</summary>
    public static Vector128<byte>[] Expand(ReadOnlySpan<byte> key)
    {
        var keyWords = key.Length / 4;
        var words = new byte[16 * (keyWords + 7)];
        key.CopyTo(words);
        Span<byte> word = stackalloc byte[4];
        byte roundConstant = 1;
        for (var i = keyWords; i < words.Length / 4; i++)
        {
            words.AsSpan(4 * (i - 1), 4).CopyTo(word);
            if (i % keyWords == 0)
            {
                (word[0], word[1], word[2], word[3]) = (word[1], word[2], word[3], word[0]);
                Substitute(word);
                word[0] ^= roundConstant;
                roundConstant = Double(roundConstant);
            }
            else if (keyWords > 6 && i % keyWords == 4)
            {
                Substitute(word);
            }
            for (var k = 0; k < 4; k++)
                words[4 * i + k] = (byte)(words[4 * (i - keyWords) + k] ^ word[k]);
        }

        var keys = new Vector128<byte>[keyWords + 7];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Vector128.Create(words.AsSpan(16 * i, 16));
        return keys;
    }

    private static void Substitute(Span<byte> word)
    {
        foreach (ref var one in word)
            one = SubstitutionBox[one];
    }

    private static byte Double(byte value) => (byte)((value << 1) ^ (value >= 0x80 ? 0x1b : 0));

    // Walks the field's non-zero elements as powers of 3 and of its inverse, so that q is always 1/p (FIPS 197, 5.1.1).
    private static byte[] MakeSubstitutionBox()
    {
        var box = new byte[256];
        byte p = 1, q = 1;
        do
        {
            p = (byte)(p ^ Double(p));
            q ^= (byte)(q << 1);
            q ^= (byte)(q << 2);
            q ^= (byte)(q << 4);
            if (q >= 0x80)
                q ^= 0x09;
            box[p] = (byte)(q ^ RotateLeft(q, 1) ^ RotateLeft(q, 2) ^ RotateLeft(q, 3) ^ RotateLeft(q, 4) ^ 0x63);
        }
        while (p != 1);
        box[0] = 0x63;
        return box;
    }

    private static byte RotateLeft(byte value, int by) => (byte)(BitOperations.RotateLeft((uint)value * 0x01010101u, by) & 0xff);
}
