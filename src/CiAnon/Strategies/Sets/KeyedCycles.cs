using System.Buffers.Binary;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Sets;

/// <summary>
/// Permutations without a fixed point, by a key: within every group one random cycle through all of its members (S. Sattolo, "An algorithm
/// to generate a random cyclic permutation", 1986).
/// </summary>
internal static class KeyedCycles
{
    /// <summary>What a member gets that is alone in its group.</summary>
    public const int Alone = -1;

    /// <param name="groups">By member: its group, counted from 0.</param>
    /// <param name="count">How many groups there are.</param>
    /// <returns>By member: whose value it gets; never its own.</returns>
    public static int[] Sources(SipHash hash, ReadOnlySpan<int> groups, int count)
    {
        var (members, ends) = ByGroup(groups, count);
        // Who takes, and what is taken.
        var takers = (int[])members.Clone();
        var sources = new int[groups.Length];
        Span<byte> draw = stackalloc byte[sizeof(long)];
        var start = 0;
        foreach (var end in ends)
        {
            var cycle = members.AsSpan(start, end - start);
            for (var last = cycle.Length - 1; last > 0; last--)
            {
                BinaryPrimitives.WriteInt64LittleEndian(draw, (long)start + last);
                var other = Draw.Index((ulong)hash.Hash(draw), last);
                (cycle[last], cycle[other]) = (cycle[other], cycle[last]);
            }
            for (var i = 0; i < cycle.Length; i++) sources[takers[start + i]] = cycle.Length == 1 ? Alone : cycle[i];
            start = end;
        }
        return sources;
    }

    private static (int[] Members, int[] Ends) ByGroup(ReadOnlySpan<int> groups, int count)
    {
        var ends = new int[count];
        foreach (var group in groups) ends[group]++;
        for (var group = 1; group < count; group++) ends[group] += ends[group - 1];
        var next = new int[count];
        for (var group = 1; group < count; group++) next[group] = ends[group - 1];
        var members = new int[groups.Length];
        for (var member = 0; member < groups.Length; member++) members[next[groups[member]]++] = member;
        return (members, ends);
    }
}
