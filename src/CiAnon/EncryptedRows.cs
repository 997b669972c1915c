using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Strategies.Conditions;

namespace CiAnon;

/// <summary>Which rows of an artefact a rule with a condition encrypted: told by the columns that the condition reads, as they were left.</summary>
internal sealed class EncryptedRows
{
    private readonly Mask _mask;
    private Mask? _bound;
    private RowFields? _row;

    /// <exception cref="CiAnonException">CIANON2030: a column that the condition reads isn't what it was.</exception>
    public EncryptedRows(TablePlan table, ColumnPlan column, RowCondition condition)
    {
        var masked = condition.When.Concat(condition.Unless).Select(clause => clause.Column).FirstOrDefault(name => table.Find(name)?.Mask is not null);
        if (masked is not null)
            throw new CiAnonException(DiagnosticCodes.NothingEncrypted,
                $"which rows of {table.Table.FullName}.{column.Column.Name} are encrypted said column {masked}, which is masked itself: give the values that are encrypted as lines");
        _mask = column.Mask!;
    }

    /// <summary>The rows that follow have these columns.</summary>
    public void Begin(IReadOnlyList<string> columns)
    {
        _bound = _mask.For(new RowShape(columns, _ => null));
        _row = new RowFields(columns.Count, [.. _bound.Reads]);
    }

    /// <param name="rows">Begins with the row.</param>
    public bool Has(ReadOnlySpan<byte> rows)
    {
        _row!.Read(rows);
        return _bound!.Covers(_row);
    }
}
