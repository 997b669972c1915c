namespace CiAnon.Dumps.Clusters;

/// <summary>The part of a cluster's script that is one database's: a script by itself, as <c>pg_dump --create</c> writes it.</summary>
/// <param name="Name">As pg_dumpall announces it.</param>
/// <param name="Start">Where its heading begins.</param>
/// <param name="End">Where the next part begins.</param>
/// <param name="HasContent">It holds tables, rows or large objects, about which there is something to decide.</param>
internal sealed record ClusterDatabase(string Name, long Start, long End, bool HasContent);
