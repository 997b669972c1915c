using CiAnon.Dumps.Spools;
using CiAnon.Reporting;

namespace CiAnon.Clusters;

/// <summary>What became of one database, proven, until all are: in a nameless file that nobody else can read.</summary>
/// <param name="Script">Its part of the output.</param>
internal sealed record SpooledPart(string Database, SealedSpool Script, ComplianceReport Report) : IDisposable
{
    public void Dispose() => Script.Dispose();
}
