namespace CiAnon.Catalogs;

/// <summary>A column that a team writes in an extension's table.</summary>
/// <param name="Type">As it is written, without a schema.</param>
/// <param name="IsUnique">By itself.</param>
internal sealed record WrittenColumn(string Type, bool NotNull, bool IsUnique);
