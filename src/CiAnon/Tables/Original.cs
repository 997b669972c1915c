using CiAnon.Catalogs;
using CiAnon.Dumps;

namespace CiAnon.Tables;

/// <summary>The dump that another one is judged against; its rows stay in the archive.</summary>
/// <param name="Blocks">By the full name of the table whose rows they hold.</param>
internal sealed record Original(Dump Dump, Catalog Catalog, IReadOnlyDictionary<string, OriginalBlock> Blocks);
