namespace CiAnon;

/// <summary>What others may do to the sandbox's database between the stages of a run.</summary>
public enum SandboxChanges
{
    /// <summary>Look, and change nothing.</summary>
    None,

    /// <summary>Rows: every table is read back for the artefact, under the dump's own table of contents.</summary>
    Rows,

    /// <summary>Rows and schema: the artefact is what the sandbox's pg_dump writes.</summary>
    Schema,
}
