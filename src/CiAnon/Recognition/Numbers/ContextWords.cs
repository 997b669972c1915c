using System.Text;

namespace CiAnon.Recognition.Numbers;

/// <summary>Words that turn a number of many meanings into one of a kind.</summary>
internal sealed class ContextWords(IReadOnlyList<string> words)
{
    // Far enough for "social security number of the applicant: "; a sentence further on is about something else.
    private const int Reach = 48;

    private readonly byte[][] _words = [.. words.Select(Encoding.UTF8.GetBytes)];
    private readonly uint[] _letters = [.. words.Select(word => LettersOf(Encoding.UTF8.GetBytes(word)))];

    public bool StandBefore(ReadOnlySpan<byte> text, int start)
    {
        if (_words.Length == 0) return false;
        var first = Math.Max(0, start - Reach);
        Span<byte> before = stackalloc byte[Reach];
        before = before[..(start - first)];
        for (var i = 0; i < before.Length; i++) before[i] = Bytes.Lower(text[first + i]);
        return Any(before);
    }

    public bool StandIn(string column)
    {
        Span<byte> name = stackalloc byte[256];
        var length = 0;
        for (var i = 0; i < column.Length && length < name.Length - 1; i++)
        {
            if (i > 0 && char.IsUpper(column[i]) && char.IsLower(column[i - 1])) name[length++] = (byte)' ';
            name[length++] = char.IsAsciiLetterOrDigit(column[i]) ? (byte)char.ToLowerInvariant(column[i]) : (byte)' ';
        }
        return Any(name[..length]);
    }

    private bool Any(ReadOnlySpan<byte> text)
    {
        // Most texts lack a letter of most words.
        var missing = ~LettersOf(text);
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_letters[i] & missing) != 0) continue;
            var word = _words[i];
            for (var rest = text; rest.IndexOf(word) is >= 0 and var found; rest = rest[(found + 1)..])
            {
                var starts = found == 0 || !Bytes.IsLetter(rest[found - 1]);
                var end = found + word.Length;
                // Short words must end there too: tin is not tinned.
                if (starts && (word.Length > 4 || end == rest.Length || !Bytes.IsLetter(rest[end]))) return true;
            }
        }
        return false;
    }

    // One bit per letter from a to z.
    private static uint LettersOf(ReadOnlySpan<byte> lower)
    {
        var letters = 0u;
        foreach (var one in lower)
        {
            if ((uint)(one - 'a') < 26) letters |= 1u << (one - 'a');
        }
        return letters;
    }
}
