using CiAnon.Dumps;

namespace CiAnon.Tables;

/// <summary>What to say where the sandbox's PostgreSQL isn't of the dump's major version, which may be why it refused something.</summary>
internal static class OtherMajor
{
    /// <summary>Null where both are of the same major, or the dump doesn't say.</summary>
    public static string? Advice(DumpHeader header, int sandbox) => header.ServerMajor is not { } major || major == sandbox ? null
        : $"the dump comes from PostgreSQL {major} and the sandbox is PostgreSQL {sandbox}: give {(major > sandbox ? "a newer one" : $"PostgreSQL {major}")} with --postgres-bin";

    /// <summary>The same, only where the dump may use what the sandbox doesn't know yet.</summary>
    public static string? AdviceIfNewer(DumpHeader header, int sandbox) => header.ServerMajor > sandbox ? Advice(header, sandbox) : null;
}
