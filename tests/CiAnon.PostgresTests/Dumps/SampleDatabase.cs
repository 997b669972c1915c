namespace CiAnon.PostgresTests.Dumps;

/// <summary>A schema with whatever makes archives differ: names, kinds of tables, kinds of entries.</summary>
public static class SampleDatabase
{
    public const string Script = """"
        CREATE SCHEMA "Sales Dept";
        CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s "fine"');
        CREATE DOMAIN positive AS int CHECK (VALUE > 0);
        CREATE TABLE customers (
            id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            email text NOT NULL UNIQUE,
            name text,
            mood mood DEFAULT 'ok',
            score positive,
            shout text GENERATED ALWAYS AS (upper(name)) STORED);
        INSERT INTO customers (email, name, score)
            SELECT 'user' || i || '@example.org', CASE WHEN i % 7 = 0 THEN NULL ELSE E'Nä\tme \\ ' || i || E'\n日本' END, i
            FROM generate_series(1, 2000) i;
        CREATE TABLE "Sales Dept"."Account ""VIP"" Ünïcode" ("Weird ""Column""" text, "select" int);
        INSERT INTO "Sales Dept"."Account ""VIP"" Ünïcode" VALUES (E'\\.', 1), ('', 2), (NULL, 3), (E'\b\f\v\r', 4);
        CREATE TABLE empty_table (a int, b text);
        CREATE TABLE no_columns ();
        INSERT INTO no_columns DEFAULT VALUES;
        CREATE TABLE events (id bigint, at date NOT NULL, payload jsonb) PARTITION BY RANGE (at);
        CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        CREATE TABLE events_rest PARTITION OF events DEFAULT;
        INSERT INTO events SELECT i, date '2024-06-01' + i, jsonb_build_object('n', i, 'text', repeat('x', i % 100)) FROM generate_series(1, 3000) i;
        CREATE TABLE parent (a int);
        CREATE TABLE child (b int) INHERITS (parent);
        INSERT INTO child VALUES (1, 2);
        CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, random bytea);
        INSERT INTO orders SELECT i, i, decode(md5(i::text) || md5((i + 1)::text), 'hex') FROM generate_series(1, 2000) i;
        CREATE INDEX ON customers (lower(email));
        CREATE VIEW happy AS SELECT * FROM customers WHERE mood = 'ok';
        CREATE MATERIALIZED VIEW counts AS SELECT mood, count(*) FROM customers GROUP BY mood;
        CREATE SEQUENCE ticket START 42;
        SELECT nextval('ticket');
        CREATE FUNCTION dollars(a int, b text DEFAULT '$$') RETURNS text LANGUAGE plpgsql AS $body$
        BEGIN
            RETURN $inner$ \. ' ; -- $inner$ || b;
        END $body$;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER touched BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
        COMMENT ON TABLE customers IS E'people;\n\\. it''s a comment with äöü';
        COMMENT ON COLUMN customers.email IS 'personal';
        DO $$ BEGIN CREATE ROLE "reader ""one"""; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT SELECT ON customers TO "reader ""one""";
        GRANT SELECT (a) ON empty_table TO PUBLIC;
        ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
        CREATE POLICY everyone ON customers USING (true);
        """";

    public const string LargeObjects = """
        SELECT lo_from_bytea(0, decode(repeat('cafe', 40000), 'hex'));
        SELECT lo_from_bytea(0, '');
        SELECT lo_from_bytea(4000000000, 'an OID that is negative as a signed number');
        """;
}
