using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Tables;

/// <summary>What can be wrong with the rows of one table, in words without a value.</summary>
internal static class RowErrors
{
    /// <param name="connection">Where the rows go, when they go to a server.</param>
    public static void Guard(Dump dump, TableTask task, Action work, NpgsqlConnection? connection = null)
    {
        try
        {
            work();
        }
        catch (Copy.RowException exception)
        {
            throw new CiAnonException(DiagnosticCodes.RowCannotBeMasked,
                $"{task.Name}.{task.Columns[exception.Field - 1]}, row {exception.Row}: {exception.Reason}", task.Plan.Find(task.Columns[exception.Field - 1])?.Position);
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{task.Entry.FullName} can't be read: {exception.Message}");
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.BadCopyFileFormat)
        {
            // Masked values can't break a row: whoever has too few or too many fields came that way.
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{task.Entry.FullName} can't be read: {Redaction.Describe(exception)}");
        }
        catch (PostgresException exception) when (connection is not null && ReadByNewer(dump, task, exception, connection) is { } advice)
        {
            throw new CiAnonException(DiagnosticCodes.RowsOfNewerServer, $"PostgreSQL can't read a value of {task.Name}: {Redaction.Describe(exception)}; {advice}");
        }
        catch (PostgresException exception) when (task is { LoadsViaRoot: true, Plan.Moved: not null } && exception is { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: null })
        {
            throw new CiAnonException(DiagnosticCodes.NoPartition, $"{task.Name}: no partition of {task.Plan.Moved!.Words} takes a row as it is masked, {Redaction.Describe(exception)}. {DiagnosticCodes.NoPartition.Help}",
                task.Plan.Find(task.Plan.Moved.Key[0])?.Position);
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("22", StringComparison.Ordinal) || exception.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new CiAnonException(DiagnosticCodes.DataDoesNotFit, $"PostgreSQL refused rows of {task.Name}: {Redaction.Describe(exception)}{OfExtension(task)}");
        }
        catch (NpgsqlException exception)
        {
            throw SandboxErrors.From(exception, $"load {task.Name}");
        }
    }

    // A masked value is ours, and what it doesn't fit is no question of versions.
    private static string? ReadByNewer(Dump dump, TableTask task, PostgresException exception, NpgsqlConnection connection) =>
        exception.SqlState.StartsWith("22", StringComparison.Ordinal) && Redaction.CopiedColumn(exception) is { } column && !IsMasked(task, column)
            ? OtherMajor.AdviceIfNewer(dump.Header, connection.PostgreSqlVersion.Major) : null;

    private static bool IsMasked(TableTask task, string column) =>
        task.Columns.Select((name, field) => name == column && task.Masks[field] is not null).Any(isMasked => isMasked);

    private static string OfExtension(TableTask task) => task.Table.IsFromExtension
        ? "; the table belongs to an extension, which fills in rows of its own: the sandbox needs the version that the dump comes from" : "";
}
