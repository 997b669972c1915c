using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes;
using CiAnon.Stages.Entries;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>The values that the dump recorded for its sequences.</summary>
internal static partial class SequenceValues
{
    /// <summary>Sets every sequence to its value.</summary>
    public static void Set(Dump dump, Sandbox sandbox, string database)
    {
        using var executor = new EntryExecutor(dump, sandbox, database);
        executor.Execute(dump.Toc.Where(EntryRoles.IsSequenceValue), static (entry, exception) => throw SandboxErrors.From(exception, $"set {entry.FullName}"), CancellationToken.None);
    }

    /// <summary>Sequences that stand elsewhere than in the dump, by the dump id of their entry.</summary>
    public static IReadOnlyDictionary<int, SequenceValue> Moved(RunState run)
    {
        using var connection = run.Connect();
        var moved = new Dictionary<int, SequenceValue>();
        foreach (var entry in run.Dump.Toc.Where(EntryRoles.IsSequenceValue))
        {
            using var command = new NpgsqlCommand($"SELECT last_value, is_called FROM {Sql.Identifier(entry.Namespace!)}.{Sql.Identifier(entry.Tag)}", connection);
            using var reader = command.ExecuteReader();
            reader.Read();
            var value = new SequenceValue(reader.GetInt64(0), reader.GetBoolean(1));
            if (value.In(entry.Defn!) != entry.Defn) moved.Add(entry.DumpId, value);
        }
        return moved;
    }

    /// <summary>The last value that a sequence gave out, or null when it gave none yet.</summary>
    public static Func<OwnedSequence, ulong?> Read(Dump dump)
    {
        var values = dump.Toc.Where(EntryRoles.IsSequenceValue)
            .Select(entry => (Name: (entry.Namespace, entry.Tag), Match: UsedValue().Match(entry.Defn ?? "")))
            .Where(sequence => sequence.Match.Success)
            .ToDictionary(sequence => sequence.Name, sequence => ulong.Parse(sequence.Match.Groups["value"].Value));
        return sequence => values.TryGetValue((sequence.Schema, sequence.Name), out var value) ? value : null;
    }

    // As pg_dump.c, dumpSequenceData, writes it: SELECT pg_catalog.setval('public.orders_id_seq', 17, true);
    [GeneratedRegex(@", (?<value>[0-9]{1,19}), true\);\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsedValue();
}
