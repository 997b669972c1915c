using System.Collections.Frozen;
using CiAnon.Discovery.Lexicon;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Names that may be those of secrets, if the values are drawn at random: <c>node_key</c>, <c>tracking_hash</c>, <c>persist_code</c>.</summary>
internal static class NamesOfSecrets
{
    private static readonly FrozenSet<string> Last = FrozenSet.Create(StringComparer.Ordinal,
        "key", "keys", "hash", "code", "cred", "magic", "nonce", "challenge", "pass", "pw", "schluessel", "cle", "clave", "chiave", "sleutel", "klucz", "chave", "nyckel");

    // What lets somebody in, wherever the word stands: seed_totp, actkey, confirm_code_enc.
    private static readonly FrozenSet<string> Opens = FrozenSet.Create(StringComparer.Ordinal,
        "seed", "otp", "totp", "hotp", "mfa", "tfa", "activation", "actkey", "confirm", "confirmation", "verify", "verification", "verifier", "unlock", "invite", "invitation", "recovery", "reset", "secret", "private", "priv", "signing", "auth", "oauth", "onetime", "unsubscribe", "optin", "autologin", "passcode", "credential", "bearer", "freischalt", "aktivierung", "aktivierungs", "bestaetigung", "bestaetigungs", "zugang", "zugangs", "einmal");

    // Whose hash or key it is: of a text, a file, a row, which anybody may know.
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(StringComparer.Ordinal,
        "public", "primary", "foreign", "sort", "partition", "unique", "cache", "storage", "object", "content", "file", "path", "name", "image", "photo", "thumb", "blur", "perceptual", "commit", "tree", "block", "row", "record", "query", "url", "git",
        "body", "text", "message", "schema", "config", "asset", "chunk", "dedup", "check", "idempotency", "line", "approval", "search", "translation", "data", "build", "source", "avatar", "gravatar", "product", "event", "document", "lookup", "index", "group", "short", "tax", "country", "referral", "failure", "error", "match", "coupon", "promo", "discount", "response", "reason", "status", "bar", "qr", "department", "cost", "class", "type", "category", "airport", "station", "unit", "region", "plan", "campaign", "promotion", "material", "color", "currency", "language", "prev", "previous", "mail", "email");

    private static readonly FrozenSet<string> Files = FrozenSet.Create(StringComparer.Ordinal,
        "file", "document", "attachment", "image", "photo", "asset", "media", "blob", "chunk", "commit", "block", "cache", "migration", "patch", "schema", "upload", "object", "version", "package", "article", "page", "import");

    public static NameVerdict? Recognize(NamedColumn column)
    {
        var words = column.Words;
        if (column.Owner is "license" or "licenses" or "licence" or "licences" or "lizenz" or "lizenzen" && words is ["serial" or "key" or "code"])
            return Random($"name '{words[0]}' of what opens a program") with { IsRandom = false };
        if (words is ["session", "id"] or [.., "session", "id"] or ["acct", "session", "id"]) return Random("name 'session id'");
        // cle_validation, clave_api: the key stands first.
        var isFirst = words.Count > 1 && words[0] is "cle" or "clave" or "llave" or "chiave" or "chave" or "klucz" or "klic";
        if (words.Count == 0 || !isFirst && !Last.Contains(words[^1]) && !IsJoined(words[^1]) && !words.Contains("cookie") || words.Any(Harmless.Contains) || NobodysNames.Contains(string.Concat(words)) || column.Owner is { } owner && NameContext.Speaks(Files, owner)) return null;
        return words.Count > 1 || IsJoined(words[0]) || words[0] is "hash" or "nonce" or "challenge" && column.IsAboutPeople ? Random($"name '{string.Join(' ', words)}'") : null;
    }

    /// <summary>A token's word and behind it what it is: <c>password_reset_nonce</c>.</summary>
    public static bool EndsAsOne(IReadOnlyList<string> words) => words.Count > 1 && words[^1] is "nonce" or "hash" or "salt" or "digest" or "secret" or "token" && !words.Any(Harmless.Contains);

    /// <summary>A token's word and the id or the code of one that lets somebody in: <c>pw_reset_id</c>.</summary>
    public static bool OpensOnce(IReadOnlyList<string> words) => words.Count > 2 && words[^1] is "id" or "code" or "key" or "uuid" or "guid" && words.Any(Opens.Contains) && !words.Any(Harmless.Contains);

    /// <summary>Of a name in which nothing else speaks.</summary>
    public static NameVerdict? OfWhatever(NamedColumn column)
    {
        var words = column.Words;
        return words.Any(Opens.Contains) && !words.Any(Harmless.Contains) && !NameContext.FactsAfter.Contains(words[^1]) && !NameContext.FactsBefore.Contains(words[0]) ? Random($"name '{string.Join(' ', words)}'") : null;
    }

    private static bool IsJoined(string word) => word.Length > 6
        && (word.EndsWith("code", StringComparison.Ordinal) || word.EndsWith("hash", StringComparison.Ordinal)) && !Harmless.Contains(word[..^4])
        || word.Length > 6 && word.EndsWith("key", StringComparison.Ordinal) && !Harmless.Contains(word[..^3]);

    private static NameVerdict Random(string what) => new(PersonalKind.Token, NameLexicon.Often, $"{what}, and values drawn at random") { IsOfText = true, IsRandom = true };
}
