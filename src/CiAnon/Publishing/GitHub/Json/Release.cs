namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A release.</summary>
/// <param name="UploadUrl">A template: <c>…/assets{?name,label}</c>.</param>
/// <param name="Immutable">Nothing of it can be changed once it is published.</param>
internal sealed record Release(long Id, string TagName, string UploadUrl, string HtmlUrl, bool Draft, string? Body = null, bool? Immutable = null);
