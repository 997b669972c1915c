using System.Text;

namespace CiAnon.Recognition.Definitions;

/// <summary>
/// Passwords in definitions: <c>OPTIONS (password '…')</c>, <c>SET "app.password" TO '…'</c>, <c>password text := '…'</c>. For SQL only: in
/// other texts a quotation mark after the word means nothing.
/// </summary>
internal sealed class SqlSecretRecognizer : Recognizer, ISecretFinder
{
    public override bool IsWhole(ReadOnlySpan<byte> value) => Count(value) > 0;

    public override int Count(ReadOnlySpan<byte> text) => Find(text).Count;

    public void Find(ReadOnlySpan<byte> text, ICollection<(int Start, int End)> found)
    {
        foreach (var secret in Find(text)) found.Add(secret);
    }

    // Latin-1 makes a character of every byte, and all that is looked for is ASCII.
    private static IReadOnlyList<(int Start, int End)> Find(ReadOnlySpan<byte> text) => SqlSecrets.Find(Encoding.Latin1.GetString(text));
}
