namespace CiAnon.Strategies.Sets;

/// <summary>A program and the columns that it gets beside the value.</summary>
/// <param name="command">The program, then its arguments.</param>
/// <param name="isCsv">Rows are CSV instead of JSON lines.</param>
/// <param name="timeout">Seconds for one piece of rows.</param>
internal sealed class CommandMask(IReadOnlyList<string> command, IReadOnlyList<string> columns, bool isCsv, int timeout, int[]? fields = null) : BatchMask
{
    public IReadOnlyList<string> Command => command;

    public bool IsCsv => isCsv;

    public int Timeout => timeout;

    public override IReadOnlyList<string> Columns => columns;

    public override IReadOnlyList<int> Reads => fields ?? [];

    public override Mask For(RowShape row) => new CommandMask(command, columns, isCsv, timeout, [.. columns.Select(row.FieldOf)]);
}
