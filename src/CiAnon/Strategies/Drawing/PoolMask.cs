using CiAnon.Keys;

namespace CiAnon.Strategies.Drawing;

/// <summary>One value of a pool for each original; upper and lower case of the original aside, never the original.</summary>
internal sealed class PoolMask(SipHash hash, Pool pool) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var original = value.TrimEnd((byte)' ');
        var number = (ulong)hash.Hash(original);
        var pick = pool.Pick(number);
        output.Append(FoldedText.Equals(pick, original) ? pool.PickNext(number) : pick);
    }

    /// <summary>The compile function of a strategy that picks whole values from one pool.</summary>
    public static Compilation Compile(StrategyContext context, Func<string, IReadOnlyList<string>> values) =>
        Pool.Fitting(values(context.Locale), context.Type.MaxLength, context, out var problem) is { } pool
            ? new Compilation(new PoolMask(new SipHash(context.Key.Hash), pool), null) { Cut = pool.Cut, Pool = pool.Count }
            : Compilation.DoesNotFit(problem!);
}
