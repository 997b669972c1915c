namespace CiAnon.Recognition.Numbers;

/// <summary>What is written as hexadecimal groups with colons or dashes: reads the whole run around a word with a digit.</summary>
internal abstract class HexGroupRecognizer : NumberRecognizer
{
    public override bool CanStart(int letters, int digits, BehindDigits behind) => letters <= 3 && digits <= 4;

    public sealed override NumberMatch Match(ReadOnlySpan<byte> text, int start)
    {
        var word = start;
        while (word < text.Length && Bytes.IsHex(text[word])) word++;
        var joined = word < text.Length && IsSeparator(text[word]) || start > 0 && IsSeparator(text[start - 1]);
        if (!joined) return NumberMatch.None;

        var from = start;
        while (from > 0 && (Bytes.IsHex(text[from - 1]) || IsSeparator(text[from - 1]))) from--;
        var end = word;
        while (end < text.Length && (Bytes.IsHex(text[end]) || IsSeparator(text[end]))) end++;
        if (Bytes.IsWordBefore(text, from) || Bytes.IsWordAt(text, end)) return NumberMatch.None;
        return IsOne(Sentence(text[from..end])) ? new NumberMatch(end, Passed: true, NeedsContext: false) { Lead = start - from } : NumberMatch.None;
    }

    protected abstract bool IsSeparator(byte one);

    protected abstract bool IsOne(ReadOnlySpan<byte> run);

    // "ip: 2a00::1:" has punctuation around the address.
    private ReadOnlySpan<byte> Sentence(ReadOnlySpan<byte> run)
    {
        if (run.Length > 2 && IsSeparator(run[^1]) && !IsSeparator(run[^2])) run = run[..^1];
        return run.Length > 2 && IsSeparator(run[0]) && !IsSeparator(run[1]) ? run[1..] : run;
    }
}
