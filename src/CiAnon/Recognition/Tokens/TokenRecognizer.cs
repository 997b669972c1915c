using CiAnon.Recognition.Definitions;

namespace CiAnon.Recognition.Tokens;

/// <summary>Secrets that are one long token: JSON web tokens, API keys.</summary>
internal abstract class TokenRecognizer : Recognizer, ISecretFinder
{
    public abstract bool IsOne(ReadOnlySpan<byte> token);

    public sealed override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        var tokens = new LongTokens(value);
        return tokens.Next() && tokens.Current.Length == value.Length && IsOne(value);
    }

    public void Find(ReadOnlySpan<byte> text, ICollection<(int Start, int End)> found)
    {
        var tokens = new LongTokens(text);
        while (tokens.Next())
        {
            if (IsOne(tokens.Current)) found.Add((tokens.Start, tokens.Start + tokens.Current.Length));
        }
    }

    public sealed override int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        var tokens = new LongTokens(text);
        while (tokens.Next())
        {
            if (IsOne(tokens.Current)) count++;
        }
        return count;
    }
}
