using System.Security.Cryptography;
using System.Text;

namespace CiAnon.Policies.Presets;

/// <summary>Rules for a product's own tables, which ship with the tool.</summary>
/// <param name="Name">As under <c>preset</c>.</param>
/// <param name="Title">What the product calls itself, and whose tables else are meant.</param>
/// <param name="Version">Rises with every change of the rules.</param>
/// <param name="Text">Tables as in a policy.</param>
/// <param name="Signs">Tables that, all together, only this product has.</param>
public sealed record Preset(string Name, string Title, int Version, string Text, IReadOnlyList<string> Signs)
{
    /// <summary>Of the rules, lower-case hex.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>All there are, by name.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        Load("aspnet-identity", "ASP.NET Core Identity", 1, "AspNetUsers"),
        Load("discourse", "Discourse", 1, "user_emails", "topics", "post_actions"),
        Load("django", "Django, its contributed applications, REST framework's tokens, allauth and others beside them", 1, "django_migrations"),
        Load("keycloak", "Keycloak", 1, "user_entity", "credential", "realm"),
        Load("laravel", "Laravel, Sanctum, Passport, Fortify, Telescope", 1, "users", "migrations", "password_reset_tokens"),
        Load("odoo", "Odoo", 1, "res_partner", "ir_attachment"),
        Load("rails", "Ruby on Rails, Devise, Doorkeeper, PaperTrail, job queues", 1, "ar_internal_metadata"),
        Load("supabase", "Supabase: the schemas auth and storage", 1, "auth.users", "storage.objects"),
        Load("wagtail", "Wagtail; name django beside it", 3, "wagtailcore_site"),
    ];

    private static Preset Load(string name, string title, int version, params string[] signs)
    {
        using var reader = new StreamReader(typeof(Preset).Assembly.GetManifestResourceStream($"preset.{name}")!);
        return new Preset(name, title, version, reader.ReadToEnd().ReplaceLineEndings("\n"), signs);
    }
}
