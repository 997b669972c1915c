-- A German clinic's "production" database, for the README's first hour. Everybody in it is invented.
--
--   psql -v ON_ERROR_STOP=1 -f clinic.sql      (into an empty database)
--
-- What it has that the other samples haven't: German and English column names side by side, profiles in JSON, an audit table that
-- copies whole rows as JSON, addresses and numbers that somebody typed into free text, and record numbers that stand for patients.
-- Every value is a function of a row number: two runs give the same rows. Needs PostgreSQL 13 or later.
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET client_min_messages = warning;
SET standard_conforming_strings = on;

CREATE FUNCTION pg_temp.pick(text[], int, int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT ($1)[1 + (hashint8extended($2, $3) & 4611686018427387903) % cardinality($1)] $$;
CREATE FUNCTION pg_temp.ascii(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(replace(replace(replace(lower($1), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') $$;
-- ISO 7064, mod 97-10, over the account, then DE as 1314.
CREATE FUNCTION pg_temp.iban(account text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'DE' || lpad((98 - (account || '131400')::numeric % 97)::text, 2, '0') || account $$;

CREATE TYPE geschlecht AS ENUM ('weiblich', 'männlich', 'divers');

CREATE TABLE stationen (
    id integer PRIMARY KEY,
    name text NOT NULL UNIQUE,
    betten integer NOT NULL CHECK (betten > 0)
);
INSERT INTO stationen
SELECT row_number() OVER (), name, 12 + length(name)
FROM unnest('{Innere Medizin,Chirurgie,Kardiologie,Neurologie,Pädiatrie,Radiologie}'::text[]) name;

CREATE TABLE staff (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    first_name text NOT NULL,
    last_name text NOT NULL,
    email text NOT NULL UNIQUE,
    role text NOT NULL CHECK (role IN ('doctor', 'nurse', 'reception')),
    station_id integer NOT NULL REFERENCES stationen,
    password_hash text NOT NULL,
    last_login timestamptz,
    is_active boolean NOT NULL DEFAULT true
);
INSERT INTO staff (first_name, last_name, email, role, station_id, password_hash, last_login)
SELECT vorname, nachname, pg_temp.ascii(vorname || '.' || nachname) || i || '@klinik-am-see.example',
       pg_temp.pick('{doctor,nurse,reception}', i, 3), 1 + i % 6,
       '$2b$12$' || substr(encode(sha512(('staff' || i)::bytea), 'hex'), 1, 53), timestamptz '2026-01-01 08:00+01' + i * interval '7 hours'
FROM generate_series(1, 60) i,
     LATERAL (SELECT pg_temp.pick('{Anna,Julia,Katharina,Sabine,Thomas,Michael,Stefan,Andreas,Jürgen,Heike}', i, 1) vorname,
                     pg_temp.pick('{Müller,Schneider,Hoffmann,Krämer,Lehmann,Vogel,Böhm,Seidel,Winkler,Schuster}', i, 2) nachname) n;

CREATE TABLE patienten (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_no text NOT NULL UNIQUE,
    vorname text NOT NULL,
    nachname text NOT NULL,
    geburtsdatum date NOT NULL,
    geschlecht geschlecht NOT NULL,
    strasse text,
    plz char(5),
    ort text,
    telefon text,
    email text,
    versichertennummer text,
    iban text,
    profile jsonb NOT NULL DEFAULT '{}',
    bemerkung text,
    aufgenommen_am timestamptz NOT NULL
);
INSERT INTO patienten (patient_no, vorname, nachname, geburtsdatum, geschlecht, strasse, plz, ort, telefon, email, versichertennummer, iban, profile,
                       bemerkung, aufgenommen_am)
SELECT 'P-' || lpad((104729 * i % 1000000)::text, 6, '0'), vorname, nachname, date '1932-05-17' + (i * 7919 % 31000),
       CASE WHEN i % 50 = 0 THEN 'divers' WHEN i % 2 = 0 THEN 'männlich' ELSE 'weiblich' END::geschlecht,
       pg_temp.pick('{Bahnhofstraße,Gartenweg,Lindenallee,Schulstraße,Am Mühlbach,Kirchgasse,Rosenweg}', i, 5) || ' ' || 1 + i % 90,
       lpad((10115 + i * 37 % 80000)::text, 5, '0'), pg_temp.pick('{Berlin,Hamburg,Leipzig,Kassel,Bremen,Erfurt,Kiel,Mainz}', i, 6),
       CASE WHEN i % 9 > 0 THEN '+49 30 ' || 2000000 + i * 6151 % 7000000 END,
       CASE WHEN i % 7 > 0 THEN mail END,
       chr(65 + i % 26) || lpad((i * 86028121::bigint % 1000000000)::text, 9, '0'),
       CASE WHEN i % 4 = 0 THEN pg_temp.iban('10050000' || lpad((i * 15485863::bigint % 10000000000)::text, 10, '0')) END,
       jsonb_build_object('sprache', pg_temp.pick('{de,de,de,en,tr}', i, 7), 'newsletter', i % 3 = 0,
                          'notfallkontakt', jsonb_build_object('name', kontakt || ' ' || nachname, 'telefon', '+49 171 ' || 3000000 + i * 4637 % 6000000)),
       CASE WHEN i % 6 = 0 THEN 'Bittet um Rückruf, am besten per Mail an ' || mail || ' nach 18 Uhr.'
            WHEN i % 5 = 0 THEN vorname || ' ' || nachname || ' verträgt kein Penicillin.' END,
       timestamptz '2024-01-02 09:00+01' + i * interval '5 hours'
FROM generate_series(1, 1200) i,
     LATERAL (SELECT pg_temp.pick('{Emma,Mia,Hannah,Lena,Marie,Clara,Paul,Jonas,Felix,Maximilian,Wolfgang,Helga,Ursula,Dieter}', i, 1) vorname,
                     pg_temp.pick('{Becker,Schulz,Wagner,Richter,Neumann,Zimmermann,Hartmann,Krüger,Lange,Schmitt,Köhler,Brandt,Pohl}', i, 2) nachname,
                     pg_temp.pick('{Monika,Peter,Claudia,Frank,Birgit,Ralf}', i, 4) kontakt) n,
     LATERAL (SELECT pg_temp.ascii(vorname || '.' || nachname) || i || '@' || pg_temp.pick('{post.example,web.example,mail.example}', i, 8) mail) m;

CREATE TABLE termine (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_id integer NOT NULL REFERENCES patienten,
    staff_id integer NOT NULL REFERENCES staff,
    beginnt_am timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('geplant', 'erledigt', 'abgesagt')),
    notiz text
);
INSERT INTO termine (patient_id, staff_id, beginnt_am, status, notiz)
SELECT 1 + i % 1200, 1 + i % 60, timestamptz '2025-01-01 08:00+01' + i * interval '2 hours', pg_temp.pick('{geplant,erledigt,abgesagt}', i, 1),
       CASE WHEN i % 8 = 0 THEN 'Bestätigung ging an ' || p.email WHEN i % 11 = 0 THEN 'Frau/Herr ' || p.nachname || ' kommt später' END
FROM generate_series(1, 5000) i JOIN patienten p ON p.id = 1 + i % 1200;

CREATE TABLE befunde (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_id integer NOT NULL REFERENCES patienten,
    icd_code varchar(7) NOT NULL,
    befund text NOT NULL,
    erstellt_am timestamptz NOT NULL
);
INSERT INTO befunde (patient_id, icd_code, befund, erstellt_am)
SELECT 1 + i * 7 % 1200, pg_temp.pick('{I10.90,E11.90,J45.0,M54.5,K21.0,G43.9,N39.0}', i, 1),
       pg_temp.pick('{Unauffälliger Befund,Kontrolle in drei Monaten empfohlen,Medikation angepasst,Überweisung an Facharzt}', i, 2)
         || CASE WHEN i % 9 = 0 THEN '; Rückfragen an ' || s.email ELSE '.' END,
       timestamptz '2025-02-01 10:00+01' + i * interval '3 hours'
FROM generate_series(1, 3000) i JOIN staff s ON s.id = 1 + i % 60;

CREATE TABLE invoices (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invoice_no text NOT NULL UNIQUE,
    patient_id integer NOT NULL REFERENCES patienten,
    amount numeric(10, 2) NOT NULL CHECK (amount >= 0),
    paid boolean NOT NULL,
    billing_email text
);
INSERT INTO invoices (invoice_no, patient_id, amount, paid, billing_email)
SELECT 'RE-2025-' || lpad(i::text, 5, '0'), p.id, 15 + i * 13 % 900, i % 5 > 0, p.email
FROM generate_series(1, 2500) i JOIN patienten p ON p.id = 1 + i * 11 % 1200;

-- What many applications have: every change, with the whole row of before and after.
CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name text NOT NULL,
    action text NOT NULL,
    changed_by integer REFERENCES staff,
    old_row jsonb,
    new_row jsonb,
    changed_at timestamptz NOT NULL
);
INSERT INTO audit_log (table_name, action, changed_by, old_row, new_row, changed_at)
SELECT 'patienten', 'UPDATE', 1 + p.id % 60, to_jsonb(p) || '{"ort": "Potsdam"}', to_jsonb(p), p.aufgenommen_am + interval '1 day'
FROM patienten p WHERE p.id % 3 = 0;

CREATE INDEX ON patienten (lower(email));
CREATE INDEX ON termine (patient_id, beginnt_am);

CREATE VIEW offene_rechnungen AS
SELECT i.invoice_no, p.patient_no, i.amount FROM invoices i JOIN patienten p ON p.id = i.patient_id WHERE NOT i.paid;
