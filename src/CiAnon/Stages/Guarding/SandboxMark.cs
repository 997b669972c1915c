namespace CiAnon.Stages.Guarding;

/// <summary>What the sandbox's database was at one moment: enough to notice every committed change since.</summary>
/// <param name="NextTransaction">Whatever changes a row or the catalog takes a number from here on.</param>
/// <param name="Catalogs">A digest of each system catalog's own objects.</param>
internal sealed record SandboxMark(long NextTransaction, IReadOnlyDictionary<string, string> Catalogs);
