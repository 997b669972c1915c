namespace CiAnon.Strategies;

/// <summary>Whether a mask has a pseudonym for NULL, tried while planning: nobody should learn it from a row.</summary>
internal static class NullReplacement
{
    /// <summary>Why it has none, or null.</summary>
    public static string? Problem(Mask mask, bool isUnique)
    {
        if (mask.WritesNull) return "makes NULL of everything";
        if (mask.Batch is not null) return null;
        if (isUnique && mask.Columns.Count == 0) return "gives every NULL the same pseudonym, and the column is unique";
        var output = new MaskOutput();
        try
        {
            mask.For(new RowShape(mask.Columns, _ => null)).Apply(default, new NullRow(), output);
        }
        catch (MaskException)
        {
            output.Clear();
        }
        return output.Length == 0 ? "has no pseudonym for NULL, as it makes one from the value" : null;
    }

    private sealed class NullRow : Row
    {
        public override ReadOnlySpan<byte> this[int field] => default;

        public override bool IsNull(int field) => true;
    }
}
