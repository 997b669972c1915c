using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Strategies.Conditions;

/// <summary>A regular expression, found anywhere in the value. It never backtracks, whatever the policy wrote.</summary>
internal sealed class MatchTest(Regex pattern, bool asciiOnly) : FieldTest
{
    public static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    protected override bool? Holds(ReadOnlySpan<byte> value)
    {
        if (asciiOnly && !Ascii.IsValid(value)) return null;
        var characters = ArrayPool<char>.Shared.Rent(value.Length);
        try
        {
            return pattern.IsMatch(characters.AsSpan(0, Encoding.UTF8.GetChars(value, characters)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters, clearArray: true);
        }
    }
}
