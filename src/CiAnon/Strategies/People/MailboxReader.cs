using System.Buffers;

namespace CiAnon.Strategies.People;

/// <summary>What a part of a list of mailboxes is.</summary>
internal enum MailboxPart
{
    /// <summary>Blanks, commas, semicolons, brackets, quotes and <c>mailto:</c>: how the list is written, and nobody's.</summary>
    Mark,

    /// <summary>What stands before an address in brackets.</summary>
    Name,

    Address,
}

/// <summary>
/// Reads a text as headers of messages have it: <c>Anna Berg &lt;anna@x.example&gt;, ben@y.example</c>. Whoever gets false asks
/// <see cref="IsBroken"/>: then the text is something else, and what was read of it says nothing.
/// </summary>
internal ref struct MailboxReader(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create(" \t\r\n<>,;:\""u8);
    private static readonly SearchValues<byte> NotInAddresses = SearchValues.Create(" \t\r\n<>,;:\"()[]\\"u8);

    private static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n,;"u8);
    private static readonly SearchValues<byte> BeforeAddresses = SearchValues.Create(" \t\r\n<"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;
    private int _addresses;
    private bool _isInBrackets;

    public MailboxPart Kind { get; private set; }

    public ReadOnlySpan<byte> Part { get; private set; }

    /// <summary>Of a name: whose it is; of an address: itself.</summary>
    public ReadOnlySpan<byte> Address { get; private set; }

    /// <summary>The part belongs to the first address of the list.</summary>
    public readonly bool IsFirst => _addresses == (Kind == MailboxPart.Address ? 1 : 0);

    public bool IsBroken { get; private set; }

    /// <summary>Nothing but one value: no list, no name, no brackets.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) => text.IndexOfAny(Marks) < 0;

    /// <summary>The first address of a list of mailboxes; any other text itself.</summary>
    public static ReadOnlySpan<byte> Subject(ReadOnlySpan<byte> text)
    {
        if (IsPlain(text)) return text;
        ReadOnlySpan<byte> first = default;
        var reader = new MailboxReader(text);
        while (reader.Read())
            if (reader.Kind == MailboxPart.Address && first.IsEmpty) first = reader.Part;
        return reader.IsBroken ? text : first;
    }

    public bool Read()
    {
        if (_position == _text.Length) return _addresses == 0 && Break();
        var rest = _text[_position..];
        if (_isInBrackets) return ReadInBrackets(rest);
        var marks = rest.IndexOfAnyExcept(Between);
        if (marks != 0) return Take(MailboxPart.Mark, marks < 0 ? rest.Length : marks);
        var end = EndOf(rest, out var hasBracket);
        if (end < 0) return Break();
        return hasBracket ? ReadName(rest, end) : ReadAddress(rest[..end].TrimEnd(" \t\r\n"u8));
    }

    // Up to the bracket, or to what divides it from the next one; a comma before any @ is one of a name: Berg, Anna.
    private static int EndOf(ReadOnlySpan<byte> rest, out bool hasBracket)
    {
        hasBracket = false;
        var hasAt = false;
        for (var i = 0; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case (byte)'"':
                    while (++i < rest.Length && rest[i] != '"')
                        if (rest[i] == '\\') i++;
                    if (i >= rest.Length) return -1;
                    break;
                case (byte)'@':
                    hasAt = true;
                    break;
                case (byte)'<':
                    hasBracket = true;
                    return i;
                case (byte)',' or (byte)';' when hasAt:
                    return i;
                default:
                    break;
            }
        }
        return rest.Length;
    }

    private bool ReadName(ReadOnlySpan<byte> rest, int bracket)
    {
        var close = rest.IndexOf((byte)'>');
        if (close < bracket) return Break();
        _isInBrackets = true;
        if (bracket == 0) return Take(MailboxPart.Mark, 1);
        var name = rest[..bracket].TrimEnd(" \t\r\n"u8);
        Address = WithoutScheme(rest[(bracket + 1)..close]);
        return Take(MailboxPart.Name, name.Length);
    }

    private bool ReadInBrackets(ReadOnlySpan<byte> rest)
    {
        // Blanks behind a name, and the bracket.
        var marks = rest.IndexOfAnyExcept(BeforeAddresses);
        if (marks < 0) return Break();
        if (marks > 0) return Take(MailboxPart.Mark, marks);
        if (rest[0] != '>') return ReadAddress(rest[..rest.IndexOf((byte)'>')]);
        _isInBrackets = false;
        return rest.Length > 1 && !Between.Contains(rest[1]) ? Break() : Take(MailboxPart.Mark, 1);
    }

    private bool ReadAddress(ReadOnlySpan<byte> text)
    {
        var address = WithoutScheme(text);
        if (address.Length < text.Length) return Take(MailboxPart.Mark, text.Length - address.Length);
        if (!IsAddress(text)) return Break();
        _addresses++;
        Address = text;
        return Take(MailboxPart.Address, text.Length);
    }

    private static ReadOnlySpan<byte> WithoutScheme(ReadOnlySpan<byte> text) =>
        text.Length > 7 && text[6] == ':' && System.Text.Ascii.EqualsIgnoreCase(text[..7], "mailto:"u8) ? text[7..] : text;

    /// <summary>One @ with something before and behind it, and nothing that no address has.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> text) =>
        text.IndexOf((byte)'@') is var at && at > 0 && at < text.Length - 1 && text.LastIndexOf((byte)'@') == at && text.IndexOfAny(NotInAddresses) < 0;

    private bool Take(MailboxPart kind, int length)
    {
        Kind = kind;
        Part = _text.Slice(_position, length);
        _position += length;
        return true;
    }

    private bool Break()
    {
        IsBroken = true;
        return false;
    }
}
