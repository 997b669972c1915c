namespace CiAnon.Strategies.Numbers;

/// <summary>What fits PostgreSQL's integer types.</summary>
internal static class IntegerLimits
{
    public static (long Low, long High) Of(string baseName) => baseName switch
    {
        "int2" => (short.MinValue, short.MaxValue),
        "int4" => (int.MinValue, int.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };
}
