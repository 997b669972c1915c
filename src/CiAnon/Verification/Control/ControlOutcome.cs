namespace CiAnon.Verification.Control;

/// <summary>What the positive control gave.</summary>
/// <param name="Missing">Names of what wasn't found, <c>e-mail address in base64</c>: kinds and containers, never values.</param>
internal sealed record ControlOutcome(int Planted, int Found, IReadOnlyList<string> Missing)
{
    public bool Passed => Planted > 0 && Found == Planted && Missing.Count == 0;
}
