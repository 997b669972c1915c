using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>The rows of a snapshot's tables, each streamed by a COPY of its own.</summary>
/// <param name="mostRows">Of a table, for who wants no more than a sample; null for all.</param>
internal sealed class SnapshotBlocks(LiveSnapshot snapshot, long? mostRows = null) : LiveBlocks
{
    private readonly ConcurrentDictionary<string, string> _digests = [];
    private readonly ConcurrentDictionary<LiveRelation, RowsThere> _restricted = [];
    private readonly Dictionary<(string Schema, string Name), LiveRelation> _tables =
        snapshot.Relations.Where(relation => relation.Kind == 'r').ToDictionary(relation => (relation.Schema, relation.Name));

    public override long Bytes { get; } = snapshot.Relations.Sum(relation => relation.Bytes);

    public override bool HasLargeObjects => snapshot.HasLargeObjects;

    public override long StoredBytes(TocEntry entry) => entry.IsLargeObjects ? 0 : Table(entry).Bytes;

    public override Stream OpenRows(TocEntry entry)
    {
        var table = Table(entry);
        var some = _restricted.GetValueOrDefault(table);
        return new CopiedRows(snapshot, table.FullName, some?.Position, $"COPY {Rows(table, some)} TO STDOUT (ENCODING {Sql.Literal(snapshot.Encoding)})", Dump.RowsEnd.ToArray(),
            digest => _digests[table.FullName] = Convert.ToHexStringLower(digest));
    }

    public override IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var connection = snapshot.Rent();
        foreach (var (oid, _) in snapshot.LargeObjects)
        {
            digest.AppendData(BitConverter.GetBytes(oid));
            using var content = new LargeObjectContent(connection, snapshot.Address, oid, digest);
            yield return new LargeObject(oid, content);
        }
        snapshot.Return(connection);
        _digests[entry.Tag] = Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    public override long CountRows(TocEntry entry)
    {
        var table = Table(entry);
        var connection = snapshot.Rent();
        var count = LiveErrors.Guard(snapshot.Address, $"count the rows of {table.FullName}", () =>
            (long)LiveConnection.Execute(connection, $"SELECT pg_catalog.count(*) FROM ONLY {table.SqlName} {table.Where}")!);
        snapshot.Return(connection);
        return count;
    }

    public override void Restrict(TocEntry entry, RowsThere rows) => _restricted[Table(entry)] = rows;

    public override string ComputeSha256(ReadOnlySpan<byte> schema)
    {
        var lines = new StringBuilder($"{Convert.ToHexStringLower(SHA256.HashData(schema))}  \n");
        foreach (var (table, digest) in _digests.OrderBy(pair => pair.Key, StringComparer.Ordinal)) lines.Append($"{digest}  {table}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    public override void Dispose() => snapshot.Dispose();

    private LiveRelation Table(TocEntry entry) => _tables[(entry.Namespace!, entry.Tag)];

    private string Rows(LiveRelation table, RowsThere? some)
    {
        var columns = string.Join(", ", table.Columns.Select(Sql.Identifier));
        // A COPY that ends by itself; one that is left in the middle costs the session, and a line in the server's log.
        if (mostRows is { } most) return string.Create(CultureInfo.InvariantCulture, $"(SELECT {columns} FROM ONLY {table.SqlName} {table.Where} LIMIT {most})");
        if (some is not null) return $"(SELECT {columns} FROM {some.Sql})";
        if (table.Where.Length > 0) return $"(SELECT {columns} FROM ONLY {table.SqlName} {table.Where})";
        return table.Columns.Count == 0 ? table.SqlName : $"{table.SqlName} ({columns})";
    }
}
