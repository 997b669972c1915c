using System.Text;
using CiAnon.Diagnostics;

namespace CiAnon.Policies;

/// <summary>A policy's bytes as text.</summary>
internal static class PolicyText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null, and reported, when the bytes aren't UTF-8 text.</summary>
    public static string? Decode(string file, byte[] bytes, PolicyProblems problems)
    {
        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');
            var control = IndexOfControl(text);
            if (control < 0)
                return text;

            // YamlDotNet takes NUL for the end of the file: rules after it would be lost without a word.
            problems.Add(DiagnosticCodes.PolicyMalformed, PositionOf(file, text, control), "not well-formed YAML: a control character; remove it");
        }
        catch (DecoderFallbackException exception)
        {
            problems.Add(DiagnosticCodes.PolicyUnreadable, new(file, 1, 1), $"the file is not UTF-8 text, see byte {exception.Index}; save it as UTF-8");
        }
        return null;
    }

    public static SourcePosition PositionOf(string file, string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return new(file, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private static int IndexOfControl(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r' or '\u0085'))
                return i;
        }
        return -1;
    }
}
