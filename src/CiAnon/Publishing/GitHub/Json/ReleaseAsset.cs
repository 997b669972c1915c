namespace CiAnon.Publishing.GitHub.Json;

/// <summary>A file of a release.</summary>
/// <param name="State">uploaded; or starter, where the upload broke off.</param>
/// <param name="Label">Ours have a label of their own, which nobody else would give.</param>
/// <param name="Digest"><c>sha256:</c> and lower-case hex; absent on older servers.</param>
internal sealed record ReleaseAsset(long Id, string Name, string State, long Size, DateTimeOffset CreatedAt, string? Digest = null, string? Label = null)
{
    public bool IsDump => Label == ReleaseFile.DumpLabel;

    public bool IsReport => Label == ReleaseFile.ReportLabel;
}
