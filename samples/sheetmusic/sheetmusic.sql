-- A sheet music dealer's "production" database, for the tests. Customers and employees are invented; the composers are not, and
-- are published authors.
--
--   psql -v ON_ERROR_STOP=1 -f sheetmusic.sql      (into an empty database)
--
-- What it has that the shop hasn't: names in mixed case that must be quoted everywhere, an employee who reports to another, a column
-- of composers' names that looks personal and isn't, several composers in one value, a table without a key of its own beyond two
-- foreign ones, and lengths that are tight.
-- Every value is a function of a row number: two runs give the same rows. Needs PostgreSQL 13 or later.
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET client_min_messages = warning;
SET standard_conforming_strings = on;

CREATE FUNCTION pg_temp.pick(text[], int, int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT ($1)[1 + (hashint8extended($2, $3) & 4611686018427387903) % cardinality($1)] $$;

CREATE TABLE "Composer" (
    "ComposerId" integer PRIMARY KEY,
    "Name" varchar(120)
);
INSERT INTO "Composer"
SELECT row_number() OVER (), name FROM unnest('{
  Johann Sebastian Bach,Ludwig van Beethoven,Johannes Brahms,Frédéric Chopin,Claude Debussy,Antonín Dvořák,Gabriel Fauré,Fanny Hensel,
  Edvard Grieg,Joseph Haydn,Franz Liszt,Felix Mendelssohn,Clara Schumann,Maurice Ravel,Camille Saint-Saëns,Erik Satie,Franz Schubert,
  Robert Schumann,Dmitri Schostakowitsch,Bedřich Smetana,Pjotr Tschaikowski,Giuseppe Verdi,Antonio Vivaldi,Richard Wagner}'::text[]) name;

CREATE TABLE "Genre" ("GenreId" integer PRIMARY KEY, "Name" varchar(120));
INSERT INTO "Genre" SELECT row_number() OVER (), name FROM unnest('{Sonata,Symphony,Song,Quartet,Prelude,Mass,Opera,Étude}'::text[]) name;

CREATE TABLE "Format" ("FormatId" integer PRIMARY KEY, "Name" varchar(120));
INSERT INTO "Format" VALUES (1, 'Full score'), (2, 'Study score'), (3, 'Set of parts'), (4, 'Piano reduction');

CREATE TABLE "Collection" (
    "CollectionId" integer PRIMARY KEY,
    "Title" varchar(160) NOT NULL,
    "ComposerId" integer NOT NULL REFERENCES "Composer"
);
INSERT INTO "Collection"
SELECT i, pg_temp.pick('{Collected works,Early pieces,Late pieces,Album for the young,Selected songs,Complete quartets}', i, 1) || ', volume ' || i, 1 + i % 24
FROM generate_series(1, 120) i;

CREATE TABLE "Work" (
    "WorkId" integer PRIMARY KEY,
    "Name" varchar(200) NOT NULL,
    "CollectionId" integer REFERENCES "Collection",
    "FormatId" integer NOT NULL REFERENCES "Format",
    "GenreId" integer REFERENCES "Genre",
    "Composer" varchar(220),
    "Seconds" integer NOT NULL,
    "Pages" integer,
    "UnitPrice" numeric(10, 2) NOT NULL
);
INSERT INTO "Work"
SELECT i, pg_temp.pick('{Sonata,Symphony,Quartet,Prelude,Nocturne,Waltz,Ballade,Fugue}', i, 2) || ' no. ' || i % 40 || ' in ' || pg_temp.pick('{A,B,C,D,E,F,G}', i, 3) || pg_temp.pick('{ major, minor}', i, 4),
       1 + i % 120, 1 + i % 4, 1 + i % 8,
       CASE WHEN i % 11 = 0 THEN NULL
            WHEN i % 7 = 0 THEN a."Name" || ', ' || b."Name"
            WHEN i % 13 = 0 THEN a."Name" || '/' || b."Name"
            ELSE a."Name" END,
       60 + i % 1800, 1 + i % 90, 4.95 + i % 40
FROM generate_series(1, 1500) i
JOIN "Composer" a ON a."ComposerId" = 1 + i % 24
JOIN "Composer" b ON b."ComposerId" = 1 + (i / 3) % 24;

CREATE TABLE "Program" ("ProgramId" integer PRIMARY KEY, "Name" varchar(120));
INSERT INTO "Program" SELECT row_number() OVER (), name FROM unnest('{Matinee,Evening concert,Recital,Exam pieces,Sight reading}'::text[]) name;

CREATE TABLE "ProgramWork" (
    "ProgramId" integer NOT NULL REFERENCES "Program",
    "WorkId" integer NOT NULL REFERENCES "Work",
    PRIMARY KEY ("ProgramId", "WorkId")
);
INSERT INTO "ProgramWork" SELECT 1 + i % 5, i FROM generate_series(1, 1500, 2) i;

CREATE TABLE "Employee" (
    "EmployeeId" integer PRIMARY KEY,
    "LastName" varchar(20) NOT NULL,
    "FirstName" varchar(20) NOT NULL,
    "Title" varchar(30),
    "ReportsTo" integer REFERENCES "Employee",
    "BirthDate" timestamp,
    "HireDate" timestamp,
    "Address" varchar(70),
    "City" varchar(40),
    "State" varchar(40),
    "Country" varchar(40),
    "PostalCode" varchar(10),
    "Phone" varchar(24),
    "Fax" varchar(24),
    "Email" varchar(60)
);
INSERT INTO "Employee"
SELECT i, pg_temp.pick('{Quintrell,Ashdown,Fairweather,Holloway,Pemberton,Thistlewood,Wetherby}', i, 11), pg_temp.pick('{Maude,Cedric,Winifred,Rupert,Beatrix,Alistair}', i, 12),
       CASE i WHEN 1 THEN 'Manager' WHEN 2 THEN 'Head of sales' ELSE 'Sales agent' END, CASE WHEN i = 1 THEN NULL WHEN i < 4 THEN 1 ELSE 2 END,
       timestamp '1961-03-14' + i * interval '411 days', timestamp '2011-05-02' + i * interval '97 days',
       i * 11 || ' Organ Grinder Lane', 'Lower Wexcombe', 'Wiltshire', 'United Kingdom', 'SN8 ' || i || 'QT', '+44 1632 960' || 100 + i, '+44 1632 960' || 200 + i,
       'staff.member' || i || '@sheetmusic-dealers.org'
FROM generate_series(1, 8) i;

CREATE TABLE "Customer" (
    "CustomerId" integer PRIMARY KEY,
    "FirstName" varchar(40) NOT NULL,
    "LastName" varchar(20) NOT NULL,
    "Company" varchar(80),
    "Address" varchar(70),
    "City" varchar(40),
    "State" varchar(40),
    "Country" varchar(40),
    "PostalCode" varchar(10),
    "Phone" varchar(24),
    "Fax" varchar(24),
    "Email" varchar(60) NOT NULL,
    "SupportRepId" integer REFERENCES "Employee"
);
INSERT INTO "Customer"
SELECT i, pg_temp.pick('{Luís,Leonie,François,Bjørn,František,Helena,Astrid,Daan,Kara,Eduardo,Alexandre,Roberta,Fernanda,Marko,Jennifer,Michelle}', i, 21),
       pg_temp.pick('{Gonsalves,Köhlerin,Tremblayne,Hansenius,Wichterle,Holýová,Gruberova,Peetersen,Nielsdatter,Martinsen,Rochadias,Almeidan}', i, 22) || CASE WHEN i > 12 THEN chr(65 + i % 26) || 'son' ELSE '' END,
       CASE WHEN i % 5 = 0 THEN 'Chamber Orchestra of Ward ' || i || ' Ltd.' END,
       i * 7 || ' ' || pg_temp.pick('{Rua da Saudade,Gartenzwergstraße,Rue des Pianistes,Ullevålsvingen,Klánovická,Tonkunstlaan}', i, 23),
       pg_temp.pick('{São João da Serra,Oberkirchstadt,Mont-Fleuri,Nordbyen,Dolní Lhota,Zuidermeer}', i, 24),
       CASE WHEN i % 3 = 0 THEN pg_temp.pick('{SP,QC,AB,CA}', i, 25) END, pg_temp.pick('{Brazil,Germany,Canada,Norway,Czech Republic,Belgium}', i, 24),
       lpad((10007 * i % 99999)::text, 5, '0'), '+49 30 ' || 2345670 + i, CASE WHEN i % 4 = 0 THEN '+49 30 ' || 2345870 + i END,
       'music.lover' || i || '@' || pg_temp.pick('{postfach-eins.de,correio-um.br,posta-jedna.cz}', i, 26), 3 + i % 6
FROM generate_series(1, 59) i;

CREATE TABLE "Invoice" (
    "InvoiceId" integer PRIMARY KEY,
    "CustomerId" integer NOT NULL REFERENCES "Customer",
    "InvoiceDate" timestamp NOT NULL,
    "BillingAddress" varchar(70),
    "BillingCity" varchar(40),
    "BillingState" varchar(40),
    "BillingCountry" varchar(40),
    "BillingPostalCode" varchar(10),
    "Total" numeric(10, 2) NOT NULL
);
INSERT INTO "Invoice"
SELECT i, c."CustomerId", timestamp '2024-01-01' + i * interval '1 day', c."Address", c."City", c."State", c."Country", c."PostalCode", 9.90 + i % 17
FROM generate_series(1, 412) i JOIN "Customer" c ON c."CustomerId" = 1 + i % 59;

CREATE TABLE "InvoiceLine" (
    "InvoiceLineId" integer PRIMARY KEY,
    "InvoiceId" integer NOT NULL REFERENCES "Invoice",
    "WorkId" integer NOT NULL REFERENCES "Work",
    "UnitPrice" numeric(10, 2) NOT NULL,
    "Quantity" integer NOT NULL
);
INSERT INTO "InvoiceLine" SELECT i, 1 + i % 412, 1 + i % 1500, 4.95, 1 + i % 2 FROM generate_series(1, 2240) i;

CREATE INDEX "IFK_InvoiceCustomerId" ON "Invoice" ("CustomerId");
CREATE INDEX "IFK_WorkCollectionId" ON "Work" ("CollectionId");
