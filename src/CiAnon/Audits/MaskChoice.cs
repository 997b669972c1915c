namespace CiAnon.Audits;

/// <summary>A strategy with options that may fit a column.</summary>
/// <param name="Reason">Of a keep.</param>
/// <param name="IsSecondBest">A person should look at the result.</param>
public sealed record MaskChoice(string Strategy, IReadOnlyDictionary<string, string> Options, string? Reason = null, bool IsSecondBest = false)
{
    public MaskChoice(string strategy, params (string Name, string Value)[] options)
        : this(strategy, options.ToDictionary(option => option.Name, option => option.Value))
    {
    }
}
