using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing.GitHub;

/// <summary>Which repository, commit and run this is, from the variables that GitHub documents for its runners.</summary>
public sealed partial record GitHubSettings
{
    /// <summary>Read for the token when nobody names another.</summary>
    public const string DefaultTokenVariable = "GITHUB_TOKEN";

    public required GitHubAddress Address { get; init; }

    public required RepositoryName Repository { get; init; }

    /// <summary>Null when the variable isn't set.</summary>
    public Secret? Token { get; init; }

    /// <summary>The commit that the run works on; null outside of a run.</summary>
    public string? Commit { get; init; }

    /// <summary>What started the run; null outside of one.</summary>
    public string? EventPath { get; init; }

    public long? RunId { get; init; }

    /// <summary>The run was started again, or may have been: its event is as old as the first attempt.</summary>
    public bool IsRerun { get; init; }

    /// <summary>Where the repository is checked out.</summary>
    public string? Workspace { get; init; }

    /// <param name="tokenVariable">The name of the variable that holds the token.</param>
    /// <param name="environment">Variables by name.</param>
    /// <exception cref="CiAnonException">CIANON6005: a variable is missing or malformed.</exception>
    public static GitHubSettings Read(string tokenVariable, Func<string, string?> environment) => new()
    {
        Address = GitHubAddress.Parse(environment("GITHUB_API_URL")),
        Repository = RepositoryName.Parse(environment("GITHUB_REPOSITORY")),
        Token = ReadToken(tokenVariable, environment),
        Commit = NotEmpty(environment("GITHUB_SHA")),
        EventPath = NotEmpty(environment("GITHUB_EVENT_PATH")),
        RunId = Number(environment("GITHUB_RUN_ID")),
        IsRerun = Number(environment("GITHUB_RUN_ATTEMPT")) is not 1,
        Workspace = NotEmpty(environment("GITHUB_WORKSPACE")),
    };

    /// <summary>The commit that a verdict belongs to.</summary>
    /// <exception cref="CiAnonException">CIANON6005: none is known; CIANON6007: the event can't be read.</exception>
    public string CommitToJudge() => WorkflowEvent.Commit(this);

    /// <exception cref="CiAnonException">CIANON6006: there is none.</exception>
    public void RequireToken(string tokenVariable)
    {
        if (Token is not null) return;
        // A name that isn't ours may be the token itself, given by mistake.
        throw new CiAnonException(DiagnosticCodes.NoGitHubToken, tokenVariable == DefaultTokenVariable
            ? $"{DefaultTokenVariable} isn't set: {DiagnosticCodes.NoGitHubToken.Help}"
            : "the variable that --token-env names isn't set: give the step that variable. If the token itself was given, logs may hold it now: revoke it");
    }

    private static Secret? ReadToken(string variable, Func<string, string?> environment)
    {
        if (!VariableName().IsMatch(variable))
            throw new CiAnonException(DiagnosticCodes.GitHubSettings, "the token is given by the name of a variable, and what was given isn't a name. If it is the token itself, logs may hold it now: revoke it");
        if (NotEmpty(environment(variable)?.Trim()) is not { } token) return null;
        // Anything else would break out of the header that carries it.
        if (!TokenText().IsMatch(token))
            throw new CiAnonException(DiagnosticCodes.GitHubSettings, $"what {variable} holds isn't a token: tokens have letters, digits and _.=~+/- only");
        return new Secret(token);
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\A(?!gh[a-z]_|github_pat_)[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VariableName();

    [GeneratedRegex(@"\A[A-Za-z0-9_.=~+/-]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenText();
}
