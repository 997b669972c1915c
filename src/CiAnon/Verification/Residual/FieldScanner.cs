using CiAnon.Catalogs;
using CiAnon.Copy;

namespace CiAnon.Verification.Residual;

/// <summary>Looks for originals in the fields of a table of the result. One per table and thread, made when the originals are frozen.</summary>
internal sealed class FieldScanner : IFieldSink
{
    // No original that is looked for has fewer bytes.
    private const int Shortest = 5;

    private readonly ScannedColumn[] _columns;
    private readonly ValueScanner _scanner;
    private readonly JsonPaths _paths;

    public FieldScanner(Originals originals, IReadOnlyList<ScannedColumn> columns)
    {
        _columns = [.. columns];
        _scanner = new ValueScanner(originals);
        _paths = new JsonPaths(originals);
    }

    public long FieldsScanned { get; private set; }

    public HitTally Tally { get; } = new();

    /// <summary>Whether a column can hold an original at all: others needn't be decoded. Labels of enums stand in the table of contents.</summary>
    public static bool Wants(ScannedColumn column, Originals originals) => column.Kind switch
    {
        TypeKind.Boolean or TypeKind.Enum or TypeKind.Date or TypeKind.Timestamp or TypeKind.Time => false,
        TypeKind.Integer or TypeKind.Decimal => originals.HasNumbers,
        _ => originals.HasTexts || originals.HasNumbers || originals.HasAddresses,
    };

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        FieldsScanned++;
        if (value.Length < Shortest) return;
        var column = _columns[field];
        var matches = _scanner.Scan(value, column);
        if (matches.ExpectedBare > 0) Tally.Expect(field, NumberForm.Bare, matches.ExpectedBare);
        if (matches.ExpectedWritten > 0) Tally.Expect(field, NumberForm.Written, matches.ExpectedWritten);
        foreach (var match in matches.Found)
        {
            if (column.Expected.Contains(match.Kind)) Tally.HitInMasked(field, match.Kind);
            else Tally.Hit(field, match, _paths.Find(match, value));
        }
    }

    public void EndRow()
    {
        // Fields are looked at one by one.
    }
}
