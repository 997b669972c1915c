using CiAnon.Diagnostics;
using CiAnon.Outside;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies.Sets;

namespace CiAnon.Stages.Batches;

/// <summary>Whether the programs that a plan needs are there, before the first row is read.</summary>
internal static class CommandPrograms
{
    /// <exception cref="CiAnonException">CIANON1221: one isn't; carries every problem.</exception>
    public static void Require(Plan plan, string folder, string? searchPath)
    {
        var missing = plan.Tables.Where(table => table.Rows != RowsMode.None).SelectMany(table => table.Columns.Select(column => (Table: table.Table, Column: column)))
            .Where(pair => pair.Column.Mask?.Batch is CommandMask mask && TeamProgram.Find(mask.Command, folder, searchPath) is null)
            .Select(pair => new Diagnostic(DiagnosticCodes.ProgramMissing,
                $"the program of {pair.Table.FullName}.{pair.Column.Column.Name}, {((CommandMask)pair.Column.Mask!.Batch!).Command[0]}, isn't there, or can't be executed", pair.Column.Position))
            .ToList();
        if (missing.Count > 0) throw new CiAnonException(missing);
    }
}
