namespace CiAnon.Stages.Prose;

/// <summary>Where a number begins whose first digit is known: a + and a bracket before it belong to it.</summary>
internal static class PhoneStart
{
    public static int Of(ReadOnlySpan<byte> text, int start, int end)
    {
        if (start > 0 && text[start - 1] == '+') start--;
        return start > 0 && text[start - 1] == '(' && text[start..end].Contains((byte)')') ? start - 1 : start;
    }
}
