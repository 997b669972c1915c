using System.Globalization;
using System.Text;

namespace CiAnon.Stages.Trials;

/// <summary>
/// Texts for a regular expression of PostgreSQL, or for a pattern of LIKE. It may be wrong, as PostgreSQL judges every sample: of what it
/// doesn't know (back references, conditions on what follows) it makes nothing.
/// </summary>
internal sealed class PatternSamples
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Printable = Letters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + Digits + " .-_";
    private const int MostRepeats = 8;

    private readonly string _pattern;
    private readonly SampleDraw _draw;
    private int _at;

    private PatternSamples(string pattern, SampleDraw draw) => (_pattern, _draw) = (pattern, draw);

    /// <summary>One text, or null.</summary>
    public static string? OfExpression(string pattern, SampleDraw draw)
    {
        if (pattern.StartsWith("(?i)", StringComparison.Ordinal)) pattern = pattern[4..];
        var reader = new PatternSamples(pattern, draw);
        return reader.Choice() is { } text && reader._at == pattern.Length ? text : null;
    }

    public static string OfLike(string pattern, SampleDraw draw)
    {
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '%') text.Append(Repeat(() => draw.OneOf(Letters).ToString(), draw.Below(MostRepeats)));
            else if (pattern[at] == '_') text.Append(draw.OneOf(Letters));
            else if (pattern[at] != '\\' || ++at < pattern.Length) text.Append(pattern[at]);
        }
        return text.ToString();
    }

    // Every branch is read, one is taken.
    private string? Choice()
    {
        var branches = new List<string>();
        while (true)
        {
            if (Branch() is not { } branch) return null;
            branches.Add(branch);
            if (_at == _pattern.Length || _pattern[_at] != '|') return branches[_draw.Below(branches.Count)];
            _at++;
        }
    }

    private string? Branch()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var from = _at;
            if (Atom() is not { } atom) return null;
            var behind = _at;
            if (Count() is not { } count) return null;
            var end = _at;
            if (count == 0) continue;
            text.Append(atom);
            for (var more = 1; more < count; more++)
            {
                _at = from;
                text.Append(Atom());
            }
            _at = end;
            if (behind > end) return null;
        }
        return text.ToString();
    }

    private int? Count()
    {
        if (_at == _pattern.Length) return 1;
        (int Low, int High) range;
        switch (_pattern[_at])
        {
            case '*': range = (0, MostRepeats); _at++; break;
            case '+': range = (1, MostRepeats); _at++; break;
            case '?': range = (0, 1); _at++; break;
            case '{' when Bounds() is { } bounds: range = bounds; break;
            case '{': return null;
            default: return 1;
        }
        if (_at < _pattern.Length && _pattern[_at] == '?') _at++;
        return range.Low + _draw.Below(range.High - range.Low + 1);
    }

    private (int Low, int High)? Bounds()
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0) return null;
        var parts = _pattern[(_at + 1)..end].Split(',');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var low) || low > 1000) return null;
        var high = low;
        if (parts.Length == 2 && parts[1].Length == 0) high = low + MostRepeats;
        else if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out high) || high < low || high > 1000)) return null;
        _at = end + 1;
        return (low, high);
    }

    private string? Atom()
    {
        var sign = _pattern[_at++];
        switch (sign)
        {
            case '^' or '$': return "";
            case '.': return _draw.OneOf(Printable).ToString();
            case '[': return Class();
            case '\\': return Escape();
            case '(': return Group();
            case '*' or '+' or '?' or '{': return null;
            default: return sign.ToString();
        }
    }

    private string? Group()
    {
        var looksAhead = false;
        if (_at + 1 < _pattern.Length && _pattern[_at] == '?')
        {
            if (_pattern[_at + 1] is not (':' or '=' or '!')) return null;
            looksAhead = _pattern[_at + 1] != ':';
            _at += 2;
        }
        var text = Choice();
        if (text is null || _at == _pattern.Length) return null;
        _at++;
        return looksAhead ? "" : text;
    }

    private string? Escape()
    {
        if (_at == _pattern.Length) return null;
        return _pattern[_at++] switch
        {
            'd' => _draw.OneOf(Digits).ToString(),
            'w' => _draw.OneOf(Letters + Digits + "_").ToString(),
            's' => " ",
            'D' or 'S' => _draw.OneOf(Letters).ToString(),
            'W' => "-",
            'A' or 'Z' or 'm' or 'M' or 'y' or 'Y' => "",
            't' => "\t",
            'n' => "\n",
            var other => char.IsLetterOrDigit(other) ? null : other.ToString(),
        };
    }

    private string? Class()
    {
        var isNegative = _at < _pattern.Length && _pattern[_at] == '^';
        if (isNegative) _at++;
        var set = new StringBuilder();
        for (var first = true; ; first = false)
        {
            if (_at >= _pattern.Length) return null;
            var sign = _pattern[_at++];
            if (sign == ']' && !first) break;
            if (sign == '[' && _at < _pattern.Length && _pattern[_at] == ':')
            {
                var end = _pattern.IndexOf(":]", _at, StringComparison.Ordinal);
                if (end < 0) return null;
                set.Append(Named(_pattern[(_at + 1)..end]));
                _at = end + 2;
                continue;
            }
            if (sign == '\\' && _at < _pattern.Length)
            {
                sign = _pattern[_at++];
                if (sign is 'd' or 'w' or 's')
                {
                    set.Append(sign == 'd' ? Digits : sign == 'w' ? Letters + Digits + "_" : " ");
                    continue;
                }
            }
            if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                var last = _pattern[_at + 1];
                _at += 2;
                for (var letter = sign; letter <= last && letter - sign < 256; letter++) set.Append(letter);
                continue;
            }
            set.Append(sign);
        }
        var letters = isNegative ? string.Concat(Printable.Where(letter => !set.ToString().Contains(letter, StringComparison.Ordinal))) : set.ToString();
        return letters.Length == 0 ? null : _draw.OneOf(letters).ToString();
    }

    private static string Named(string name) => name switch
    {
        "digit" => Digits,
        "alpha" => Letters + Letters.ToUpperInvariant(),
        "alnum" => Letters + Letters.ToUpperInvariant() + Digits,
        "upper" => Letters.ToUpperInvariant(),
        "lower" => Letters,
        "xdigit" => Digits + "abcdef",
        "space" or "blank" => " ",
        "punct" => ".,-_!?",
        _ => "",
    };

    private static string Repeat(Func<string> one, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => one()));
}
