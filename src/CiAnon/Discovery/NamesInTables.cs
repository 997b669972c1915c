using CiAnon.Discovery.Lexicon;
using CiAnon.Discovery.Shapes;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Names of columns that say little alone: what they mean, the table and its other columns say.</summary>
internal static class NamesInTables
{
    private const double Perhaps = 0.5;
    private const int FewLetters = 3;

    /// <summary>Null where the table adds nothing.</summary>
    public static NameVerdict? Recognize(NamedColumn column) => OfPay(column) ?? OfCard(column) ?? OfKey(column) ?? OfPush(column) ?? OfDevice(column) ?? OfLogin(column) ?? OfFace(column) ?? OfHealth(column) ?? OfOtherSystem(column) ?? OfAddress(column) ?? Slogan(column);

    /// <summary>What has no personal word in it and speaks of people all the same.</summary>
    public static NameVerdict? WithoutPersonalWord(NamedColumn column)
    {
        var words = column.Words;
        if (words.Count > 1 && words.Any(word => word is "encrypted" or "ciphertext" or "cipher") && !NameContext.FactsBefore.Contains(words[0]) && !NameContext.FactsAfter.Contains(words[^1]))
            return new NameVerdict(PersonalKind.Token, NameLexicon.Strong, "name: something encrypted") { IsOfText = true };
        if (AgentWords.Find(words) is { } did) return new NameVerdict(PersonalKind.Username, NameLexicon.Often, $"name: who has '{did}' it") { IsOfText = true, MayBeKey = true };
        if (words is [.., var user] && NameContext.Users.Contains(user) && !NameContext.FactsBefore.Contains(words[0]))
            return new NameVerdict(PersonalKind.Username, NameLexicon.Often, $"name '{string.Join(' ', words)}' of a text") { IsOfText = true, MayBeKey = true };
        if (words is ["value" or "val" or "data" or "config" or "wert" or "valor" or "valeur" or "valore" or "waarde"] && column.Table.Any(IsOfSettings))
            return new NameVerdict(PersonalKind.Token, NameLexicon.Rarely, $"name '{words[0]}' in a table of settings, and values drawn at random") { IsOfText = true, IsRandom = true };
        if (column.IsInTableOf(NameContext.Mailings) && words.Any(word => NameContext.Bodies.Contains(word) || NameContext.Descriptions.Contains(word)))
            return new NameVerdict(null, Perhaps, $"name: what is written once and sent to many ('{column.Owner}')") { IsPublished = true };
        return null;
    }

    /// <summary>A personal word that speaks of a thing here: <c>channels.display_name</c>, <c>products.description</c>, <c>licenses.license</c>.</summary>
    public static NameVerdict? OfThing(NamedColumn column, NameLexicon.Entry entry)
    {
        if (entry.Kind == PersonalKind.FreeText) return Published(column, entry);
        if (entry.Kind == PersonalKind.Location && column.IsInTableOf(NameContext.Places) && !column.IsAboutPeople) return new NameVerdict(null, Perhaps, $"name '{entry.Phrase}' in a table of places on the map ('{column.Owner}')");
        if (entry.Text == "matricula" && column.IsAboutPeople || entry.Kind == PersonalKind.Account && entry.Text is "accountno" or "accountnumber" or "accountnum" && column.IsInTableOf(NameContext.People) && !column.Context.HasBanks && column.Owner is not ("account" or "accounts"))
            return new NameVerdict(PersonalKind.RecordNumber, NameLexicon.Often, $"name '{entry.Phrase}' in a table of people") { IsRecord = true };
        if (entry.Kind == PersonalKind.BirthDate && IsGroup(column.Words) && !column.IsAboutPeople)
            return new NameVerdict(null, Perhaps, $"name: '{entry.Phrase}' of a group");
        if (NameContext.NamesOfAll.Contains(entry.Text))
        {
            if (column.IsInTableOf(NameContext.Companies))
                return entry.Kind == PersonalKind.Name ? new NameVerdict(PersonalKind.Company, NameLexicon.Strong, $"name '{entry.Phrase}' in a table of companies ('{column.Owner}')") : new NameVerdict(null, Perhaps, $"name '{entry.Phrase}' in a table of companies ('{column.Owner}')");
            if (column.IsInTableOf(NameContext.Things) || IsOfThingBefore(column.Words, entry) || column is { Context.IsReachable: false, IsAboutPeople: false } && entry.Text is "alias" or "handle" or "shortname" or "commonname" or "friendlyname")
                return new NameVerdict(null, Perhaps, $"name '{entry.Phrase}', which things have as well");
        }
        if (entry.Text is "idnumber" or "idno" && column.IsInTableOf(NameContext.Things) && !column.IsAboutPeople) return new NameVerdict(null, Perhaps, $"name '{entry.Phrase}' in a table of things ('{column.Owner}')");
        var isDemoted = entry.Strength <= NameLexicon.Often && (entry.Text.Contains("licen", StringComparison.Ordinal) || entry.Text == "orientation");
        return isDemoted && column.IsInTableOf(NameContext.Things) && !column.IsAboutPeople ? new NameVerdict(null, Perhaps, $"name '{entry.Phrase}' in a table of things ('{column.Owner}')") : null;
    }

    // app_display_name: the word in front says whose it is.
    private static bool IsOfThingBefore(IReadOnlyList<string> words, NameLexicon.Entry entry)
    {
        var before = words.Count - entry.Phrase.Split(' ').Length - 1;
        return before >= 0 && NameContext.Speaks(NameContext.Things, words[before]) && !NameContext.Speaks(NameContext.People, words[before]);
    }

    /// <summary>Many people's: <c>age_group</c>.</summary>
    public static bool IsGroup(IReadOnlyList<string> words) => words.Any(word => word is "group" or "groups" or "range" or "band" or "bracket" or "gruppe" or "klasse" or "bucket");

    /// <summary>A word that mostly means something else counts where the table is about people.</summary>
    public static NameVerdict? Weighed(NamedColumn column, NameLexicon.Entry entry)
    {
        // numero is a house's by itself; numero_control is none's.
        if (entry.Kind == PersonalKind.Address && NumberNouns.Numbers.Contains(entry.Text) && column.Words.Count > 1 && !column.IsBehindStreet) return null;
        if (entry.Strength < NameLexicon.Strong && entry.Text.Length <= FewLetters && column.Context.Language is { } spoken && !entry.Languages.Contains("English") && !entry.Languages.Contains(spoken)) return null;
        if (entry.Strength > NameLexicon.Rarely) return new NameVerdict(entry.Kind, entry.Strength, $"name '{entry.Phrase}' ({entry.Spoken})") { IsHouseNumber = IsHouseNumber(entry), IsForeignId = entry.Kind == PersonalKind.Username && column.Words is [var provider, "id"] && NameContext.Providers.Contains(provider) };
        // Of two or three letters, and another language's than the table's.
        if (entry.Text.Length <= FewLetters && column.Context.Language is { } language && !entry.Languages.Contains(language)) return null;
        var speaks = !ReferenceEquals(column.Context, TableContext.None)
            && (entry.Kind == PersonalKind.Address ? column.Context.HasPlaces || column.Table.Any(word => word.StartsWith("addr", StringComparison.Ordinal)) : column.IsAboutPeople);
        return speaks ? new NameVerdict(entry.Kind, NameLexicon.Often, $"name '{entry.Phrase}' ({entry.Spoken}) in a table of people") { IsHouseNumber = IsHouseNumber(entry), IsOfPlace = entry.Kind == PersonalKind.Address } : null;
    }

    // A number by itself: huisnummer, cislo_popisne.
    private static bool IsHouseNumber(NameLexicon.Entry entry) => entry.Kind == PersonalKind.Address && (NumberGrammar.Recognize(entry.Phrase.Split(' ')) is { IsHouseNumber: true } || entry.Text is "housenumber" or "houseno" or "haus" or "hausnr" or "house" or "apartment" or "apt" or "hazszam" or "civico" or "popisne");

    // salaries.amount: what is counted, the table says.
    private static NameVerdict? OfPay(NamedColumn column)
    {
        var words = column.Words;
        if (words.Count == 0 || words.Count > 2 || !NameContext.Amounts.Contains(words[^1]) || words.Count == 2 && words[0] is not ("gross" or "net" or "base" or "hourly" or "total" or "monthly" or "annual" or "daily")) return null;
        var pay = column.Table.FirstOrDefault(NameContext.Pay.Contains)
            ?? (column.Owner is { } owner && (NameLexicon.Find(owner) ?? NameLexicon.Find(owner.TrimEnd('s'))) is { Kind: PersonalKind.Income } && words[^1] is not "rate" ? owner : null);
        return pay is null ? null : new NameVerdict(PersonalKind.Income, NameLexicon.Strong, $"name '{words[^1]}' in a table of '{pay}'");
    }

    // cards.expiry, payment_methods.last4
    private static NameVerdict? OfCard(NamedColumn column)
    {
        var words = column.Words;
        if (words is ["last"] or ["card", "last"] && column.Name.EndsWith('4')) return new NameVerdict(PersonalKind.Card, NameLexicon.Strong, "name: the last digits of a card");
        if (!column.Context.HasCards || words.Count is 0 or > 2 || !NameContext.CardParts.Contains(words[0])) return null;
        if (words.Count == 2 && words[1] is not ("date" or "month" or "year" or "mm" or "yy")) return null;
        if (words[0] is "month" or "year" && !column.Table.Any(word => NameContext.Speaks(NameContext.Cards, word))) return null;
        return new NameVerdict(PersonalKind.Card, NameLexicon.Strong, $"name '{words[0]}' beside the number of a card");
    }

    // sessions.id, api_keys.key
    private static NameVerdict? OfKey(NamedColumn column)
    {
        var words = column.Words;
        if (words is ["token"] && column.IsInTableOf(NameContext.Keys)) return new NameVerdict(PersonalKind.Token, NameLexicon.Strong, $"name 'token' in a table of what lets somebody in ('{column.Owner}')");
        if (words is [.., "selector" or "verifier" or "validator"] or ["key" or "confirm", "id"] && (column.IsInTableOf(NameContext.Keys) || column.Table.Any(NameContext.Keys.Contains) || column.Table.Any(word => word is "sessions" or "tokens")))
            return new NameVerdict(PersonalKind.Token, NameLexicon.Often, $"name '{string.Join(' ', words)}' in a table of what lets somebody in") { IsOfText = true };
        if (words is not ["id" or "sid" or "key" or "value" or "hash" or "payload" or "data" or "digest" or "body" or "content" or "code" or "config" or "props"]) return null;
        var isKeys = column.IsInTableOf(NameContext.Keys) || column.Owner is "key" or "keys" && column.Table.Any(NameContext.KindsOfKeys.Contains);
        if (words is ["code" or "key"] && column.Table.Any(word => word is "gift" or "giftcard"))
            return new NameVerdict(PersonalKind.Token, NameLexicon.Often, $"name '{words[0]}' of what is worth money") { IsOfText = true };
        isKeys |= column.Owner is "code" or "codes" && column.Table.Any(word => word is "auth" or "oauth" or "recovery" or "login" or "otp");
        isKeys |= words is ["key" or "value" or "hash"] && (column.Owner is "webhook" or "webhooks" || (column.Owner is "link" or "links" or "share" or "shares" && column.Table.Any(word => word is "shared" or "share" or "shares" or "magic" or "public")));
        return isKeys ? new NameVerdict(PersonalKind.Token, NameLexicon.Often, $"name '{words[0]}' in a table of what lets somebody in ('{column.Owner}')") { IsOfText = true, IsRandom = true, IsOfJson = words is ["key" or "data" or "config" or "props" or "value"] } : null;
    }

    // sessions.device_id, user_devices.uuid: a key of another table is none.
    private static NameVerdict? OfDevice(NamedColumn column)
    {
        var words = column.Words;
        var isNamed = words.Count > 1 && NameContext.Devices.Contains(words[^2]) && words[^1] is "id" or "uid" or "uuid" or "guid" or "udid" or "identifier" or "kennung" or "identifiant" or "fingerprint";
        if (isNamed || words is [.., "deviceid"])
            return new NameVerdict(PersonalKind.Device, NameLexicon.Often, $"name '{string.Join(' ', words)}'") { IsOfText = words[^1] is "id" or "uid" or "deviceid", MayBeKey = words[^1] is "id" or "deviceid" };
        var isOne = words is ["uuid" or "uid" or "udid" or "identifier" or "fingerprint" or "serial"] or ["unique" or "hardware", "id" or "serial" or "identifier"];
        return isOne && column.Owner is { } owner && NameContext.Speaks(NameContext.Devices, owner)
            ? new NameVerdict(PersonalKind.Device, NameLexicon.Often, $"name '{string.Join(' ', words)}' in a table of devices ('{owner}')") { IsOfText = words[^1] is not ("fingerprint" or "serial") }
            : null;
    }

    // authorizations.uid beside a provider, socialaccounts.uid: what another system calls a person.
    private static NameVerdict? OfLogin(NamedColumn column)
    {
        var isOfLogins = column.Table.Any(word => word is "authdata" or "identity" or "identities" or "socialaccount" or "socialauth" or "openid")
            || (column.Table.Any(word => word is "auth" or "social") && column.Table.Any(word => word is "data" or "account" or "accounts" or "identity" or "login"));
        var isOne = column.Words is ["uid" or "sub" or "subject"] or ["external", "id"] && (isOfLogins || column.Context.HasProviders)
            || (column.Words is ["value" or "identifier" or "ident"] && isOfLogins);
        return isOne ? new NameVerdict(PersonalKind.Username, NameLexicon.Often, $"name '{column.Words[0]}': what another system calls a person") { IsOfText = true } : null;
    }

    private static NameVerdict? OfFace(NamedColumn column) =>
        column.Words is [.., "embedding" or "embeddings" or "vector" or "template" or "encoding" or "descriptor"] && column.Table.Concat(column.Words).Any(word => word is "face" or "faces" or "facial" or "voice" or "iris" or "biometric" or "biometrics")
            ? new NameVerdict(PersonalKind.Special, NameLexicon.Strong, "name: how somebody looks or sounds, in numbers")
            : null;

    // conditions.additional_detail
    private static NameVerdict? OfHealth(NamedColumn column) =>
        column.Words is ["additional", "detail" or "details"] && column.Owner is "condition" or "conditions" or "diagnosis" or "diagnoses" or "allergy" or "allergies" or "symptom" or "symptoms" or "medication" or "medications"
            ? new NameVerdict(PersonalKind.Special, NameLexicon.Often, $"name '{string.Join(' ', column.Words)}' in a table of '{column.Owner}'")
            : null;

    private static NameVerdict? OfPush(NamedColumn column) =>
        column.Words is [.., "endpoint"] && (column.Context.HasKeys || column.Table.Any(word => word is "push" or "webpush" or "pushsubscription" or "subscription" or "subscriptions"))
            ? new NameVerdict(PersonalKind.Token, NameLexicon.Strong, "name 'endpoint' of push messages to a device")
            : null;

    // federated_user_id, github_uid; external_id in a table of people.
    private static NameVerdict? OfOtherSystem(NamedColumn column)
    {
        var words = column.Words;
        if (words is [.., "external", "id" or "identifier"] && !words.Any(NameContext.Persons.Contains))
            return column.IsAboutPeople ? new NameVerdict(PersonalKind.RecordNumber, NameLexicon.Often, "name: what another system calls the record") { IsOfText = true, IsRecord = true, MayBeLogin = true } : null;
        if (words.Count < 2 || words[^1] is not ("id" or "uid" or "sub" or "subject" or "ident" or "identifier") || !words.Any(NameContext.OtherSystems.Contains)) return null;
        var isOfSomebody = words.Take(words.Count - 1).Any(word => NameContext.Persons.Contains(word)) || words[^1] is "uid" or "sub"
            || words.Count == 2 && words[0] is not ("line" or "teams" or "provider" or "broker" or "foreign" or "zoom" or "federation" or "azure") && column.IsAboutPeople;
        return isOfSomebody ? new NameVerdict(PersonalKind.Username, NameLexicon.Often, $"name: what '{words.First(NameContext.OtherSystems.Contains)}' calls a person") { IsOfText = true, IsForeignId = words is [var provider, "id"] && NameContext.Providers.Contains(provider) } : null;
    }

    // addresses.content
    private static NameVerdict? OfAddress(NamedColumn column) =>
        column.Words is ["content" or "text" or "value" or "full" or "line" or "lines"] && column.Owner is { } owner && RecordNumbers.IsAddresses(owner)
            ? new NameVerdict(PersonalKind.Address, NameLexicon.Often, $"name '{column.Words[0]}' in a table of addresses") { IsOfText = true }
            : null;

    private static NameVerdict? Slogan(NamedColumn column) =>
        column.Words.FirstOrDefault(NameContext.Slogans.Contains) is { } slogan && !column.IsAboutPeople && !RecordNumbers.Speaks(column.Name)
            ? new NameVerdict(null, Perhaps, $"name '{slogan}': written for all to read") { IsPublished = true }
            : null;

    private static NameVerdict? Published(NamedColumn column, NameLexicon.Entry entry)
    {
        var isDescription = column.Words.Any(NameContext.Descriptions.Contains);
        var isMailing = column.IsInTableOf(NameContext.Mailings) && (isDescription || column.Words.Any(NameContext.Bodies.Contains));
        return isMailing || isDescription && column.IsInTableOf(NameContext.Published)
            ? new NameVerdict(null, Perhaps, $"name '{entry.Phrase}' in a table of things ('{column.Owner}')") { IsPublished = true }
            : null;
    }

    private static bool IsOfSettings(string word) => word is "config" or "configuration" or "setting" or "settings" or "credential" or "credentials" or "secret" or "secrets" or "parameter" or "parameters" or "option" or "options"
        or "variable" or "variables" or "env" or "property" or "properties" or "einstellungen" or "parametre" or "parametres" or "parametros" or "mfa";
}
