namespace CiAnon.Publishing.GitHub;

/// <summary>One call of GitHub's REST API: what is sent, what it needs, and whether it may be sent twice.</summary>
/// <param name="Method">GET, POST, PATCH or DELETE.</param>
/// <param name="Path">As GitHub's OpenAPI description has it.</param>
/// <param name="Permission">Of the token, as a workflow's <c>permissions:</c> has it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="IsRepeatable">Sent twice it does the same as sent once: after trouble on the way it is sent again.</param>
public sealed record GitHubOperation(HttpMethod Method, string Path, string Permission, string Purpose, bool IsRepeatable);
