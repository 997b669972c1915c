using CiAnon.Keys;

namespace CiAnon.Strategies.Encryption;

/// <summary>The characters of an alphabet are encrypted among themselves (FF1), all others stay where they are.</summary>
internal sealed class AlphabetCipher : Cipher
{
    private const byte None = 0xff;

    private readonly byte[] _characters;
    private readonly byte[] _numerals = new byte[256];
    private readonly NumeralPermutation _permutation;

    public AlphabetCipher(AesBlock aes, ReadOnlySpan<byte> characters)
    {
        _characters = characters.ToArray();
        Array.Fill(_numerals, None);
        for (var i = 0; i < _characters.Length; i++) _numerals[_characters[i]] = (byte)i;
        _permutation = new NumeralPermutation(aes, _characters.Length);
    }

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Apply(value, output, back: false);

    public override void Restore(ReadOnlySpan<byte> pseudonym, MaskOutput output) => Apply(pseudonym, output, back: true);

    private void Apply(ReadOnlySpan<byte> value, MaskOutput output, bool back)
    {
        var target = output.Reserve(2 * value.Length);
        var numerals = target.Slice(value.Length, value.Length);
        var count = 0;
        foreach (var one in value)
            if (_numerals[one] is not None and var numeral) numerals[count++] = numeral;
        if (count < _permutation.Shortest) throw new MaskException($"has fewer than {_permutation.Shortest} characters of the alphabet, too few for FF1");
        _permutation.Apply(numerals[..count], back);
        var next = 0;
        for (var i = 0; i < value.Length; i++) target[i] = _numerals[value[i]] == None ? value[i] : _characters[numerals[next++]];
        output.Advance(value.Length);
    }
}
