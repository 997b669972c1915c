using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Every recognizer that CiAnon has.</summary>
public static class Recognizers
{
    public static IReadOnlyList<Recognizer> All { get; } = Without([]);

    /// <summary>The same, with e-mail addresses under the run's own anonymous domains counting as nobody's.</summary>
    public static IReadOnlyList<Recognizer> Without(IReadOnlyList<string> ownDomains) =>
    [
        new EmailRecognizer(ownDomains)
        {
            Name = "email", Kind = PersonalKind.Email, Strength = 1,
            Summary = "local part, @ (or %40), a host with a top-level domain; not under reserved names (example.com, .example, .test, .invalid, .localhost, .local)",
        },
        .. NumberRecognizers.All,
    ];
}
