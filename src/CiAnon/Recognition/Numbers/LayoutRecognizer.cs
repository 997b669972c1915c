namespace CiAnon.Recognition.Numbers;

/// <summary>The verdict on a number's digits and letters, separators removed, letters in upper case.</summary>
internal delegate bool NumberCheck(ReadOnlySpan<byte> characters);

/// <summary>Numbers of a few fixed layouts whose check digits or ranges a function judges.</summary>
internal sealed class LayoutRecognizer : NumberRecognizer
{
    private const int MostCharacters = 32;

    private readonly NumberLayout[] _layouts;
    private readonly NumberCheck _check;

    public LayoutRecognizer(IEnumerable<string> layouts, NumberCheck check)
    {
        _layouts = [.. layouts.Select(layout => new NumberLayout(layout))];
        _check = check;
        NeedsContext = _layouts.All(layout => layout.NeedsContext);
    }

    public override bool NeedsContext { get; }

    public IReadOnlyList<NumberLayout> Layouts => _layouts;

    public override bool TakesAnyStart => false;

    public override bool CanStart(int letters, int digits, BehindDigits behind) =>
        Array.Exists(_layouts, layout => layout.CanStart(letters, digits, behind));

    public override NumberMatch Match(ReadOnlySpan<byte> text, int start)
    {
        Span<byte> characters = stackalloc byte[MostCharacters];
        var shaped = NumberMatch.None;
        foreach (var layout in _layouts)
        {
            var end = layout.Fit(text, start, characters);
            if (end == 0) continue;
            if (_check(characters[..layout.Characters])) return new NumberMatch(end, Passed: true, layout.NeedsContext);
            shaped = new NumberMatch(end, Passed: false, layout.NeedsContext);
        }
        return shaped;
    }
}
