namespace CiAnon.Stages.Guarding;

/// <summary>What others changed in the sandbox's database since a mark. Names and counts.</summary>
/// <param name="Catalogs">System catalogs whose content differs, such as pg_attribute.</param>
/// <param name="Tables">Tables with other rows.</param>
internal sealed record SandboxDrift(IReadOnlyList<string> Catalogs, IReadOnlyList<TableDrift> Tables)
{
    public static readonly SandboxDrift None = new([], []);

    public bool IsNone => Catalogs.Count == 0 && Tables.Count == 0;

    public override string ToString() => string.Join("; ",
    [
        .. Catalogs.Count == 0 ? Array.Empty<string>() : [$"the schema ({string.Join(", ", Catalogs)})"],
        .. Tables.Take(10).Select(table => table.ToString()),
        .. Tables.Count > 10 ? [$"{Tables.Count - 10} more tables"] : Array.Empty<string>(),
    ]);
}

/// <summary>A table with other rows than before.</summary>
/// <param name="Written">Rows that were inserted or updated since.</param>
/// <param name="Before">Rows that were there.</param>
/// <param name="After">Rows that are there now.</param>
internal sealed record TableDrift(string Table, long Written, long Before, long After)
{
    public override string ToString() => $"{Table} ({Before} rows became {After}, {Written} of them written anew)";
}
