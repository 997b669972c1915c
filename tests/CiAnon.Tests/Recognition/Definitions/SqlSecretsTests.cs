using CiAnon.Recognition.Definitions;

namespace CiAnon.Tests.Recognition.Definitions;

/// <summary>Which strings of a definition are secrets. The secrets of these samples are «marked».</summary>
public class SqlSecretsTests
{
    [Theory]
    // Options and settings.
    [InlineData("CREATE USER MAPPING FOR app SERVER archive OPTIONS (\n    password '«it''s»',\n    \"user\" 'reader'\n);")]
    [InlineData("CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (\n    host 'db7',\n    secret_access_key '«;a b»'\n);")]
    [InlineData("ALTER ROLE app IN DATABASE shop SET \"app.password\" TO '«two words»';")]
    [InlineData("ALTER ROLE app SET app.api_key = '«x»';")]
    [InlineData("ALTER DATABASE shop SET \"app.jwt_secret\" TO E'«back\\\\slash \\' quote»';")]
    [InlineData("ALTER SYSTEM SET app.secret TO '«x»';")]
    [InlineData("ALTER ROLE app ENCRYPTED PASSWORD '«$ecret»';")]
    // Connection strings.
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'host=db7 user=app password=«x»' PUBLICATION p WITH (connect = false, slot_name = 's');")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'user=app password=«x»' PUBLICATION p;")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'host=db7 password = ''«two words»''' PUBLICATION p;")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'service=a password=«one» sslpassword=«two»' PUBLICATION p;")]
    // Defaults.
    [InlineData("CREATE TABLE public.users (\n    id integer NOT NULL,\n    password text DEFAULT '«x»'::text NOT NULL\n);")]
    [InlineData("CREATE TABLE public.users (\n    name text DEFAULT 'nobody'::text,\n    \"apiKeySecret\" character varying(20)[] COLLATE pg_catalog.\"C\" NOT NULL DEFAULT '«x»'::character varying\n);")]
    [InlineData("ALTER TABLE ONLY public.users ALTER COLUMN passwd SET DEFAULT '«x»'::text;")]
    // Functions.
    [InlineData("CREATE FUNCTION public.f(a integer, password text DEFAULT '«x»'::text) RETURNS text LANGUAGE sql AS $$ SELECT 'a' $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ DECLARE password text := '«x»'; BEGIN RETURN password; END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $_$ DECLARE a int; -- don't\n  v_pwd CONSTANT varchar(20) NOT NULL DEFAULT '«x»'; BEGIN RETURN 'a'; END $_$;")]
    [InlineData("CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $_$ DECLARE password users.password%TYPE = '«x»'; BEGIN RETURN 'a'; END $_$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN password := '«one»' || host || '«two»'; password = $q$«it's»$q$; END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('app.secret', '«x»', true); PERFORM g(a => 1, password => '«y»'); END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER ROLE app PASSWORD ''«it''''s»'''; END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'DECLARE password text := ''«x»''; BEGIN END';")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM dblink_connect('dbname=shop password=«x»'); /* it was: password '«y»' */ END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpython3u AS $$\n# don't\npassword = '«x»'\n$$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void\n    LANGUAGE plpgsql\n    SET \"app.passphrase\" TO '«x»'\n    AS $$ BEGIN END $$;")]
    // Arguments and values.
    [InlineData("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT crypt('«x»', gen_salt('bf')) || encode(hmac(a, '«y»', 'sha256'), 'hex') $$;")]
    [InlineData("CREATE TABLE t (\n    a bytea,\n    b text GENERATED ALWAYS AS (public.pgp_sym_decrypt(a, '«x»'::text, 'compress-algo=1'::text)) STORED\n);")]
    [InlineData("CREATE FUNCTION f() RETURNS bytea LANGUAGE sql AS $$ SELECT pgp_sym_encrypt(note, '«x»') FROM notes $$;")]
    [InlineData("CREATE VIEW v AS\n SELECT convert_from(decrypt(t.a, ('«x»'::text)::bytea, 'aes'::text), 'UTF8'::name) FROM t;")]
    [InlineData("CREATE FUNCTION f() RETURNS jsonb LANGUAGE sql AS $$ SELECT json_build_object('user', upper('a'), 'password', '«x»') || jsonb_set('{}', '{db,password}', '\"«y»\"') $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ SELECT hstore('api_key', '«x»'); SELECT vault.create_secret('payments_secret', '«y»'); SELECT app.put_setting(1, 'smtp_password'::text, '«z»'::text) $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ INSERT INTO users (id, name, password) VALUES (1, 'app', '«x»'), (2, upper('b'), '«y»') $$;")]
    [InlineData("CREATE RULE r AS ON INSERT TO a DO ALSO INSERT INTO settings VALUES ('host'::text, 'db7'::text), ('smtp_password'::text, '«x»'::text);")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM http_post('https://a.example', '{\"user\": \"app\", \"api_key\": \"«it''s \\\" x»\", \"n\": 1}'); END $$;")]
    [InlineData("CREATE TABLE t (\n    a jsonb DEFAULT '{\"password\": \"«x»\"}'::jsonb\n);")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpython3u AS $$\npassword = \"«x»\"\nd[\"api_key\"] = \"«y»\"\ncall({\"secret\": \"«z»\"})\n$$;")]
    public void A_secret_is_found_where_it_stands(string marked)
    {
        var sql = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        Assert.Equal(marked, Marked(sql));
    }

    [Theory]
    [InlineData("CREATE TABLE public.users (\n    password text NOT NULL,\n    password_hash text DEFAULT 'none'::text,\n    password_type text DEFAULT 'bcrypt'::text,\n    CONSTRAINT c CHECK ((password <> ''::text))\n);")]
    [InlineData("CREATE TABLE public.users (\n    encrypted_password character varying DEFAULT ''::character varying NOT NULL,\n    kind text DEFAULT 'password'::text,\n    note text DEFAULT 'x'::text\n);")]
    [InlineData("CREATE TABLE public.users (\n    passwords text[] DEFAULT '{}'::text[],\n    api_key jsonb DEFAULT '{}'::jsonb\n, CONSTRAINT c CHECK (((password)::text ~ '^[a-z]+$'::text)));")]
    [InlineData("CREATE TYPE public.secret AS ENUM (\n    'password',\n    'token'\n);")]
    [InlineData("COMMENT ON COLUMN public.users.password IS 'a hash, see ''password'' in the manual; it''s long';")]
    [InlineData("CREATE VIEW public.v AS\n SELECT users.password,\n    'x'::text AS kind\n   FROM public.users\n  WHERE (users.grant_type = 'password'::text);")]
    [InlineData("CREATE USER MAPPING FOR app SERVER s OPTIONS (\n    \"user\" 'reader',\n    password_required 'false',\n    password '${PASSWORD}'\n);")]
    [InlineData("CREATE SUBSCRIPTION s CONNECTION 'host=db7 passfile=/etc/pgpass' PUBLICATION p;")]
    [InlineData("ALTER ROLE app SET password_encryption TO 'scram-sha-256';")]
    [InlineData("CREATE FUNCTION f(password text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN IF password = '' OR password IS NULL THEN RAISE EXCEPTION 'give a password: %', 'x'; END IF; END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER ROLE app PASSWORD ''' || quote_literal(x) || ''''; END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('ALTER ROLE %I PASSWORD ''%s'' VALID UNTIL ''%s''', 'a', 'b', 'c'); END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE users SET password = crypt(new, gen_salt('bf')), kind = 'x'; PERFORM dblink_connect('dbname=shop password=' || p); END $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS bytea LANGUAGE sql AS $$ SELECT my_encrypt(note, 'x') FROM notes $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT data ->> 'password' || current_setting('app.secret', true) $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpython3u AS $$\nprint('password: ', x)\nd['password'] = y\n$$;")]
    [InlineData("CREATE FUNCTION f() RETURNS boolean LANGUAGE sql AS $$ SELECT has_column_privilege('users', 'password', 'SELECT') AND kind IN ('password', 'token') AND coalesce(password, 'none') <> 'x' $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ INSERT INTO log (what, who) VALUES ('a', 'b'); SELECT replace(password, 'a', 'b'), crypt(new, gen_salt('bf')), hmac('data', key, 'sha256') $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ INSERT INTO users (password, name) VALUES (crypt(p, 'x'), 'b'); SELECT '{\"password\": null, \"password_policy\": \"strict\", \"api_key\": \"\"}' $$;")]
    [InlineData("CREATE FUNCTION f() RETURNS void LANGUAGE plpython3u AS $$\npassword = \"\"\npassword = \"${PW}\"\nprint(\"password: \", x)\n$$;")]
    public void What_only_speaks_of_passwords_is_none(string sql) => Assert.Equal(sql, Marked(sql));

    [Fact]
    public void A_text_that_is_no_sql_is_searched_all_the_same()
    {
        Assert.Equal("password '«x»'; it's", Marked("password 'x'; it's"));
        Assert.Equal("COMMENT ON TABLE t IS 'it''s reached with password ''«x»'', isn''t it';", Marked("COMMENT ON TABLE t IS 'it''s reached with password ''x'', isn''t it';"));
        var deep = string.Concat(Enumerable.Range(0, 5000).Select(i => $"$a{i}$ password ")) + "'x'" + string.Concat(Enumerable.Range(0, 5000).Reverse().Select(i => $" $a{i}$"));
        Assert.Single(SqlSecrets.Find(deep));
    }

    [Fact]
    public void Neither_many_parentheses_nor_long_words_stop_the_search()
    {
        var parentheses = new string('(', 100_000);
        Assert.Single(SqlSecrets.Find($"SELECT {parentheses}'a', password := 'x'"));
        Assert.Single(SqlSecrets.Find($"SELECT '{new string('a', 1_000_000)}', {{\"p\": 1}}', password := 'x'"));
        Assert.Single(SqlSecrets.Find($"SELECT '{new string('a', 1_000_000)} \"password\": \"x\"'"));
    }

    private static string Marked(string sql)
    {
        foreach (var (start, end) in SqlSecrets.Find(sql).Reverse()) sql = $"{sql[..start]}«{sql[start..end]}»{sql[end..]}";
        return sql;
    }
}
