using System.Text.RegularExpressions;

namespace CiAnon.Strategies.Containers;

/// <summary>A part of XPath: <c>/order/item/@id</c>, <c>//email</c>, <c>/order/*</c>, <c>//@*</c>. A name without prefix is one of any namespace.</summary>
internal sealed partial record XmlPath(IReadOnlyList<XmlStep> Steps)
{
    // Where a path has got to is one bit of a word.
    private const int MostSteps = 60;

    /// <summary>The bit of a path that has reached its end.</summary>
    public ulong End => 1UL << Steps.Count;

    /// <summary>Null where it can't be read.</summary>
    public static XmlPath? Read(string text)
    {
        var steps = new List<XmlStep>();
        for (var rest = text; rest.Length > 0;)
        {
            var match = Step().Match(rest);
            if (!match.Success || steps.Count == MostSteps || steps is [.., { IsAttribute: true }]) return null;
            rest = rest[match.Length..];
            steps.Add(new XmlStep(match.Groups["name"].Value is var name && name == "*" ? null : name, match.Groups["at"].Success, match.Groups["deep"].Success));
        }
        return steps.Count == 0 ? null : new XmlPath(steps);
    }

    /// <summary>Where the path stands below an element that it stood at, one bit for every place.</summary>
    public ulong Below(ulong at, string name, string localName, bool isAttribute)
    {
        ulong below = 0;
        for (var i = 0; i < Steps.Count; i++)
        {
            if ((at >> i & 1) == 0) continue;
            if (Steps[i].IsDeep && !isAttribute) below |= 1UL << i;
            if (Steps[i].Matches(name, localName, isAttribute)) below |= 1UL << (i + 1);
        }
        return below;
    }

    /// <summary>Whether the path leads to whatever another one leads to.</summary>
    public bool Covers(XmlPath other) => PathOrder.Covers(other.Steps, Steps, step => step.IsDeep,
        (narrow, wide) => wide.IsAttribute == narrow.IsAttribute && (wide.Name is null || wide.Name == narrow.Name || (narrow.Name?.EndsWith($":{wide.Name}", StringComparison.Ordinal) ?? false)));

    [GeneratedRegex(@"\A/(?<deep>/)?(?<at>@)?(?<name>\*|[\p{L}_][\p{L}\p{M}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.\-]*)?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}
