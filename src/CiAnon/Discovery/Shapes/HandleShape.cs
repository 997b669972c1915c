using CiAnon.Recognition;

namespace CiAnon.Discovery.Shapes;

/// <summary>Values as people are called in public: <c>@anna</c>, <c>@anna:chat.example.org</c>, <c>acct:anna@example.org</c>.</summary>
internal static class HandleShape
{
    private const double Most = 0.8;

    public static bool Is(ColumnSample sample) => sample.Values.Count > 0 && sample.Share(value => Is(value)) >= Most;

    private static bool Is(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("acct:"u8)) return value.Length > 8;
        if (value.Length < 3 || value[0] != '@') return false;
        foreach (var one in value[1..])
            if (!Bytes.IsAlphanumeric(one) && one is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)':' or (byte)'@' or (byte)'=' or (byte)'/')) return false;
        return value[1..].IndexOfAnyInRange((byte)'a', (byte)'z') >= 0 || value[1..].IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0;
    }
}
