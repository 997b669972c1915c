using CiAnon.Catalogs;

namespace CiAnon.Strategies.Numbers;

/// <summary>What a number must stay within, and the smallest step that its type keeps.</summary>
/// <param name="Low">Lowest value, in units of 10^-Scale.</param>
/// <param name="High">Highest value, in units of 10^-Scale.</param>
/// <param name="Scale">Decimals that the limits are given in; negative for numeric(5,-2).</param>
/// <param name="FloatBits">32 for real, 64 for double precision (exponents, as many digits as it takes), 0 for exact numbers.</param>
internal sealed record NumberLimits(Int128 Low, Int128 High, int Scale, int FloatBits)
{
    /// <summary>More digits than any sum here has.</summary>
    public const int MostDigits = 36;

    public bool IsFloat => FloatBits > 0;

    private static readonly Int128 Unlimited = NumberText.Power(MostDigits);

    public static NumberLimits Of(ColumnType type)
    {
        if (type.Kind == TypeKind.Integer)
        {
            var (low, high) = IntegerLimits.Of(type.BaseName);
            return new NumberLimits(low, high, 0, FloatBits: 0);
        }
        var bound = type.Precision is { } precision && precision <= MostDigits ? NumberText.Power(precision) - 1 : Unlimited;
        return new NumberLimits(-bound, bound, type.Scale ?? 0, type.BaseName switch { "float4" => 32, "float8" => 64, _ => 0 });
    }
}
