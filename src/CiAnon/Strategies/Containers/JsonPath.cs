using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CiAnon.Strategies.Containers;

/// <summary>A part of JSONPath (RFC 9535): <c>$.name</c>, <c>['name']</c>, <c>[0]</c>, <c>[*]</c>, <c>.*</c>, and <c>..</c> before any of them.</summary>
internal sealed partial record JsonPath(IReadOnlyList<JsonStep> Steps)
{
    // Where a path has got to is one bit of a word.
    private const int MostSteps = 60;

    /// <summary>The bit of a path that has reached its end.</summary>
    public ulong End => 1UL << Steps.Count;

    /// <summary>Of the members that it leads to, or that hold the elements that it leads to; null where they have several.</summary>
    public string? Name => NameAt(LastName);

    /// <summary>Of the member that those are in; null where it has none, or several.</summary>
    public string? Owner => NameAt(LastName - 1);

    // Elements have their array's name.
    private int LastName
    {
        get
        {
            var last = Steps.Count - 1;
            while (last >= 0 && Steps[last] is { Name: null, IsElement: true, IsDeep: false }) last--;
            return last;
        }
    }

    /// <summary>Null where it can't be read.</summary>
    public static JsonPath? Read(string text)
    {
        if (!text.StartsWith('$')) return null;
        var steps = new List<JsonStep>();
        for (var rest = text[1..]; rest.Length > 0;)
        {
            var match = Step().Match(rest);
            if (!match.Success || steps.Count == MostSteps) return null;
            rest = rest[match.Length..];
            var name = match.Groups["name"] is { Success: true } plain ? plain.Value : match.Groups["quoted"] is { Success: true } quoted ? Unescaped(quoted.Value) : null;
            int? index = match.Groups["index"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;
            steps.Add(new JsonStep(name is null ? null : Encoding.UTF8.GetBytes(name), index, match.Groups["deep"].Success) { IsElement = index is not null || match.Value == "[*]" });
        }
        return new JsonPath(steps);
    }

    /// <summary>Where the path stands below a value that it stood at, one bit for every place.</summary>
    /// <param name="name">Of a member, unescaped.</param>
    /// <param name="index">Of an element; -1 for members.</param>
    public ulong Below(ulong at, ReadOnlySpan<byte> name, int index)
    {
        ulong below = 0;
        for (var i = 0; i < Steps.Count; i++)
        {
            if ((at >> i & 1) == 0) continue;
            var step = Steps[i];
            if (step.IsDeep) below |= 1UL << i;
            if (step.Matches(name, index)) below |= 1UL << (i + 1);
        }
        return below;
    }

    /// <summary>Whether the path leads to whatever another one leads to.</summary>
    public bool Covers(JsonPath other) => PathOrder.Covers(other.Steps, Steps, step => step.IsDeep,
        (narrow, wide) => wide is { Name: null, Index: null } || (wide.Index == narrow.Index && (wide.Name ?? []).AsSpan().SequenceEqual(narrow.Name) && (wide.Name is null) == (narrow.Name is null)));

    /// <summary>Whether the path stands at a place from which it may lead on.</summary>
    public bool LeadsOn(ulong at) => (at & (End - 1)) != 0;

    private string? NameAt(int step) => step >= 0 && Steps[step].Name is { } name ? Encoding.UTF8.GetString(name) : null;

    private static string Unescaped(string quoted) => quoted.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex("""\G(?:(?<deep>\.\.)(?=[^.])|\.(?=[^.\[])|(?=\[))(?:\*|\[\*\]|\[(?<index>[0-9]{1,6})\]|\['(?<quoted>(?:[^'\\]|\\.)*)'\]|\["(?<quoted>(?:[^"\\]|\\.)*)"\]|(?<name>[^.\[\]*'"\s]+))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}
