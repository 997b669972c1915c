namespace CiAnon.Publishing.Encryption;

/// <param name="Input">What the program took; null when it did not take all.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Said">The first of its words on standard error. Only of the probe, which has seen no row, may they be repeated.</param>
internal sealed record EncryptionResult(HashedCopy? Input, HashedCopy Output, int ExitCode, string Said);
