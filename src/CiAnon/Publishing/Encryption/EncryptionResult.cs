namespace CiAnon.Publishing.Encryption;

/// <param name="Input">What the program took; null when it did not take all.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record EncryptionResult(HashedCopy? Input, HashedCopy Output, int ExitCode);
