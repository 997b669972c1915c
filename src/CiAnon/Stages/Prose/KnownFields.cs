using CiAnon.Copy;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Tables;
using CiAnon.Verification.Search;

namespace CiAnon.Stages.Prose;

/// <summary>Takes the originals of a table's rows with their pseudonyms. One per table and thread; nothing is allocated per row.</summary>
internal sealed class KnownFields : IPseudonymSink
{
    private readonly KnownSink _sink;
    private readonly IFieldSink _fields;
    private readonly PersonalKind?[] _kinds;
    private readonly bool[] _stays;
    private readonly bool[] _identifies;
    private readonly bool[] _companies;

    /// <param name="sink">Its kinds are those of <see cref="ResultScan.Kinds"/>.</param>
    public KnownFields(TableTask task, KnownSink sink)
    {
        IReadOnlyList<ColumnPlan?> columns = [.. task.Columns.Select(task.Plan.Find)];
        _sink = sink;
        _fields = InnerOriginals.Over(sink, columns);
        _kinds = [.. ResultScan.Kinds(task).Take(columns.Count)];
        _identifies = [.. task.Masks.Select((mask, field) => mask is not null && (_kinds[field] is not null || mask.Inside.Count > 0))];
        _stays = [.. task.Masks.Select((mask, field) => mask is { Inside.Count: > 0 } || InnerOriginals.IsProse(columns[field]))];
        _companies = [.. task.Masks.Select((mask, field) => mask is not null && IsCompany(columns[field]))];
    }

    /// <summary>Whether a table has companies, which texts may name.</summary>
    public static bool HasCompanies(TableTask task) => task.KeepsRows && task.Columns.Any(column => IsCompany(task.Plan.Find(column)));

    public bool Wants(int field) => _identifies[field] || _companies[field];

    public void Field(int field, ReadOnlySpan<byte> original, ReadOnlySpan<byte> pseudonym)
    {
        // A value that stays around what is masked in it has no pseudonym of its own.
        if (_stays[field]) pseudonym = default;
        if (_identifies[field])
        {
            _sink.Becomes(_kinds[field], pseudonym);
            _fields.Field(field, original);
        }
        if (_companies[field]) _sink.Company(original, pseudonym);
    }

    public void EndRow() => _sink.CloseRow();

    private static bool IsCompany(ColumnPlan? column) => column is { Mask: not null, Strategy: { LeavesOriginals: false, Inserts.Count: 0 } strategy }
        && (column.Kind == PersonalKind.Company || column.Kind is null && strategy.Guarantees.LooksLike is [PersonalKind.Company]);
}
