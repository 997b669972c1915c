namespace CiAnon.Audits.Proposals;

/// <summary>A strategy with options that may fit a column.</summary>
/// <param name="Why">Of a makeshift: what else speaks for it; null when the verdict on the column says it all.</param>
/// <param name="IsSecondBest">A person should look at the result.</param>
public sealed record MaskChoice(string Strategy, IReadOnlyDictionary<string, string> Options, string? Why = null, bool IsSecondBest = false)
{
    public MaskChoice(string strategy, params (string Name, string Value)[] options)
        : this(strategy, options.ToDictionary(option => option.Name, option => option.Value))
    {
    }
}
