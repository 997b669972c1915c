namespace CiAnon.Recognition.Definitions;

/// <summary>A definition with a secret that <c>sql-secret</c> must see, and the same without one. All of them are invented.</summary>
/// <param name="Where">For people.</param>
internal sealed record DefinitionSample(string Where, string Sql, string Near)
{
    public static IReadOnlyList<DefinitionSample> All { get; } =
    [
        Of("a user mapping", "CREATE USER MAPPING FOR app SERVER archive OPTIONS (\n    password '{0}',\n    \"user\" 'reader'\n);"),
        Of("a subscription", "CREATE SUBSCRIPTION s CONNECTION 'user=app password={0}' PUBLICATION p WITH (connect = false, slot_name = 's');"),
        Of("a setting", "ALTER ROLE app IN DATABASE shop SET \"app.password\" TO '{0}';"),
        Of("a column's default", "CREATE TABLE public.users (\n    id integer NOT NULL,\n    password text DEFAULT '{0}'::text NOT NULL\n);"),
        Of("a function's declaration", "CREATE FUNCTION public.f() RETURNS text\n    LANGUAGE plpgsql\n    AS $$ DECLARE password CONSTANT text := '{0}'; BEGIN RETURN 'a'; END $$;"),
        Of("a function's statement", "CREATE FUNCTION public.f() RETURNS void\n    LANGUAGE plpgsql\n    AS $$ BEGIN EXECUTE 'ALTER ROLE app PASSWORD ''{0}'''; END $$;"),
        Of("an argument", "CREATE VIEW public.v AS\n SELECT public.pgp_sym_decrypt(users.card, '{0}'::text) AS card\n   FROM public.users;"),
        Of("a key with its value", "CREATE FUNCTION public.f() RETURNS jsonb\n    LANGUAGE sql\n    AS $$ SELECT jsonb_build_object('user', 'app', 'password', '{0}') $$;"),
        Of("JSON", "CREATE FUNCTION public.f() RETURNS jsonb\n    LANGUAGE sql\n    AS $$ SELECT '{{\"api_key\": \"{0}\"}}'::jsonb $$;".Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)),
        Of("an INSERT", "CREATE FUNCTION public.f() RETURNS void\n    LANGUAGE sql\n    AS $$ INSERT INTO users (name, password) VALUES ('app', '{0}') $$;"),
    ];

    private static DefinitionSample Of(string where, string sql) =>
        new(where, sql.Replace("{0}", "planted-word", StringComparison.Ordinal), sql.Replace("{0}", Placeholder.Redacted, StringComparison.Ordinal));
}
