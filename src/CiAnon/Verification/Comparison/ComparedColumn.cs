using CiAnon.Copy;
using CiAnon.Planning;
using CiAnon.Strategies;

namespace CiAnon.Verification.Comparison;

/// <summary>A masked column of a dump beside the same column of the original: how many values came through unchanged.</summary>
/// <param name="Here">Index of its field in the dump's rows.</param>
/// <param name="There">Index of its field in the original's rows.</param>
internal sealed record ComparedColumn(ColumnPlan Plan, int Here, int There)
{
    // They may leave a value as it is, and their masks tell which under any key: constant and the like know no key, and noise
    // never moves a value by nothing.
    private static readonly string[] Predictable = ["constant", "redact", "empty", "noise"];

    private readonly MaskOutput _result = new();
    private byte[] _decoded = new byte[256];

    /// <summary>Values that are the original's although the strategy would have changed them.</summary>
    public long Survivors { get; set; }

    public string Strategy => Plan.Strategy!.Name;

    /// <summary>Whether a value that stayed can be told from one that its strategy gave back.</summary>
    public static bool CanBeJudged(ColumnPlan? plan) =>
        plan is { Mask: { SeesRow: false, MayStay: false }, Strategy: { } strategy }
        && (strategy.Guarantees.AlwaysChanges || Predictable.Contains(strategy.Name) || (strategy.Name == "date" && plan.Options.Given.ContainsKey("truncate")));

    /// <summary>NULL and the empty string say nothing.</summary>
    public static bool IsAbsent(ReadOnlySpan<byte> raw) => raw.IsEmpty || CopyText.IsNull(raw);

    /// <param name="raw">A value that is the original's too, with COPY's escapes; neither NULL nor empty.</param>
    /// <returns>True when the strategy would have changed it.</returns>
    public bool ShouldHaveChanged(ReadOnlySpan<byte> raw)
    {
        if (Plan.Mask!.WritesNull) return true;
        if (_decoded.Length < raw.Length) _decoded = new byte[raw.Length * 2];
        var value = _decoded.AsSpan(0, CopyText.Decode(raw, _decoded));
        _result.Clear();
        try
        {
            Plan.Mask.Apply(value, _result);
        }
        catch (MaskException)
        {
            return true;
        }
        return !_result.Written.SequenceEqual(value);
    }
}
