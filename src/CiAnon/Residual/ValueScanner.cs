using System.Buffers;
using CiAnon.Residual.Dates;
using CiAnon.Residual.Encodings;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Residual.Words;

namespace CiAnon.Residual;

/// <summary>
/// Looks for originals in one value and in whatever is encoded in it, three levels deep. A decoder runs only when a byte that it
/// needs is there. Nothing is allocated per value.
/// </summary>
internal sealed class ValueScanner
{
    /// <summary>Bytes by which pieces of a long text overlap: no shorter than an original as it may be written.</summary>
    public const int Overlap = 2048;

    private const int Piece = 64 * 1024;
    private const int Deepest = 3;
    private const int LongWord = 14;

    private static readonly SearchValues<byte> Triggers = SearchValues.Create("\\%&=<|^;\t+"u8);
    // Of base64, where a word ends.
    private static readonly SearchValues<byte> Joints = SearchValues.Create("+/-_"u8);
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("|^;\t"u8);

    private readonly ValueMatches _matches = new();
    private readonly WordMatcher _words;
    private readonly DecodedLevel[] _levels = [new(), new(), new(), new()];
    private readonly LexemeOrder _lexemes = new();
    private int _leastDigits;

    private readonly Encoded _broken;

    /// <param name="broken">A decoder that doesn't work: shows that the positive control notices.</param>
    /// <param name="without">A form that isn't looked for: the same; the original itself always is.</param>
    public ValueScanner(Originals originals, Encoded broken = Encoded.None, OriginalForm without = OriginalForm.Itself)
    {
        _words = new WordMatcher(originals, _matches, without);
        _broken = broken;
    }

    /// <summary>Valid until the next call.</summary>
    /// <param name="days">Where the dates that were read are added.</param>
    public ValueMatches Scan(ReadOnlySpan<byte> value, ScannedColumn column, DaySet days)
    {
        _leastDigits = column.IsNumeric ? DigitNumber.LeastInNumbers : DigitNumber.Least;
        _matches.Clear(days);
        if (column.BaseName == "bytea") ScanBytes(value.StartsWith("\\x"u8) ? value[2..] : value);
        else ScanText(value, 0);
        if (column.BaseName == "tsvector") Decoded(_lexemes.Decode(value, _levels[0]), Encoded.Lexemes, 0);
        return _matches;
    }

    /// <summary>A text outside tables, or a piece of one.</summary>
    /// <param name="days">Where the dates that were read are added.</param>
    public ValueMatches Scan(ReadOnlySpan<byte> text, DaySet days, bool isFirst, bool isLast)
    {
        _leastDigits = DigitNumber.Least;
        _matches.Clear(days);
        ScanText(text, 0, isFirst, isLast);
        return _matches;
    }

    private void ScanText(ReadOnlySpan<byte> text, int depth, bool isFirst = true, bool isLast = true)
    {
        while (text.Length > Piece)
        {
            ScanPiece(text[..Piece], depth, isFirst, isLast: false);
            text = text[(Piece - Overlap)..];
            isFirst = false;
        }
        ScanPiece(text, depth, isFirst, isLast);
    }

    private void ScanPiece(ReadOnlySpan<byte> text, int depth, bool isFirst, bool isLast)
    {
        _words.Match(text, _leastDigits, isFirst, isLast);
        if (depth == Deepest) return;
        var longestWord = _words.LongestWord;
        if (text.ContainsAny(Triggers))
        {
            var level = _levels[depth];
            if (text.Contains((byte)'\\')) Decoded(BackslashEscapes.Decode(text, level), Encoded.Escapes, depth);
            if (text.ContainsAny((byte)'%', (byte)'=')) Decoded(PercentEscapes.Decode(text, level), Encoded.Percent, depth);
            if (text.Contains((byte)'&')) Decoded(XmlEntities.Decode(text, level), Encoded.Entities, depth);
            if (text.Contains((byte)'<')) Decoded(MarkupTags.Decode(text, level), Encoded.Markup, depth);
            if (text.Contains((byte)'+')) Decoded(MailTags.Decode(text, level), Encoded.Tags, depth);
            if (text.Contains((byte)'|')) Decoded(JoinedStrings.Decode(text, level), Encoded.Joined, depth);
            if (text.ContainsAny(Delimiters)) Decoded(FieldsApart.Decode(text, level), Encoded.Fields, depth);
        }
        Decoded(LabelledNames.Decode(text, _levels[depth]), Encoded.Labels, depth);
        if (TwiceEncoded.MayBe(text)) Decoded(TwiceEncoded.Decode(text, _levels[depth]), Encoded.Twice, depth);
        if (HexPairs.MayBe(text, longestWord)) Decoded(HexPairs.Decode(text, _levels[depth]), Encoded.Pairs, depth);
        if (longestWord >= LongWord || (text.ContainsAny(Joints) && TokenText.IsIn(text))) ScanTokens(text, depth);
    }

    private void Decoded(ReadOnlySpan<byte> text, Encoded how, int depth)
    {
        if (text.IsEmpty || how == _broken) return;
        var outer = _matches.Place;
        _matches.Place = outer.Inside(how);
        ScanText(text, depth + 1);
        _matches.Place = outer;
    }

    private void ScanTokens(ReadOnlySpan<byte> text, int depth)
    {
        while (TokenText.Next(ref text) is { IsEmpty: false } token)
        {
            if (HexText.Digits(token) is { IsEmpty: false } digits)
            {
                var bytes = HexText.Decode(digits, _levels[depth]);
                if (TokenText.IsReadable(bytes)) Bytes(bytes, Encoded.Hex, depth);
                continue;
            }
            if (Base32Text.MayBe(token)) ScanBase32(token, depth);
            // What stands before base64 in an address or a path may be taken for a part of it: every alignment may be the right one.
            for (var skipped = 0; skipped < 4; skipped++) ScanBase64(token[skipped..], depth);
            if (!token.Contains((byte)'/')) continue;
            foreach (var part in token.Split((byte)'/'))
            {
                if (Base32Text.MayBe(token[part])) ScanBase32(token[part], depth);
                ScanBase64(token[part], depth);
            }
        }
    }

    private void ScanBase64(ReadOnlySpan<byte> token, int depth)
    {
        if (token.Length < TokenText.Shortest || !TokenText.IsReadable(Base64Text.Decode(TokenText.Tail(token), _levels[depth]))) return;
        Bytes(Base64Text.Decode(token, _levels[depth]), Encoded.Base64, depth);
    }

    private void ScanBase32(ReadOnlySpan<byte> token, int depth)
    {
        var bytes = Base32Text.Decode(token, _levels[depth]);
        if (TokenText.IsReadable(bytes)) Bytes(bytes, Encoded.Base32, depth);
    }

    // A hash may be stored as the bytes that it is.
    private void ScanBytes(ReadOnlySpan<byte> digits)
    {
        _words.MatchHash(digits);
        ScanHex(digits, 0);
    }

    // Always decoded: bytes of a bytea needn't be text to hold some.
    private void ScanHex(ReadOnlySpan<byte> digits, int depth)
    {
        while (digits.Length > Piece)
        {
            Bytes(HexText.Decode(digits[..Piece], _levels[depth]), Encoded.Hex, depth);
            digits = digits[(Piece - 2 * Overlap)..];
        }
        Bytes(HexText.Decode(digits, _levels[depth]), Encoded.Hex, depth);
    }

    private void Bytes(ReadOnlySpan<byte> bytes, Encoded how, int depth)
    {
        Decoded(bytes, how, depth);
        if (depth + 1 == Deepest) return;
        var outer = _matches.Place;
        _matches.Place = outer.Inside(how);
        Wide(bytes, isLittle: true, depth + 1);
        Wide(bytes, isLittle: false, depth + 1);
        _matches.Place = outer;
    }

    // Of Western texts the zeros tell the order of the bytes; of others both may be the right one.
    private void Wide(ReadOnlySpan<byte> bytes, bool isLittle, int depth)
    {
        if (Utf32Text.MayBe(bytes, isLittle)) Decoded(Utf32Text.Decode(bytes, isLittle, _levels[depth]), Encoded.Utf32, depth);
        else if (Utf16Text.IsWestern(bytes) ? Utf16Text.IsLittle(bytes) == isLittle : Utf16Text.MayBe(bytes, isLittle)) Decoded(Utf16Text.Decode(bytes, isLittle, _levels[depth]), Encoded.Utf16, depth);
    }
}
