using CiAnon.Copy;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Tables;
using CiAnon.Verification.Search;

namespace CiAnon.Stages.Prose;

/// <summary>Shows the originals of a table's rows with their pseudonyms. One per table and thread; nothing is allocated per row.</summary>
internal sealed class KnownRows
{
    private readonly KnownSink _sink;
    private readonly IFieldSink _fields;
    private readonly RowFields _row;
    private readonly (int Field, Mask Mask, PersonalKind? Kind)[] _shown;
    private readonly (int Field, Mask Mask)[] _companies;
    private readonly MaskOutput _pseudonym = new();

    /// <param name="sink">Its kinds are those of <see cref="ResultScan.Kinds"/>.</param>
    public KnownRows(TableTask task, KnownSink sink)
    {
        var kinds = ResultScan.Kinds(task);
        IReadOnlyList<ColumnPlan?> columns = [.. task.Columns.Select(task.Plan.Find)];
        _sink = sink;
        _fields = InnerOriginals.Over(sink, columns);
        _shown = [.. task.Masks.Index().Where(mask => mask.Item is not null && (kinds[mask.Index] is not null || mask.Item.Inside.Count > 0)).Select(mask => (mask.Index, mask.Item!, kinds[mask.Index]))];
        _companies = [.. task.Masks.Index().Where(mask => mask.Item is not null && IsCompany(columns[mask.Index])).Select(mask => (mask.Index, mask.Item!))];
        _row = new RowFields(task.Columns.Count, [.. _shown.SelectMany(shown => shown.Mask.Reads.Append(shown.Field)), .. _companies.SelectMany(company => company.Mask.Reads.Append(company.Field))]);
    }

    /// <summary>Whether a table has companies, which texts may name.</summary>
    public static bool HasCompanies(TableTask task) => task.KeepsRows && task.Columns.Any(column => IsCompany(task.Plan.Find(column)));

    /// <summary>Whole rows.</summary>
    public void Read(ReadOnlySpan<byte> rows)
    {
        while (!rows.IsEmpty)
        {
            _row.Read(rows);
            foreach (var (field, mask, kind) in _shown)
            {
                if (_row.IsNull(field) || _row[field].IsEmpty || !mask.Covers(_row)) continue;
                _sink.Becomes(kind, PseudonymOf(field, mask));
                _fields.Field(field, _row[field]);
            }
            foreach (var (field, mask) in _companies)
                if (!_row.IsNull(field) && !_row[field].IsEmpty && mask.Covers(_row)) _sink.Company(_row[field], PseudonymOf(field, mask));
            _sink.CloseRow();
            rows = rows[(rows.IndexOf(CopyText.RowEnd) + 1)..];
        }
    }

    private static bool IsCompany(ColumnPlan? column) => column is { Mask: not null, Strategy: { LeavesOriginals: false } strategy }
        && (column.Kind == PersonalKind.Company || column.Kind is null && strategy.Guarantees.LooksLike is [PersonalKind.Company]);

    // What answers for many rows at once isn't asked twice; what is masked inside of a value has no pseudonym of its own.
    private ReadOnlySpan<byte> PseudonymOf(int field, Mask mask)
    {
        if (mask.WritesNull || mask.Batch is not null || mask.Inside.Count > 0) return default;
        _pseudonym.Clear();
        try
        {
            mask.Apply(_row[field], _row, _pseudonym);
        }
        catch (MaskException)
        {
            // Who loads the row says what is wrong with it, and where.
            return default;
        }
        return _pseudonym.Written;
    }
}
