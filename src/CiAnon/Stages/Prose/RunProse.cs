using System.Collections.Concurrent;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>Reads the texts of one run. Knows forms only, until <see cref="Know"/> says whose columns there are. Safe for several threads.</summary>
internal sealed class RunProse : IProse
{
    private readonly ConcurrentBag<ProseReader> _readers = [];
    private Originals? _originals;

    /// <summary>What became of originals: filled before <see cref="Know"/>.</summary>
    public Pseudonyms Pseudonyms { get; init; } = new();

    /// <summary>All originals are known, and can be looked up.</summary>
    public void Know(Originals originals)
    {
        _readers.Clear();
        Pseudonyms.Freeze();
        _originals = originals;
    }

    public void Replace(ReadOnlySpan<byte> text, ProseRules rules, int? room, MaskOutput output)
    {
        if (!_readers.TryTake(out var reader)) reader = new ProseReader(_originals, Pseudonyms);
        reader.Replace(text, rules, room, output);
        _readers.Add(reader);
    }
}
