using System.Text;

namespace CiAnon.Strategies.Fixed;

/// <summary>Texts of the policy that are written into columns.</summary>
internal static class Literal
{
    /// <summary>Why the text can't be stored, or null.</summary>
    public static string? Problem(string text, StrategyContext context)
    {
        if (context.AsciiOnly && !Ascii.IsValid(text))
            return $"writes '{text}', but the dump's encoding isn't UTF-8; use ASCII characters only";
        if (text.Contains('\0', StringComparison.Ordinal))
            return "writes a NUL character, which PostgreSQL can't store";
        var length = text.EnumerateRunes().Count();
        return context.Type.MaxLength < length
            ? $"writes {length} characters, but {context.Type.Name} has room for {context.Type.MaxLength}"
            : null;
    }
}
