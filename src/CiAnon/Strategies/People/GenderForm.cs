using System.Text;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.People;

/// <summary>Writes a woman or a man as a column does: by the words given, or in the form of the value that is replaced.</summary>
internal abstract class GenderForm
{
    public abstract void Append(ReadOnlySpan<byte> value, bool isWoman, MaskOutput output);

    /// <summary>Two words, always the same.</summary>
    internal sealed class Fixed(string woman, string man) : GenderForm
    {
        private readonly byte[] _woman = Encoding.UTF8.GetBytes(woman);
        private readonly byte[] _man = Encoding.UTF8.GetBytes(man);

        public override void Append(ReadOnlySpan<byte> value, bool isWoman, MaskOutput output) => output.Append(isWoman ? _woman : _man);
    }

    /// <summary>A title, with a full stop where the value has one, in capitals where the value is.</summary>
    internal sealed class Title(string woman, string man, int? room) : GenderForm
    {
        private readonly CasedWord _woman = new(woman);
        private readonly CasedWord _man = new(man);

        public override void Append(ReadOnlySpan<byte> value, bool isWoman, MaskOutput output)
        {
            var word = (isWoman ? _woman : _man).Like(value, asIs: true);
            if (!value.EndsWith("."u8)) word = word.TrimEnd((byte)'.');
            if (Encoding.UTF8.GetCharCount(word) > room) word = word.TrimEnd((byte)'.');
            if (Encoding.UTF8.GetCharCount(word) > room) throw NoRoom();
            output.Append(word);
        }
    }

    /// <summary>The words that go with the value: Male becomes Female, W becomes M.</summary>
    internal sealed class Words(IReadOnlyList<GenderVocabulary> vocabularies, int? room) : GenderForm
    {
        private readonly (CasedWord Woman, CasedWord Man, byte[][] All)[] _rows =
            [.. vocabularies.Select(row => (new CasedWord(row.Woman), new CasedWord(row.Man), row.Others.Prepend(row.Man).Prepend(row.Woman).Select(Encoding.UTF8.GetBytes).ToArray()))];

        public override void Append(ReadOnlySpan<byte> value, bool isWoman, MaskOutput output)
        {
            foreach (var (woman, man, all) in _rows)
                foreach (var known in all)
                {
                    if (!FoldedText.Equals(known, value)) continue;
                    var word = (isWoman ? woman : man).Like(value, asIs: false);
                    if (Encoding.UTF8.GetCharCount(word) > room) throw NoRoom();
                    output.Append(word);
                    return;
                }
            throw new MaskException("is no word for a gender that is known in the locale: say how the column writes women and men, as values: [f, m]");
        }
    }

    private static MaskException NoRoom() => new("is shorter than the word for the other gender: say what the column takes, as values: [f, m]");

    private sealed class CasedWord(string word)
    {
        private readonly byte[] _word = Encoding.UTF8.GetBytes(word);
        private readonly byte[] _lower = Encoding.UTF8.GetBytes(word.ToLowerInvariant());
        private readonly byte[] _capital = Encoding.UTF8.GetBytes(word[..1].ToUpperInvariant() + word[1..].ToLowerInvariant());
        private readonly byte[] _upper = Encoding.UTF8.GetBytes(word.ToUpperInvariant());

        /// <param name="value">Whose case counts.</param>
        /// <param name="asIs">The word's own form stands for a capital and small letters.</param>
        public ReadOnlySpan<byte> Like(ReadOnlySpan<byte> value, bool asIs)
        {
            _ = Rune.DecodeFromUtf8(value, out var first, out var length);
            if (!Rune.IsUpper(first)) return asIs && !Rune.IsLower(first) ? _word : _lower;
            _ = Rune.DecodeFromUtf8(value[length..], out var second, out _);
            return Rune.IsUpper(second) ? _upper : asIs ? _word : _capital;
        }
    }
}
