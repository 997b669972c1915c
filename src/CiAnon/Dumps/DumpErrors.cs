using CiAnon.Diagnostics;

namespace CiAnon.Dumps;

/// <summary>The errors of reading and writing dumps, each with its code and what to do.</summary>
internal static class DumpErrors
{
    public static CiAnonException NotFound(string path) => Of(DiagnosticCodes.DumpNotFound, $"{Named(path)} does not exist.");

    public static CiAnonException Empty(string path) => Of(DiagnosticCodes.DumpEmpty, StandardInput.Is(path)
        ? $"{Named(path)} ended before its first byte."
        : $"{Named(path)} is empty, or not a file: a pipe or a device is read as standard input alone, as '-'.");

    public static CiAnonException NotRecognized(string path, string what) => Of(DiagnosticCodes.DumpNotRecognized, $"{Named(path)} {what}.");

    public static CiAnonException Tar(string path) => Of(DiagnosticCodes.DumpIsTar, $"{Named(path)} is a tar archive, but not one that pg_dump wrote.");

    public static CiAnonException TooOld(string path, Version version) =>
        Of(DiagnosticCodes.DumpTooOld, $"{Named(path)} has archive version {version}.");

    public static CiAnonException TooNew(string path, Version version) =>
        Of(DiagnosticCodes.DumpTooNew, $"{Named(path)} has archive version {version}.");

    public static CiAnonException Compression(string path, string what) =>
        Of(DiagnosticCodes.DumpCompressionUnsupported, $"{Named(path)} {what}.");

    public static CiAnonException Truncated(string path, string subject) =>
        Of(DiagnosticCodes.DumpTruncated, $"{Named(path)} ends within {subject}.");

    /// <summary>A header that stops behind the version: 7 bytes are what one program writes, and says nothing.</summary>
    public static CiAnonException StopsInHeader(string path) => Of(DiagnosticCodes.DumpTruncated,
        $"{Named(path)} ends within the header, behind its first 7 bytes, as custom archives do that PGlite's pg_dump writes: let it write plain SQL (--format=plain).");

    public static CiAnonException Corrupt(string path, string subject, string what, Exception? cause = null) =>
        Of(DiagnosticCodes.DumpCorrupt, $"{subject} of {Named(path)}: {what}.", cause);

    public static CiAnonException BlockMissing(string path, string subject, string? file = null) => Of(DiagnosticCodes.DumpBlockMissing,
        file is null ? $"{Named(path)} has no data for {subject}." : $"{Named(path)} has no file {file} for {subject}.");

    public static CiAnonException Inserts(string path, string subject) =>
        Of(DiagnosticCodes.DumpHasInserts, $"{subject} of {Named(path)} holds INSERT statements without a list of columns, and its table isn't in the dump, or has another number of them.");

    public static CiAnonException Unreadable(string path, Exception cause) =>
        Of(DiagnosticCodes.DumpUnreadable, $"{Named(path)}: {cause.Message}", cause);

    public static CiAnonException NotWritable(string path, Exception cause) =>
        Of(DiagnosticCodes.DumpNotWritable, $"{Named(path)}: {cause.Message}", cause);

    public static CiAnonException TargetExists(string path) =>
        Of(DiagnosticCodes.DumpNotWritable, $"{Named(path)} exists already.");

    public static CiAnonException Terminal() => Of(DiagnosticCodes.InputIsTerminal, $"{StandardInput.Name} is a terminal.");

    public static CiAnonException SourceFailed(int status) =>
        Of(DiagnosticCodes.SourceFailed, $"the command that writes the dump ended with {status}: nothing was published.");

    public static CiAnonException SourceUnknown(string path, string what, Exception? cause = null) =>
        Of(DiagnosticCodes.SourceUnknown, $"'{path}', which should say how the command that writes the dump ended, {what}: nothing was published.", cause);

    public static CiAnonException SpoolDamaged(string path, Exception? cause) =>
        Of(DiagnosticCodes.SpoolDamaged, $"what was kept of {Named(path)} isn't what was read from it.", cause);

    /// <summary>The same of a data block of an archive.</summary>
    public static CiAnonException BlockExpands(string path, string subject, int limit) =>
        Of(DiagnosticCodes.DumpExpands, $"{subject} of {Named(path)} holds more than {limit} times what is stored of it.");

    public static CiAnonException Expands(string path, string wrapper, int limit) =>
        Of(DiagnosticCodes.DumpExpands, $"{Named(path)}, compressed with {wrapper}, holds more than {limit} times its own size.");

    public static string Named(string path) => StandardInput.Is(path) ? StandardInput.Name : $"'{path}'";

    private static CiAnonException Of(DiagnosticCode code, string fact, Exception? cause = null) =>
        new(code, $"{fact} {code.Help}", cause: cause);
}
