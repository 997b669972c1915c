namespace CiAnon.Dumps.Scripts;

/// <summary>A part of a script that is written: a text, or the place of an entry's block.</summary>
/// <param name="Write">Of a text; null for a block.</param>
/// <param name="Block">The entry's dump id; 0 for a text.</param>
internal sealed record ScriptPiece(Action<Stream>? Write, int Block = 0);
