namespace CiAnon.Dumps.Inserts;

/// <summary>How a table's rows stand in INSERT statements, so that others can be written in the same way.</summary>
/// <param name="Prefix">From INSERT to VALUES; empty where there is no row.</param>
/// <param name="Lead">What stands before a row.</param>
/// <param name="Kinds">Of the fields.</param>
/// <param name="Defaults">Places that say DEFAULT.</param>
/// <param name="RowsPerStatement">At most.</param>
/// <param name="Suffix">What ends a statement.</param>
/// <param name="HasCarriageReturns">Lines end as Windows ends them.</param>
internal sealed record InsertForm(byte[] Prefix, byte[] Lead, IReadOnlyList<LiteralKind> Kinds, IReadOnlyList<int> Defaults, int RowsPerStatement, byte[] Suffix, bool HasCarriageReturns)
{
    public ReadOnlySpan<byte> LineEnd => HasCarriageReturns ? "\r\n"u8 : "\n"u8;

    /// <summary>Reads until the kind of every column is known, or to the end.</summary>
    /// <param name="rows">Disposed.</param>
    public static InsertForm Learn(InsertParser rows)
    {
        using (rows)
        {
            while (!rows.Next().IsEmpty)
            {
                if (rows.IsAtSecondStatement && rows.Kinds.All(kind => kind != LiteralKind.Unknown)) break;
            }
            return new InsertForm(rows.Prefix, rows.Lead, rows.Kinds, rows.Defaults, Math.Max(1, rows.RowsPerStatement), rows.Suffix, rows.HasCarriageReturns);
        }
    }
}
