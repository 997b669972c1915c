using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Streams;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Stages;

/// <summary>Reads what <c>--policy</c> names: a policy, another tool's file, or a dump that holds its own rules as security labels.</summary>
public static class PolicySource
{
    private const int StartSize = 264;
    private const string Label = "SECURITY LABEL";

    /// <param name="environment">Gives variables by name, null when not set.</param>
    /// <param name="today">Decisions that ended before it have expired.</param>
    /// <param name="from">The name of the tool whose file it is; null for what its shape tells.</param>
    /// <param name="database">The database of a cluster's script that it is read for; null for none.</param>
    /// <exception cref="CiAnonException">The file is a dump that can't be read.</exception>
    public static PolicyReadResult Read(string path, Func<string, string?> environment, DateOnly today, string? from = null, string? database = null)
    {
        var reader = new PolicyReader(StrategyRegistry.All, Locales.All) { Database = database };
        if (!IsDump(path)) return reader.ReadFile(path, environment, today, from);
        using var dump = Dump.Open(path);
        var labels = string.Concat(dump.Toc.Where(entry => entry.Desc == Label).Select(entry => entry.Defn));
        return labels.Length > 0
            ? reader.ReadAny(path, Encoding.UTF8.GetBytes(labels), environment, today, from)
            : new PolicyReadResult(null, [new Diagnostic(DiagnosticCodes.ImportUnknownFile, "this dump holds no rules of its own, as there is no SECURITY LABEL in it: name a policy, or start one with 'ci-anon init DUMP'", new(path, 1, 1))]);
    }

    /// <summary>The same for a command that works on one database.</summary>
    /// <exception cref="CiAnonException">CIANON3027: the policy speaks of several databases, and which one it is isn't said, not named, or left out.</exception>
    public static PolicyReadResult ReadFor(string? database, string path, Func<string, string?> environment, DateOnly today)
    {
        var whole = Read(path, environment, today);
        if ((whole.Policy ?? whole.ForReview)?.Databases is not { } databases) return whole;
        if (database is null)
        {
            throw new CiAnonException(DiagnosticCodes.DatabaseUndecided,
                $"the policy speaks of {Plural.Of(databases.Count, "database")}, and this works on one: say which with --database NAME", databases.Count > 0 ? databases[0].Position : new(path, 1, 1));
        }
        var named = databases.FirstOrDefault(rule => rule.Name == database) ?? throw new CiAnonException(DiagnosticCodes.DatabaseUndecided,
            $"the policy says nothing of database '{database}'{Suggestion.Phrase(database, databases.Select(rule => rule.Name))}; write it under databases", new(path, 1, 1));
        if (named.IsDropped) throw new CiAnonException(DiagnosticCodes.DatabaseUndecided, $"the policy leaves database '{database}' out", named.Position);
        return Read(path, environment, today, from: null, database);
    }

    // A folder, a custom archive or a tar; what is wrong with it is for its reader to say.
    private static bool IsDump(string path)
    {
        if (Directory.Exists(path)) return true;
        if (!File.Exists(path) || FileSize.WithoutOpening(path) < StartSize) return false;
        try
        {
            Span<byte> start = stackalloc byte[StartSize];
            using var file = File.OpenRead(path);
            file.ReadExactly(start);
            return start.StartsWith("PGDMP"u8) || start[257..].StartsWith("ustar"u8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
