using CiAnon.Dumps;

namespace CiAnon.Clusters;

/// <summary>One database of a cluster's script, for a run that makes and proves its part of the output and publishes nothing.</summary>
/// <param name="Bytes">Its script.</param>
/// <param name="DropsRoles">Nothing may name a role.</param>
/// <param name="Around">What is published with it and belongs to no database; searched with it.</param>
internal sealed record ClusterPart(string Database, ArchiveBytes Bytes, bool DropsRoles, IReadOnlyList<TocEntry> Around)
{
    public Dump Open()
    {
        var dump = Dump.OpenFile(Bytes, DropsRoles);
        dump.Around = Around;
        return dump;
    }
}
