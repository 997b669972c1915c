using CiAnon.Diagnostics;

namespace CiAnon.Dumps;

/// <summary>The errors of reading and writing dumps, each with its code and what to do.</summary>
internal static class DumpErrors
{
    public static CiAnonException NotFound(string path) => Of(DiagnosticCodes.DumpNotFound, $"'{path}' does not exist.");

    public static CiAnonException Empty(string path) => Of(DiagnosticCodes.DumpEmpty, $"'{path}' is empty, or not a file: a pipe or a device can't be read, save the dump first.");

    public static CiAnonException NotRecognized(string path, string what) => Of(DiagnosticCodes.DumpNotRecognized, $"'{path}' {what}.");

    public static CiAnonException PlainSql(string path) => Of(DiagnosticCodes.DumpIsPlainSql, $"'{path}' is a plain SQL script.");

    public static CiAnonException Tar(string path) => Of(DiagnosticCodes.DumpIsTar, $"'{path}' is a tar archive.");

    public static CiAnonException TooOld(string path, Version version) =>
        Of(DiagnosticCodes.DumpTooOld, $"'{path}' has archive version {version}.");

    public static CiAnonException TooNew(string path, Version version) =>
        Of(DiagnosticCodes.DumpTooNew, $"'{path}' has archive version {version}.");

    public static CiAnonException Compression(string path, string what) =>
        Of(DiagnosticCodes.DumpCompressionUnsupported, $"'{path}' {what}.");

    public static CiAnonException Truncated(string path, string subject) =>
        Of(DiagnosticCodes.DumpTruncated, $"'{path}' ends within {subject}.");

    public static CiAnonException Corrupt(string path, string subject, string what, Exception? cause = null) =>
        Of(DiagnosticCodes.DumpCorrupt, $"{subject} of '{path}': {what}.", cause);

    public static CiAnonException BlockMissing(string path, string subject, string? file = null) => Of(DiagnosticCodes.DumpBlockMissing,
        file is null ? $"'{path}' has no data for {subject}." : $"'{path}' has no file {file} for {subject}.");

    public static CiAnonException Inserts(string path, string subject) =>
        Of(DiagnosticCodes.DumpHasInserts, $"{subject} of '{path}' has no COPY statement.");

    public static CiAnonException Unreadable(string path, Exception cause) =>
        Of(DiagnosticCodes.DumpUnreadable, $"'{path}': {cause.Message}", cause);

    public static CiAnonException NotWritable(string path, Exception cause) =>
        Of(DiagnosticCodes.DumpNotWritable, $"'{path}': {cause.Message}", cause);

    public static CiAnonException TargetExists(string path) =>
        Of(DiagnosticCodes.DumpNotWritable, $"'{path}' exists already.");

    private static CiAnonException Of(DiagnosticCode code, string fact, Exception? cause = null) =>
        new(code, $"{fact} {code.Help}", cause: cause);
}
