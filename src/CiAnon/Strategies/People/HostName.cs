namespace CiAnon.Strategies.People;

/// <summary>Host names as RFC 1123 writes them.</summary>
internal static class HostName
{
    public static bool IsValid(string name) => name.Length <= 253 && name.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label[0] != '-' && label[^1] != '-'
        && label.All(one => char.IsAsciiLetterOrDigit(one) || one == '-');
}
