namespace CiAnon.Dumps.Scripts;

/// <summary>Goes over the rows of a COPY in a script.</summary>
internal static class CopyRows
{
    /// <summary>Leaves the cursor behind their end mark.</summary>
    /// <returns>Where the rows end and the mark begins; null when the script ends before.</returns>
    public static long? Skip(ScriptWindow window)
    {
        window.Mark();
        while (true)
        {
            if (window.IsAt("\\."u8) && EndMarkLength(window) is > 0 and var length)
            {
                var end = window.Position;
                window.Advance(length);
                return end;
            }
            if (!window.SkipBehind("\n\\."u8, forget: true)) return null;
            window.Advance(-2);
        }
    }

    // A line with something behind the mark is a row.
    private static int EndMarkLength(ScriptWindow window)
    {
        var length = 2;
        if (window.Peek(length) == '\r') length++;
        return window.Peek(length) == '\n' ? length + 1 : 0;
    }
}
