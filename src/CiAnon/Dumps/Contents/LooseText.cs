namespace CiAnon.Dumps.Contents;

/// <summary>A text that is published with a dump and is no entry of its table of contents; searched as one.</summary>
/// <param name="Name">As findings name it, and allowances.</param>
internal sealed record LooseText(string Name, string Text);
