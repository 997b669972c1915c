namespace CiAnon.PackageTests.Samples;

/// <summary>An artefact as GitHub lists it; the larger its id, the younger.</summary>
internal sealed record StubArtifact(long Id, string Name, byte[] Zip)
{
    public long Run { get; init; } = 1;

    public string Branch { get; init; } = "main";

    public string Conclusion { get; init; } = "success";

    public bool Expired { get; init; }

    /// <summary>Of the repository that the branch is in: another one is a fork.</summary>
    public int HeadRepository { get; init; } = 7;

    public object Json() => new
    {
        id = Id,
        name = Name,
        expired = Expired,
        created_at = DateTime.UnixEpoch.AddDays(Id).ToString("yyyy-MM-ddTHH:mm:ssZ"),
        workflow_run = new { id = Run, repository_id = 7, head_repository_id = HeadRepository, head_branch = Branch },
    };
}
