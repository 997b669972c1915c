using System.Collections.Concurrent;
using System.Text;

namespace CiAnon.Strategies.Containers;

/// <summary>Says what a part of a value holds by its name and that of what it is in: each pair of names is read once.</summary>
/// <param name="kindOf">Null where nobody reads names.</param>
internal sealed class PartNames(Func<string, string, PersonalKind?>? kindOf)
{
    // Names may be values.
    private const int MostNames = 4096;
    private const int LongestName = 100;

    private readonly ConcurrentDictionary<string, PersonalKind?> _kinds = [];

    public PersonalKind? KindOf(ReadOnlySpan<byte> owner, ReadOnlySpan<byte> name)
    {
        if (kindOf is null || name.Length is 0 or > LongestName || owner.Length > LongestName) return null;
        Span<char> characters = stackalloc char[2 * LongestName];
        var length = Encoding.UTF8.GetChars(owner, characters);
        return KindOf(characters[..length], characters[length..][..Encoding.UTF8.GetChars(name, characters[length..])]);
    }

    public PersonalKind? KindOf(ReadOnlySpan<char> owner, ReadOnlySpan<char> name)
    {
        if (kindOf is null || name.Length is 0 or > LongestName || owner.Length > LongestName) return null;
        Span<char> key = stackalloc char[2 * LongestName + 1];
        owner.CopyTo(key);
        key[owner.Length] = '\0';
        name.CopyTo(key[(owner.Length + 1)..]);
        key = key[..(owner.Length + 1 + name.Length)];
        if (_kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known)) return known;
        var kind = kindOf(owner.ToString(), name.ToString());
        if (_kinds.Count < MostNames) _kinds.TryAdd(key.ToString(), kind);
        return kind;
    }

    /// <summary>The rule with what its place's name says.</summary>
    public InnerRule Named(InnerRule rule, string owner, string? name) => KindOf(owner, name) is { } kind ? rule with { Kind = kind } : rule;
}
