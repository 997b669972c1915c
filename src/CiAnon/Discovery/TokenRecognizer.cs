namespace CiAnon.Discovery;

/// <summary>Secrets that are one long token: JSON web tokens, API keys.</summary>
internal abstract class TokenRecognizer : Recognizer
{
    public abstract bool IsOne(ReadOnlySpan<byte> token);

    public sealed override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        var tokens = new LongTokens(value);
        return tokens.Next() && tokens.Current.Length == value.Length && IsOne(value);
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
