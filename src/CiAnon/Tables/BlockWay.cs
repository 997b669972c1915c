namespace CiAnon.Tables;

/// <summary>How a table's rows get into the artefact.</summary>
internal enum BlockWay
{
    /// <summary>The dump's block as it is.</summary>
    Copied,

    /// <summary>Through their masks straight into the artefact.</summary>
    Masked,

    /// <summary>Through their masks into the sandbox, and from there.</summary>
    ReadBack,
}
