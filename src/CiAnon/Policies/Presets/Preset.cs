using System.Security.Cryptography;
using System.Text;

namespace CiAnon.Policies.Presets;

/// <summary>Rules for a product's own tables, which ship with the tool.</summary>
/// <param name="Name">As under <c>preset</c>.</param>
/// <param name="Title">What the product calls itself, and whose tables else are meant.</param>
/// <param name="Version">Rises with every change of the rules.</param>
/// <param name="Text">Tables as in a policy.</param>
public sealed record Preset(string Name, string Title, int Version, string Text)
{
    /// <summary>Of the rules, lower-case hex.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>All there are, by name.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        Load("aspnet-identity", "ASP.NET Core Identity", 1),
        Load("discourse", "Discourse", 1),
        Load("django", "Django, its contributed applications, REST framework's tokens, allauth and others beside them", 1),
        Load("keycloak", "Keycloak", 1),
        Load("laravel", "Laravel, Sanctum, Passport, Fortify, Telescope", 1),
        Load("odoo", "Odoo", 1),
        Load("rails", "Ruby on Rails, Devise, Doorkeeper, PaperTrail, job queues", 1),
        Load("supabase", "Supabase: the schemas auth and storage", 1),
        Load("wagtail", "Wagtail; name django beside it", 2),
    ];

    private static Preset Load(string name, string title, int version)
    {
        using var reader = new StreamReader(typeof(Preset).Assembly.GetManifestResourceStream($"preset.{name}")!);
        return new Preset(name, title, version, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
