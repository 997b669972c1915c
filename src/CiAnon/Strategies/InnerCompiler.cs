using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies;

/// <summary>Compiles another strategy as a column of the given type has it.</summary>
/// <param name="locale">As a policy has it; null for that of the strategy around it.</param>
public delegate Compilation InnerCompiler(string strategy, OptionValues options, ColumnType type, string? locale = null);
