namespace CiAnon.Dumps.Scripts;

/// <summary>Bytes of a script that give way to others; positions from the script's beginning.</summary>
internal sealed record ScriptEdit(long Start, long End, byte[] Text);
