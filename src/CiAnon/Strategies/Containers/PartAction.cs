using System.Text;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Containers;

/// <summary>What happens to a part that has a name.</summary>
/// <param name="Name">Null for every name.</param>
/// <param name="Leaf">Null where the part is kept.</param>
/// <param name="Rule">Index of the strategy among those inside of the value.</param>
/// <param name="Delete">Name and value go.</param>
/// <param name="Set">What becomes of every value, NULL as well; null where something else happens.</param>
internal sealed record PartAction(byte[]? Name, LeafMask? Leaf, int Rule, bool Delete, byte[]? Set)
{
    /// <summary>What the policy says of parts by name.</summary>
    /// <param name="any">The name that stands for every name; null where none does.</param>
    /// <param name="inside">The strategies inside of the value.</param>
    /// <returns>Null where one doesn't fit, for the reason in <paramref name="problem"/>.</returns>
    public static IReadOnlyList<PartAction>? Compile(IReadOnlyList<PathRule> rules, string? any, StrategyContext context, out IReadOnlyList<InnerRule> inside, out string? problem)
    {
        var (actions, strategies) = (new List<PartAction>(), new List<InnerRule>());
        (inside, problem) = (strategies, null);
        var names = new PartNames(context.KindOfPart);
        foreach (var rule in rules)
        {
            LeafMask? leaf = null;
            var first = strategies.Count;
            if (rule.Inner is { Strategy.Name: not "keep" } inner)
            {
                leaf = LeafMask.Compile(inner, context, out problem);
                if (leaf is null)
                {
                    problem = $"{problem} ({rule.Path})";
                    return null;
                }
                strategies.AddRange(leaf.Rules(rule.Path == any ? inner : names.Named(inner, "", rule.Path)));
            }
            actions.Add(new PartAction(rule.Path == any ? null : Encoding.UTF8.GetBytes(rule.Path), leaf, first, rule.Delete, rule.Set is { } set ? Encoding.UTF8.GetBytes(set) : null));
        }
        return actions;
    }
}
