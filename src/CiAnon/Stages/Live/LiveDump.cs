using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>A live database as a dump: pg_dump writes its table of contents, and rows come from its tables as they are asked for.</summary>
internal static class LiveDump
{
    /// <param name="snapshot">Disposed with the dump, and when this fails.</param>
    /// <param name="bin">A folder in which pg_dump is looked for first; null for none.</param>
    /// <param name="keepsLargeObjects">They are part of the dump.</param>
    /// <param name="mostRows">Of a table, for who wants no more than a sample; null for all.</param>
    public static Dump Open(LiveSnapshot snapshot, bool keepsLargeObjects, string? bin, string? searchPath, CancellationToken cancellation, long? mostRows = null)
    {
        try
        {
            var schema = SchemaDump.Read(snapshot, bin, searchPath, cancellation);
            var toc = ExtendedToc.Make(schema, snapshot.Address.Variable, found => [.. keepsLargeObjects && snapshot.HasLargeObjects ? LargeObjects(snapshot) : [], .. Added(found, snapshot)]);
            var unfilled = snapshot.Relations.Where(relation => relation is { Kind: 'm', IsPopulated: true, IsFetched: true }).Select(view => view.FullName);
            return Dump.OfLive(toc, snapshot.Address.Variable, new SnapshotBlocks(snapshot, mostRows), [.. unfilled]);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    private static List<AddedEntry> Added(ArchiveToc toc, LiveSnapshot snapshot)
    {
        var owners = toc.Entries.Where(entry => entry.CatalogOid != 0 && entry.TableOid == AddedEntry.Relations)
            .GroupBy(entry => entry.CatalogOid).ToDictionary(group => group.Key, group => group.First());
        var extension = toc.Entries.Where(entry => entry.Desc == "EXTENSION").Select(entry => entry.DumpId).ToList();
        // What pg_dump doesn't create, such as what came after the snapshot, it has no rows of either; an extension's table is the extension's.
        var relations = snapshot.Relations.Where(relation => owners.ContainsKey(relation.Oid) || relation.Where.Length > 0 || extension.Count > 0).ToList();
        var sequences = relations.Where(relation => relation.Kind == 'S').ToList();
        var values = LiveErrors.Guard(snapshot.Address, "read what sequences stand at", () =>
        {
            var connection = snapshot.Rent();
            var read = LiveRelations.Values(connection, sequences);
            snapshot.Return(connection);
            return read;
        });
        return
        [
            .. relations.Where(relation => relation.Kind == 'r').OrderBy(table => table.FullName, StringComparer.Ordinal).Select(table => Entry(table, "TABLE DATA", "", CopyOf(table))),
            .. sequences.Zip(values, (sequence, value) => Entry(sequence, "SEQUENCE SET", string.Create(CultureInfo.InvariantCulture,
                $"SELECT pg_catalog.setval({Sql.Literal(sequence.SqlName)}, {value.Last}, {(value.IsCalled ? "true" : "false")});\n"), "")),
            .. relations.Where(relation => relation is { Kind: 'm', IsPopulated: true, IsFetched: false }).Select(view => Entry(view, "MATERIALIZED VIEW DATA", $"REFRESH MATERIALIZED VIEW {view.SqlName};\n", "")),
        ];

        AddedEntry Entry(LiveRelation relation, string desc, string definition, string copy) =>
            new(desc, relation.Oid, relation.Schema, relation.Name, relation.Owner, definition, copy, owners.TryGetValue(relation.Oid, out var own) ? [own.DumpId] : extension);
    }

    // As pg_dump up to 16 has them, which later ones read: an entry each, and their contents together.
    private static IEnumerable<AddedEntry> LargeObjects(LiveSnapshot snapshot) =>
    [
        .. snapshot.LargeObjects.Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Oid}")).Zip(snapshot.LargeObjects, (number, found) =>
            new AddedEntry("BLOB", found.Oid, "", number, found.Owner, $"SELECT pg_catalog.lo_create('{number}');\n", "", []) { Drop = $"SELECT pg_catalog.lo_unlink('{number}');\n" }),
        new AddedEntry("BLOBS", 0, "", "BLOBS", "", "", "", []),
    ];

    private static string CopyOf(LiveRelation table) =>
        $"COPY {table.SqlName} {(table.Columns.Count == 0 ? "" : $"({string.Join(", ", table.Columns.Select(Sql.Identifier))}) ")}FROM stdin;\n";
}
