using CiAnon.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>The user that PostgreSQL runs as: ourselves, or, since PostgreSQL refuses root, <c>postgres</c> or <c>nobody</c>.</summary>
/// <param name="Name">The login name, or null for the user that we are.</param>
/// <param name="User">The numeric user.</param>
/// <param name="Group">The numeric group.</param>
internal sealed record ServerAccount(string? Name, uint User, uint Group)
{
    private const string Accounts = "/etc/passwd";

    public static ServerAccount Current()
    {
        if (!Libc.IsRoot) return new ServerAccount(null, Libc.EffectiveUser(), 0);
        var lines = File.ReadAllLines(Accounts);
        return Named("postgres", lines) ?? Named("nobody", lines) ?? throw new CiAnonException(
            DiagnosticCodes.NoServerAccount,
            $"PostgreSQL refuses to run as root, and {Accounts} has neither a user 'postgres' nor 'nobody'. "
            + "Run `adduser --system postgres`, or start ci-anon as another user.");
    }

    /// <summary>Hands a path of ours over to the server's user.</summary>
    public void Own(string path)
    {
        if (Name is not null) Libc.ChangeOwner(path, User, Group);
    }

    private static ServerAccount? Named(string name, string[] lines)
    {
        var fields = lines.Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 3 && fields[0] == name);
        // Some systems write nobody's number as -2.
        return fields is not null && long.TryParse(fields[2], out var user) && long.TryParse(fields[3], out var group)
            ? new ServerAccount(name, unchecked((uint)user), unchecked((uint)group))
            : null;
    }
}
