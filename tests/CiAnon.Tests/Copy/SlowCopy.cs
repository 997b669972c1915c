using System.Text;

namespace CiAnon.Tests.Copy;

/// <summary>COPY's text format as PostgreSQL's documentation tells it, character by character: the judge of the fast code.</summary>
internal static class SlowCopy
{
    private const string Escapes = "bfnrtv";
    private const string Meanings = "\b\f\n\r\t\v";

    public static string Encode(string? value)
    {
        if (value is null) return "\\N";
        var text = new StringBuilder();
        foreach (var character in value)
        {
            if (character == '\\') text.Append(@"\\");
            else if (Meanings.IndexOf(character) is >= 0 and var known) text.Append('\\').Append(Escapes[known]);
            else text.Append(character);
        }
        return text.ToString();
    }

    public static string Decode(string field)
    {
        var text = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] != '\\' || i + 1 == field.Length)
            {
                text.Append(field[i]);
                continue;
            }
            var next = field[++i];
            var octal = new string([.. field.Skip(i).Take(3).TakeWhile(digit => digit is >= '0' and <= '7')]);
            var hex = next == 'x' ? new string([.. field.Skip(i + 1).Take(2).TakeWhile(char.IsAsciiHexDigit)]) : "";
            if (octal.Length > 0)
            {
                text.Append((char)(Convert.ToInt32(octal, 8) & 255));
                i += octal.Length - 1;
            }
            else if (hex.Length > 0)
            {
                text.Append((char)Convert.ToInt32(hex, 16));
                i += hex.Length;
            }
            else
            {
                text.Append(Escapes.IndexOf(next) is >= 0 and var known ? Meanings[known] : next);
            }
        }
        return text.ToString();
    }
}
