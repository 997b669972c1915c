namespace CiAnon.Dumps.Contents;

/// <summary>Whether two entries say the same; where their data lies is not part of it.</summary>
public static class TocComparison
{
    public static bool AreEqual(TocEntry a, TocEntry b) =>
        a.DumpId == b.DumpId && a.HadDumper == b.HadDumper && a.TableOid == b.TableOid && a.CatalogOid == b.CatalogOid
        && a.Tag == b.Tag && a.Desc == b.Desc && a.Section == b.Section && a.Defn == b.Defn && a.DropStmt == b.DropStmt
        && a.CopyStmt == b.CopyStmt && a.Namespace == b.Namespace && a.Tablespace == b.Tablespace && a.TableAm == b.TableAm
        && a.RelKind == b.RelKind && a.Owner == b.Owner && a.WithOids == b.WithOids && a.HasData == b.HasData
        && a.Dependencies.SequenceEqual(b.Dependencies);
}
