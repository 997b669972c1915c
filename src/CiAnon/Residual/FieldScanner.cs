using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Residual.Dates;
using CiAnon.Residual.Encodings;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Looks for originals in the fields of a table of the result. One per table and thread, made when the originals are frozen.</summary>
internal sealed class FieldScanner : IFieldSink
{
    private readonly ScannedColumn[] _columns;
    private ValueScanner? _scanner;
    private JsonPaths? _paths;
    private readonly HitTally _tally = new();
    private readonly double[] _expectedBare;
    private readonly double[] _expectedWritten;
    private readonly DaySet[] _days;
    private readonly BirthDays _birthDays;
    private readonly Insertions _insertions;
    private Lazy<StayingTexts>? _texts;

    public FieldScanner(Originals originals, IReadOnlyList<ScannedColumn> columns, Encoded broken = Encoded.None, OriginalForm without = OriginalForm.Itself)
    {
        _columns = [.. columns];
        _expectedBare = new double[_columns.Length];
        _expectedWritten = new double[_columns.Length];
        _days = [.. _columns.Select(_ => new DaySet())];
        _birthDays = originals.BirthDays;
        _insertions = originals.Insertions;
        _scanner = new ValueScanner(originals, broken, without);
        _paths = new JsonPaths(originals);
        _texts = new Lazy<StayingTexts>(() => new StayingTexts(originals));
    }

    public long FieldsScanned { get; private set; }

    /// <summary>What was found so far.</summary>
    public HitTally Tally()
    {
        for (var field = 0; field < _columns.Length; field++)
        {
            _tally.Expect(field, NumberForm.Bare, _expectedBare[field]);
            _tally.Expect(field, NumberForm.Written, _expectedWritten[field]);
            if (!_days[field].IsEmpty) _tally.Expect(field, _days[field], _birthDays);
        }
        Array.Clear(_expectedBare);
        Array.Clear(_expectedWritten);
        return _tally;
    }

    /// <summary>Adds what another thread found in the same table.</summary>
    public void Join(FieldScanner other)
    {
        FieldsScanned += other.FieldsScanned;
        _tally.Add(other.Tally());
    }

    /// <summary>Nothing more is looked at: what is found stays, what finds it goes.</summary>
    public void End() => (_scanner, _paths, _texts) = (null, null, null);

    /// <summary>Whether a column can hold an original at all: others needn't be decoded. Labels of enums stand in the table of contents.</summary>
    public static bool Wants(ScannedColumn column, Originals originals) => column.Kind switch
    {
        TypeKind.Boolean or TypeKind.Enum or TypeKind.Date or TypeKind.Timestamp or TypeKind.Time => false,
        TypeKind.Integer or TypeKind.Decimal => originals.HasNumbers,
        TypeKind.Uuid => originals.HasUuids,
        _ => originals.HasTexts || originals.HasNumbers || originals.HasAddresses || originals.HasBirthDays,
    };

    public void Field(int field, ReadOnlySpan<byte> value) => IsQuiet(field, value, out _, out _);

    /// <summary>Looks at a value; false when something was found in it.</summary>
    /// <param name="bare">Matches of single numbers that chance would give in it.</param>
    /// <param name="written">The same of written ones.</param>
    public bool IsQuiet(int field, ReadOnlySpan<byte> value, out double bare, out double written)
    {
        FieldsScanned++;
        (bare, written) = (0, 0);
        var column = _columns[field];
        if (value.Length < column.Shortest) return true;
        var matches = _scanner!.Scan(value, column, _days[field]);
        (bare, written) = (matches.ExpectedBare, matches.ExpectedWritten);
        _expectedBare[field] += bare;
        _expectedWritten[field] += written;
        if (matches.Found.Count == 0) return true;

        var isDoubtful = false;
        foreach (var match in matches.Found)
        {
            if (IsExpected(column, match)) isDoubtful = true;
            else Found(field, match, value);
        }
        if (!isDoubtful || column.Parts is not { } parts) return false;
        foreach (var match in _texts!.Value.In(value, column, parts))
            if (IsExpected(column, match)) Found(field, match, value);
        return false;
    }

    /// <summary>A value that was quiet before: its dates are known, what chance would give counts again.</summary>
    public void Again(int field, double bare, double written)
    {
        FieldsScanned++;
        _expectedBare[field] += bare;
        _expectedWritten[field] += written;
    }

    /// <summary>No original that is looked for in the field has fewer bytes.</summary>
    public int Shortest(int field) => _columns[field].Shortest;

    /// <summary>A value that is too short.</summary>
    public void Short() => FieldsScanned++;

    private void Found(int field, ValueMatch match, ReadOnlySpan<byte> value)
    {
        if (_columns[field].HasInsertions && _insertions.Contains(match.Hash)) _tally.MayBeInserted(field, match, _paths!.Find(match, value));
        else _tally.Hit(field, match, _paths!.Find(match, value));
    }

    public void EndRow()
    {
        // Fields are looked at one by one.
    }

    // Müller-Schmidt, whom a pool made up, may be what stands before somebody's @.
    private static bool IsExpected(ScannedColumn column, ValueMatch match) =>
        column.Expected.Contains(match.Kind) || (match.Place.Form == OriginalForm.LocalPart && column.Expected.Contains(PersonalKind.Name));
}
