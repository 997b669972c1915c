--
-- PostgreSQL database dump
--


-- Dumped from database version 18.3
-- Dumped by pg_dump version 18.3

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

--
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'it''s ok'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: pair; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.pair AS (
	a integer,
	b text
);


ALTER TYPE public.pair OWNER TO postgres;

--
-- Name: plz; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.plz AS text
	CONSTRAINT plz_check CHECK ((VALUE ~ '^[0-9]{5}$'::text));


ALTER DOMAIN public.plz OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION public.f() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: e2; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.e2 (
    a integer
);


ALTER TABLE public.e2 OWNER TO postgres;

--
-- Name: empty; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.empty (
);


ALTER TABLE public.empty OWNER TO postgres;

--
-- Name: orders; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.orders (
    id integer NOT NULL,
    person integer,
    total numeric
);


ALTER TABLE public.orders OWNER TO postgres;

--
-- Name: people; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.people (
    id integer NOT NULL,
    name text NOT NULL,
    email character varying(80),
    code character(5),
    born date,
    seen timestamp with time zone,
    at timestamp without time zone,
    t time without time zone,
    iv interval,
    ok boolean,
    small smallint,
    big bigint,
    num numeric(10,2),
    re real,
    dp double precision,
    m money,
    bytes bytea,
    j json,
    jb jsonb,
    u uuid,
    ip inet,
    net cidr,
    mac macaddr,
    tags text[],
    nums integer[],
    mood public.mood,
    plz public.plz,
    pair public.pair,
    r int4range,
    bits bit(4),
    vb bit varying(8),
    x xml,
    ts tsvector,
    pt point,
    note text,
    gen text GENERATED ALWAYS AS (upper(name)) STORED,
    ident bigint NOT NULL
);


ALTER TABLE public.people OWNER TO postgres;

--
-- Name: TABLE people; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.people IS 'c';


--
-- Name: people_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.people_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.people_id_seq OWNER TO postgres;

--
-- Name: people_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public.people_id_seq OWNED BY public.people.id;


--
-- Name: people_ident_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

ALTER TABLE public.people ALTER COLUMN ident ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.people_ident_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v AS
 SELECT name
   FROM public.people;


ALTER VIEW public.v OWNER TO postgres;

--
-- Name: people id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.people ALTER COLUMN id SET DEFAULT nextval('public.people_id_seq'::regclass);


--
-- Data for Name: e2; Type: TABLE DATA; Schema: public; Owner: postgres
--



--
-- Data for Name: empty; Type: TABLE DATA; Schema: public; Owner: postgres
--



--
-- Data for Name: orders; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.orders VALUES (1, 1, 1.5);
INSERT INTO public.orders VALUES (2, 2, 3.0);


--
-- Data for Name: people; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.people OVERRIDING SYSTEM VALUE VALUES (1, 'Person 1', 'p1@corp.example', 'ab   ', '1980-01-02', '2024-01-01 08:00:00+00', '2024-01-01 10:00:00', '10:11:00', '1 day 02:00:00', false, 1, 10000000000, 0.33, 1.5, 'NaN', '$12.50', '\xdeadbeef', '{"a": "b"}', '{"email": "p@corp.example"}', '0b9f8c1e-6a77-4c1b-9d1e-2f40a7c3d5e6', '10.0.0.1', '10.0.0.0/8', '08:00:2b:01:02:03', '{a,"b \"q\", c"}', '{1,NULL}', 'it''s ok', '12345', '(1,"x y")', '[1,5)', B'1010', B'101', NULL, '''a'' ''b''', '(1,2)', 'line
break; \ it''s', DEFAULT, 1);
INSERT INTO public.people OVERRIDING SYSTEM VALUE VALUES (2, 'Person 2', 'p2@corp.example', 'ab   ', '1980-01-03', '2024-01-01 08:00:00+00', '2024-01-01 10:00:00', '10:11:00', '1 day 02:00:00', true, 2, 20000000000, 0.67, 1.5, 'NaN', '$12.50', '\xdeadbeef', '{"a": "b"}', '{"email": "p@corp.example"}', '0b9f8c1e-6a77-4c1b-9d1e-2f40a7c3d5e6', '10.0.0.1', '10.0.0.0/8', '08:00:2b:01:02:03', '{a,"b \"q\", c"}', '{1,NULL}', 'it''s ok', '12345', '(1,"x y")', '[1,5)', B'1010', B'101', NULL, '''a'' ''b''', '(1,2)', 'line
break; \ it''s', DEFAULT, 2);
INSERT INTO public.people OVERRIDING SYSTEM VALUE VALUES (21, 'nulls', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, DEFAULT, 21);


--
-- Name: people_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.people_id_seq', 21, true);


--
-- Name: people_ident_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.people_ident_seq', 21, true);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: people people_email_key; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_email_key UNIQUE (email);


--
-- Name: people people_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);


--
-- Name: people_lower_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX people_lower_idx ON public.people USING btree (lower((email)::text));


--
-- Name: orders orders_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);


--
-- PostgreSQL database dump complete
--


