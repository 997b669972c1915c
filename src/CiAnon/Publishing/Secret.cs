namespace CiAnon.Publishing;

/// <summary>What must never be seen: its text is ***, in a log, an exception and a debugger alike.</summary>
public sealed class Secret(string value)
{
    private const string Concealed = "***";

    /// <summary>For the one place that must send it.</summary>
    public string Reveal() => value;

    /// <summary>The text without the secret, which somebody may have quoted.</summary>
    public string ConcealIn(string text) => text.Replace(value, Concealed, StringComparison.Ordinal);

    public override string ToString() => Concealed;
}
