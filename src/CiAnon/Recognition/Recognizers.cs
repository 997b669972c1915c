using System.Runtime.CompilerServices;
using CiAnon.Recognition.Definitions;
using CiAnon.Recognition.Names;
using CiAnon.Recognition.Numbers;
using CiAnon.Recognition.Tokens;
using CiAnon.Strategies;

namespace CiAnon.Recognition;

/// <summary>Every recognizer that CiAnon has.</summary>
public static class Recognizers
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Recognizer>, IReadOnlyList<Recognizer>> WithSqlSecret = [];

    private static IReadOnlyList<Recognizer> Names { get; } =
    [
        new NameRecognizer
        {
            Name = "full-name", Kind = PersonalKind.Name, Strength = 1,
            Summary = "a first and a last name of the dictionaries side by side; a title or greeting before a name; a value of two words that begins with a first name",
        },
        new DictionaryRecognizer(NameWords.First)
        {
            Name = "first-name", Kind = PersonalKind.FirstName, Strength = 1, Summary = "the whole value is one or two first names of the dictionary",
        },
        new DictionaryRecognizer(NameWords.Last)
        {
            Name = "last-name", Kind = PersonalKind.LastName, Strength = 1, Summary = "the whole value is one or two last names of the dictionary",
        },
    ];

    private static IReadOnlyList<Recognizer> Secrets { get; } =
    [
        new PrivateKeyRecognizer { Name = "private-key", Kind = PersonalKind.Token, Strength = 1, HasOwnForm = true, Summary = "PEM armour of a private key" },
        new JwtRecognizer { Name = "jwt", Kind = PersonalKind.Token, Strength = 1, HasOwnForm = true, Summary = "three parts, the first decodes to a JSON object with an algorithm" },
        new ApiKeyRecognizer
        {
            Name = "api-key", Kind = PersonalKind.Token, Strength = 1, HasOwnForm = true,
            Summary = "prefix and length of keys from AWS, Google, GitHub, GitLab, Slack, Stripe, npm, PyPI, SendGrid, Shopify, DigitalOcean and others",
        },
        new PasswordHashRecognizer { Name = "password-hash", Kind = PersonalKind.Token, Strength = 1, HasOwnForm = true, Summary = "bcrypt, argon2, scrypt, sha-crypt, md5-crypt, yescrypt, phpass, Django, LDAP" },
        new CredentialRecognizer { Name = "credentials", Kind = PersonalKind.Token, Strength = 1, HasOwnForm = true, Summary = "scheme://user:password@host, or Password= beside Host= in a connection string" },
    ];

    /// <summary>What needs SQL around it.</summary>
    internal static Recognizer SqlSecret { get; } = new SqlSecretRecognizer
    {
        Name = "sql-secret",
        Kind = PersonalKind.Token,
        Strength = 1,
        HasOwnForm = true,
        Summary = "a string that is given to what is called password, secret, api_key and the like: options, settings, defaults, declarations and assignments in functions, connection strings",
    };

    public static IReadOnlyList<Recognizer> All { get; } = Without([]);

    /// <summary>With those that understand SQL only.</summary>
    internal static IReadOnlyList<Recognizer> InDefinitions(IReadOnlyList<Recognizer> recognizers) =>
        WithSqlSecret.GetValue(recognizers, static all => [.. all, SqlSecret]);

    /// <summary>The same, with e-mail addresses under the run's own anonymous domains counting as nobody's.</summary>
    public static IReadOnlyList<Recognizer> Without(IReadOnlyList<string> ownDomains) =>
    [
        new EmailRecognizer(ownDomains)
        {
            Name = "email", Kind = PersonalKind.Email, Strength = 1, HasOwnForm = true,
            Summary = "local part, @ (or %40), a host with a top-level domain; not under reserved names " +
                "(example.com, .example, .test, .invalid, .localhost, .local), which reach nobody",
        },
        .. NumberRecognizers.All,
        .. Names,
        .. Secrets,
    ];
}
