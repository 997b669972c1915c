using System.Buffers;
using CiAnon.Diagnostics;

namespace CiAnon.Dumps.Inserts;

/// <summary>Reads INSERT statements as pg_dump writes them into one table, a row at a time, as COPY text.</summary>
/// <param name="source">Disposed with the parser.</param>
/// <param name="hasStandardStrings">Off: backslashes escape in literals.</param>
/// <param name="corrupt">What to throw for anything else than such statements.</param>
internal sealed class InsertParser(Stream source, bool hasStandardStrings, Func<string, CiAnonException> corrupt) : IDisposable
{
    private const int LongestPrefix = 1 << 20;
    private const int TailLength = 2;

    private static readonly SearchValues<byte> EndsOfWord = SearchValues.Create(", )'"u8);
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789 +-eE."u8);
    private static readonly SearchValues<byte> Escaped = SearchValues.Create("\b\f\n\r\t\v\\"u8);

    private readonly ArrayBufferWriter<byte> _row = new();
    private readonly List<LiteralKind> _kinds = [];
    private readonly List<int> _defaults = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int _at;
    private int _end;
    private bool _isWithin;
    private bool _isFirst = true;
    private int _fields;

    /// <summary>From INSERT to VALUES, the same in every statement; empty where there is none.</summary>
    public byte[] Prefix { get; private set; } = [];

    /// <summary>Of the fields of a row.</summary>
    public IReadOnlyList<LiteralKind> Kinds => _kinds;

    /// <summary>Places that say DEFAULT in each row: columns that are computed.</summary>
    public IReadOnlyList<int> Defaults => _defaults;

    /// <summary>Rows of the first statement.</summary>
    public int RowsPerStatement { get; private set; }

    /// <summary>What stands before a row: a blank, or where a statement has several, a line end and a tab.</summary>
    public byte[] Lead { get; private set; } = [];

    /// <summary>What ends a statement; empty where there is none.</summary>
    public byte[] Suffix { get; private set; } = [];

    public bool IsAtSecondStatement { get; private set; }

    /// <summary>Lines end as Windows ends them.</summary>
    public bool HasCarriageReturns { get; private set; }

    /// <summary>What pg_dump writes behind the last statement must be there: nothing else tells that rows are missing.</summary>
    public bool NeedsTail { get; init; }

    /// <summary>The next row with its line end; empty at the end.</summary>
    public ReadOnlySpan<byte> Next()
    {
        if (!_isWithin && !Begin()) return [];
        _row.ResetWrittenCount();
        if (Prefix.AsSpan().EndsWith(" DEFAULT VALUES"u8)) End();
        else ReadRow();
        _row.Write("\n"u8);
        return _row.WrittenSpan;
    }

    public void Dispose()
    {
        source.Dispose();
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private bool Begin()
    {
        var lines = 0;
        for (; Peek() is '\n' or '\r'; _at++) lines++;
        if (Peek() < 0) return !NeedsTail || lines >= (Prefix.Length == 0 ? TailLength : TailLength + 1) ? false : throw corrupt("its end is missing");
        if (Prefix.Length == 0) LearnPrefix();
        else IsAtSecondStatement = true;
        Expect(Prefix);
        _isWithin = true;
        if (Suffix.Length == 0) RowsPerStatement = 0;
        return true;
    }

    private void LearnPrefix()
    {
        while (true)
        {
            var length = InsertPrefix.Length(_buffer.AsSpan(_at.._end));
            if (length > 0)
            {
                Prefix = _buffer.AsSpan(_at, length).ToArray();
                return;
            }
            if (length == 0 || _end - _at > LongestPrefix || !Fill()) throw corrupt("it holds something else than rows");
        }
    }

    private void ReadRow()
    {
        var length = 0;
        while (Peek(length) is ' ' or '\n' or '\t' or '\r') length++;
        if (_isFirst) Lead = _buffer.AsSpan(_at, length).ToArray();
        _at += length;
        Expect("("u8);
        var field = 0;
        for (var place = 0; ; place++)
        {
            if (ReadValue(place, field)) field++;
            if (Peek() == ')') break;
            Expect(", "u8);
        }
        _at++;
        if (_isFirst) _fields = field;
        else if (field != _fields) throw corrupt("a row has another number of values");
        _isFirst = false;
        if (Suffix.Length == 0) RowsPerStatement++;
        if (Peek() == ',') _at++;
        else End();
    }

    private void End()
    {
        if (Prefix.AsSpan().EndsWith(" DEFAULT VALUES"u8) && Suffix.Length == 0) RowsPerStatement = 1;
        var suffix = ";"u8;
        if (Peek() == ' ') suffix = " ON CONFLICT DO NOTHING;"u8;
        Expect(suffix);
        if (Suffix.Length == 0) Suffix = suffix.ToArray();
        else if (!suffix.SequenceEqual(Suffix)) throw corrupt("its statements end in two ways");
        HasCarriageReturns |= Peek() == '\r';
        _isWithin = false;
    }

    /// <summary>False for DEFAULT, which is no field.</summary>
    private bool ReadValue(int place, int field)
    {
        var start = _row.WrittenCount;
        if (field > 0) _row.Write("\t"u8);
        switch (Peek())
        {
            case '\'': ReadLiteral(); Learn(field, IsNumberToo(start) ? LiteralKind.Unknown : LiteralKind.Text); return true;
            case 'B' or 'X' or 'E' when Peek(1) == '\'':
                var letter = _buffer[_at++];
                ReadLiteral(hasEscapes: letter == 'E');
                Learn(field, letter == 'B' ? LiteralKind.Bits : LiteralKind.Text);
                return true;
            default: return ReadWord(place, field, start);
        }
    }

    private bool ReadWord(int place, int field, int start)
    {
        while (_buffer.AsSpan(_at.._end).IndexOfAny(EndsOfWord) < 0)
        {
            if (_end - _at > 1 << 18 || !Fill()) throw corrupt("a value has no end");
        }
        var word = _buffer.AsSpan(_at.._end);
        word = word[..word.IndexOfAny(EndsOfWord)];
        _at += word.Length;
        if (word.SequenceEqual("DEFAULT"u8))
        {
            if (_isFirst) _defaults.Add(place);
            else if (!_defaults.Contains(place)) throw corrupt("a value is left to its default, in one row and not in another");
            var kept = _row.WrittenSpan[..start].ToArray();
            _row.ResetWrittenCount();
            _row.Write(kept);
            return false;
        }
        if (word.SequenceEqual("NULL"u8)) Add("\\N"u8, field, LiteralKind.Unknown);
        else if (word.SequenceEqual("true"u8)) Add("t"u8, field, LiteralKind.Boolean);
        else if (word.SequenceEqual("false"u8)) Add("f"u8, field, LiteralKind.Boolean);
        else if (IsNumber(word)) Add(word, field, LiteralKind.Number);
        else throw corrupt("a value is no constant");
        return true;
    }

    /// <summary>As pg_dump tells: whether it needs no quotes.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> value) => !value.IsEmpty && !value.ContainsAnyExcept(NumberBytes);

    private void Add(ReadOnlySpan<byte> value, int field, LiteralKind kind)
    {
        _row.Write(value);
        Learn(field, kind);
    }

    private void Learn(int field, LiteralKind kind)
    {
        if (field == _kinds.Count) _kinds.Add(kind);
        else if (field > _kinds.Count) throw corrupt("a row has another number of values");
        else if (_kinds[field] == LiteralKind.Unknown) _kinds[field] = kind;
    }

    private bool IsNumberToo(int start)
    {
        var value = _row.WrittenSpan[start..].TrimStart((byte)'\t');
        return value.SequenceEqual("NaN"u8) || value.SequenceEqual("Infinity"u8) || value.SequenceEqual("-Infinity"u8);
    }

    private void ReadLiteral(bool hasEscapes = false)
    {
        hasEscapes |= !hasStandardStrings;
        _at++;
        while (true)
        {
            if (_at == _end && !Fill()) throw corrupt("a literal has no end");
            var rest = _buffer.AsSpan(_at.._end);
            var stop = hasEscapes ? rest.IndexOfAny((byte)'\'', (byte)'\\') : rest.IndexOf((byte)'\'');
            WriteEscaped(stop < 0 ? rest : rest[..stop]);
            _at += stop < 0 ? rest.Length : stop;
            if (stop < 0) continue;
            var mark = _buffer[_at++];
            if (mark == '\'' && Peek() != '\'') return;
            if (Peek() < 0) throw corrupt("a literal has no end");
            WriteEscaped(_buffer.AsSpan(_at, 1));
            _at++;
        }
    }

    // As COPY TO does. Counterpart: CopyAttributeOutText.
    private void WriteEscaped(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            _row.Write(text[..at]);
            _row.Write((ReadOnlySpan<byte>)[(byte)'\\', text[at] switch
            {
                (byte)'\b' => (byte)'b',
                (byte)'\f' => (byte)'f',
                (byte)'\n' => (byte)'n',
                (byte)'\r' => (byte)'r',
                (byte)'\t' => (byte)'t',
                (byte)'\v' => (byte)'v',
                _ => (byte)'\\',
            }]);
            text = text[(at + 1)..];
        }
        _row.Write(text);
    }

    private void Expect(ReadOnlySpan<byte> text)
    {
        while (_end - _at < text.Length)
        {
            if (!Fill()) throw corrupt("it ends within a statement");
        }
        if (!_buffer.AsSpan(_at, text.Length).SequenceEqual(text)) throw corrupt("it holds something else than rows");
        _at += text.Length;
    }

    private int Peek(int ahead = 0)
    {
        while (_at + ahead >= _end)
        {
            if (!Fill()) return -1;
        }
        return _buffer[_at + ahead];
    }

    private bool Fill()
    {
        if (_at > 0)
        {
            _buffer.AsSpan(_at.._end).CopyTo(_buffer);
            _end -= _at;
            _at = 0;
        }
        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        var count = source.Read(_buffer.AsSpan(_end));
        _end += count;
        return count > 0;
    }
}
