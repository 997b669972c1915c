using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;
using CiAnon.Verification.Search;

namespace CiAnon.Clusters;

/// <summary>One database of a cluster's script, for a run that makes and proves its part of the output and publishes nothing.</summary>
/// <param name="Bytes">Its script.</param>
/// <param name="DropsRoles">Nothing may name a role.</param>
/// <param name="Around">What is published with it, belongs to no database, and is searched with this one.</param>
/// <param name="Originals">Of all databases; null while they are planned, and where there is one alone.</param>
internal sealed record ClusterPart(string Database, ArchiveBytes Bytes, bool DropsRoles, IReadOnlyList<LooseText> Around, SharedOriginals? Originals)
{
    public Dump Open()
    {
        var dump = Dump.OpenFile(Bytes, DropsRoles);
        dump.Around = Around;
        return dump;
    }
}
