using System.Text;

namespace CiAnon.Tests.Dumps.Scripts;

/// <summary>What pg_dump 15 writes for a small database, and what makes scripts hard to read.</summary>
internal static class SampleScript
{
    public const string Rows = "1\ta@example.org\n2\t\\N\n3\t\\\\.\n";

    public static byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public static string Text => Head + Item("customers", "TABLE", "public", "shop", """
        CREATE TABLE public.customers (
            id integer,
            email text DEFAULT 'a;b''--'::text
        );


        ALTER TABLE public.customers OWNER TO shop;


        """) + Item("f(integer)", "FUNCTION", "public", "shop", """
        CREATE FUNCTION public.f(a integer) RETURNS text
            LANGUAGE plpgsql
            AS $_$ BEGIN; \. /* ' */ RETURN $inner$;$inner$ || $1; END $_$;


        ALTER FUNCTION public.f(a integer) OWNER TO shop;


        """) + Item("g()", "FUNCTION", "public", "shop", """
        CREATE FUNCTION public.g() RETURNS integer
            LANGUAGE sql
            BEGIN ATOMIC
         SELECT CASE WHEN true THEN 1 ELSE 2 END;
         SELECT 3;
        END;


        ALTER FUNCTION public.g() OWNER TO shop;


        """) + Item("16400", "BLOB", "-", "shop", """
        SELECT pg_catalog.lo_create('16400');


        ALTER LARGE OBJECT 16400 OWNER TO shop;


        """) + Item("customers", "TABLE DATA", "public", "shop", $"COPY public.customers (id, email) FROM stdin;\n{Rows}\\.\n\n\n", "Data for ")
        + Item("BLOBS", "BLOBS", "-", "-", """
        BEGIN;

        SELECT pg_catalog.lo_open('16400', 131072);
        SELECT pg_catalog.lowrite(0, '\x6869');
        SELECT pg_catalog.lo_close(0);

        COMMIT;


        """, "Data for ") + Item("customers customers_pkey", "CONSTRAINT", "public", "shop", """
        ALTER TABLE ONLY public.customers
            ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


        """) + Tail;

    private const string Head = """
        --
        -- PostgreSQL database dump
        --

        \restrict k3y

        -- Dumped from database version 15.18
        -- Dumped by pg_dump version 15.18

        SET statement_timeout = 0;
        SET lock_timeout = 0;
        SET idle_in_transaction_session_timeout = 0;
        SET client_encoding = 'UTF8';
        SET standard_conforming_strings = on;
        SELECT pg_catalog.set_config('search_path', '', false);
        SET check_function_bodies = false;
        SET xmloption = content;
        SET client_min_messages = warning;
        SET row_security = off;


        """;

    private const string Tail = """
        --
        -- PostgreSQL database dump complete
        --

        \unrestrict k3y


        """;

    private static string Item(string name, string type, string schema, string owner, string text, string kind = "") =>
        $"--\n-- {kind}Name: {name}; Type: {type}; Schema: {schema}; Owner: {owner}\n--\n\n{text}";
}
