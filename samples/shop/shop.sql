-- A small online shop's "production" database, for the demo and the tests. All the people in it are invented.
--
--   psql -v ON_ERROR_STOP=1 [-v customers=50000] -f shop.sql      (into an empty database)
--
-- Every value is a function of a row number: two runs give the same rows. Needs PostgreSQL 13 or later.
--
-- Where personal data hides:
--   plain columns        customers, staff, payments
--   a copy               orders.customer_email repeats the customer's e-mail, and no constraint says so
--   a key                newsletter_consents.subscriber references customers.email
--   a generated column   customers.full_name
--   free text            customers.notes, orders.delivery_note, reviews.body, staff.remarks
--   quoted names         crm."Sales Leads": "Contact Person", "E-Mail", "Phone No."
--   network addresses    sessions.ip, sessions.user_agent
--   a query string       page_views.referrer: about 1 in 400 carries ?email=...
--   derived data         view order_contacts, materialized view top_customers
-- And what must survive as it is: NULLs, empty strings, tabs, line breaks, backslashes and a literal \N in free text,
-- UTF-8, a table without rows, partitions, generated and identity columns, comments, a grant to a role that exists
-- only in production.
\set ON_ERROR_STOP on
\if :{?customers}
\else
  \set customers 50000
\endif
SET client_encoding = 'UTF8';
SET client_min_messages = warning;
SET standard_conforming_strings = on;
SET TIME ZONE 'UTC';
SET synchronous_commit = off;
SET max_parallel_workers_per_gather = 0;

SELECT greatest(20, :customers::bigint) AS customers,
       greatest(40, :customers::bigint * 2) AS orders,
       greatest(5, :customers::bigint / 250) AS staff,
       greatest(10, :customers::bigint / 100) AS products,
       greatest(10, :customers::bigint / 5) AS reviews,
       greatest(10, :customers::bigint / 2) AS sessions,
       greatest(40, :customers::bigint * 2) AS views,
       greatest(10, :customers::bigint / 100) AS leads
\gset

-- ------------------------------------------------------------------ where values come from (dropped at the end)
CREATE SCHEMA gen;

-- A non-negative hash of a row number; the second argument tells columns apart.
CREATE FUNCTION gen.h(bigint, int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashint8extended($1, $2) & 4611686018427387903 $$;

CREATE FUNCTION gen.pick(text[], bigint, int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ($1)[1 + gen.h($2, $3) % cardinality($1)] $$;

CREATE FUNCTION gen.first_name(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT gen.pick('{Ada,Bengt,Chiara,Dagmar,Émile,Fenna,Gunnar,Héloïse,Ingrid,Jörg,Katarzyna,Leopold,Márta,Nils,Oona,Piotr,Ramón,Sølvi,Tomáš,Ursula,Violeta,Wiebke,Xaver,Yaël,Zoltán,Søren,Margarethe,Anne-Lise,Θεοδώρα,Людмила,美咲,Kofi}'::text[], $1, 101) $$;

CREATE FUNCTION gen.last_name(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT gen.pick('{Abendroth,Blixen,Castellani,Drăgulescu,Eichendorff,Fjellstad,"García Lorente",Håkansson,Iversen,Jankowski,Kowalczyk,Lefèvre,Mikkelsen,Nyström,O''Rourke,Pospíšil,Quistgaard,Rasmussen,Szabó,Thorvaldsen,Ullmann,"van den Broek",Wyszyński,Ximénez,Yıldırım,Zimmermann,Ångström,Παπαδάκης,Иваненко,山本,D''Amico,Müller-Lüdenscheidt}'::text[], $1, 102) $$;

CREATE FUNCTION gen.email(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT gen.pick('{ada,bengt,chiara,dagmar,emile,fenna,gunnar,heloise,ingrid,joerg,kasia,leo,marta,nils,oona,piotr,ramon}'::text[], $1, 103)
      || gen.pick('{.,_,-,""}'::text[], $1, 104) || $1 || '@'
      || gen.pick('{mail.example.com,post.example.net,inbox.example.org,families.example.com,büro.example.net,werk.example.org}'::text[], $1, 105) $$;

CREATE FUNCTION gen.phone(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE gen.h($1, 106) % 3
    WHEN 0 THEN '+49 15' || (10 + gen.h($1, 107) % 90) || ' ' || lpad((gen.h($1, 108) % 10000000)::text, 7, '0')
    WHEN 1 THEN '+1 (555) ' || lpad((gen.h($1, 108) % 1000)::text, 3, '0') || '-' || lpad((gen.h($1, 109) % 10000)::text, 4, '0')
    ELSE '0' || (20 + gen.h($1, 107) % 80) || '/' || lpad((gen.h($1, 108) % 1000000)::text, 6, '0') END $$;

-- Unique below 99 999 989 (a prime): multiplying by a constant is a permutation.
CREATE FUNCTION gen.national_id(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '9' || substr(n, 1, 2) || '-' || substr(n, 3, 2) || '-' || substr(n, 5, 4)
  FROM (SELECT lpad((($1 * 48271) % 99999989)::text, 8, '0') AS n) s $$;

CREATE FUNCTION gen.iban(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'DE' || lpad((98 - (account || '131400')::numeric % 97)::text, 2, '0') || account
  FROM (SELECT lpad((gen.h($1, 110) % 1000000000000000000)::text, 18, '0') AS account) s $$;

-- Sixteen digits with a valid check digit; 4000 00 is no bank's range.
CREATE FUNCTION gen.card(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT d || (10 - (SELECT sum(CASE WHEN k % 2 = 0 THEN n WHEN n > 4 THEN n * 2 - 9 ELSE n * 2 END)
                     FROM (SELECT k, substr(d, k, 1)::int AS n FROM generate_series(1, 15) k) digits) % 10) % 10
  FROM (SELECT '400000' || lpad((gen.h($1, 111) % 1000000000)::text, 9, '0') AS d) s $$;

CREATE FUNCTION gen.street(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT gen.pick('{Lindenstraße,Mill Lane,Rue des Tanneurs,Kirkegata,Calle del Sol,Am Wasserturm,Orchard Close,Strandvägen,Ulica Długa,Via Roma}'::text[], $1, 112)
      || ' ' || (1 + gen.h($1, 113) % 180) || CASE WHEN gen.h($1, 113) % 11 = 0 THEN 'b' ELSE '' END $$;

CREATE FUNCTION gen.moment(bigint, int) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT timestamptz '2023-01-01 00:00:00+00' + (gen.h($1, $2) % 63072000) * interval '1 second' $$;

CREATE FUNCTION gen.sentence(bigint, int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT gen.pick('{Arrived two days early.,The colour is warmer than in the picture.,Would buy it again.,The lid does not close.,My daughter loves it.,Packaging could be smaller.,Sturdy and simple.,"It squeaks, but only at night.",Good value.,Returned it: too heavy.}'::text[], $1, $2) $$;

-- ------------------------------------------------------------------ schema
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_readonly') THEN CREATE ROLE shop_readonly NOLOGIN; END IF;
END $$;

CREATE SCHEMA crm;
CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped', 'delivered', 'returned', 'cancelled');
CREATE DOMAIN email_address AS varchar(120) CHECK (VALUE ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$');

CREATE TABLE customers (
  id            bigint NOT NULL,
  email         email_address NOT NULL,
  first_name    varchar(60) NOT NULL,
  last_name     varchar(60) NOT NULL,
  full_name     text GENERATED ALWAYS AS ((first_name)::text || ' ' || (last_name)::text) STORED,
  phone         varchar(24),
  birth_date    date,
  national_id   char(11) NOT NULL,
  company       varchar(80),
  street        varchar(120) NOT NULL,
  postal_code   varchar(10) NOT NULL,
  city          varchar(60) NOT NULL,
  country       char(2) NOT NULL,
  newsletter    boolean NOT NULL,
  notes         text,
  preferences   jsonb NOT NULL,
  password_hash text NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL
);

CREATE TABLE newsletter_consents (
  subscriber email_address NOT NULL,
  topic      text NOT NULL,
  given_at   timestamptz NOT NULL
);

CREATE TABLE staff (
  id         serial,
  manager_id int,
  first_name text NOT NULL,
  last_name  text NOT NULL,
  email      email_address NOT NULL,
  phone      varchar(24),
  iban       varchar(34) NOT NULL,
  salary     numeric(10,2) NOT NULL,
  hired_on   date NOT NULL,
  left_on    date,
  remarks    text
);

CREATE TABLE products (
  id          int NOT NULL,
  sku         text NOT NULL,
  title       text NOT NULL,
  description text NOT NULL,
  price       numeric(10,2) NOT NULL,
  picture     bytea
);

CREATE TABLE orders (
  id             bigint GENERATED ALWAYS AS IDENTITY,
  reference      uuid NOT NULL,
  customer_id    bigint NOT NULL,
  customer_email text NOT NULL,
  status         order_status NOT NULL,
  total          numeric(12,2) NOT NULL,
  delivery_note  text,
  placed_at      timestamptz NOT NULL
);

CREATE TABLE order_items (
  order_id   bigint NOT NULL,
  line       smallint NOT NULL,
  product_id int NOT NULL,
  quantity   int NOT NULL,
  unit_price numeric(10,2) NOT NULL,
  line_total numeric(12,2) GENERATED ALWAYS AS (quantity * unit_price) STORED
);

CREATE TABLE returned_items (
  order_id    bigint NOT NULL,
  line        smallint NOT NULL,
  reason      text NOT NULL,
  returned_at timestamptz NOT NULL
);

CREATE TABLE payments (
  id          bigint NOT NULL,
  order_id    bigint NOT NULL,
  method      text NOT NULL,
  iban        varchar(34),
  card_number varchar(19),
  card_holder text,
  amount      numeric(12,2) NOT NULL,
  captured    boolean NOT NULL,
  paid_at     timestamptz NOT NULL
);

CREATE TABLE reviews (
  id           bigint GENERATED BY DEFAULT AS IDENTITY,
  product_id   int NOT NULL,
  customer_id  bigint,
  display_name text NOT NULL,
  rating       smallint NOT NULL,
  title        varchar(80) NOT NULL,
  body         text NOT NULL,
  written_at   timestamptz NOT NULL
);

CREATE TABLE sessions (
  id          uuid NOT NULL,
  customer_id bigint NOT NULL,
  ip          inet NOT NULL,
  user_agent  text NOT NULL,
  started_at  timestamptz NOT NULL
);

CREATE TABLE page_views (
  id         bigint NOT NULL,
  viewed_at  timestamptz NOT NULL,
  session_id uuid NOT NULL,
  path       text NOT NULL,
  referrer   text
) PARTITION BY RANGE (viewed_at);
CREATE TABLE page_views_2023 PARTITION OF page_views FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2024-01-01 00:00:00+00');
CREATE TABLE page_views_2024 PARTITION OF page_views FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE page_views_other PARTITION OF page_views DEFAULT;

CREATE TABLE gift_cards (
  code            text NOT NULL,
  recipient_email email_address NOT NULL,
  message         text,
  balance         numeric(10,2) NOT NULL
);

CREATE TABLE crm."Sales Leads" (
  "Lead No."       int NOT NULL,
  "Contact Person" varchar(120),
  "E-Mail"         varchar(120),
  "Phone No."      varchar(24),
  "Company"        varchar(80) NOT NULL,
  "Source"         varchar(20) NOT NULL,
  "Next Contact"   date,
  "Potential €"    numeric(12,2)
);

-- ------------------------------------------------------------------ rows
INSERT INTO customers (id, email, first_name, last_name, phone, birth_date, national_id, company, street, postal_code, city, country,
                       newsletter, notes, preferences, password_hash, created_at, updated_at)
SELECT i, gen.email(i), gen.first_name(i), gen.last_name(i),
       CASE gen.h(i, 1) % 20 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE gen.phone(i) END,
       CASE WHEN gen.h(i, 2) % 15 > 0 THEN date '1935-06-01' + (gen.h(i, 3) % 26000)::int END,
       gen.national_id(i),
       CASE WHEN gen.h(i, 4) % 6 = 0 THEN gen.last_name(i + 7) || gen.pick('{" GmbH"," & Sons Ltd"," SARL"," AB"}'::text[], i, 5) END,
       gen.street(i), lpad((gen.h(i, 6) % 100000)::text, 5, '0'),
       gen.pick('{Göttingen,Bath,Besançon,Ålesund,Málaga,Tübingen,York,Örebro,Łódź,Siena}'::text[], i, 7),
       gen.pick('{DE,GB,FR,NO,ES,DE,GB,SE,PL,IT}'::text[], i, 7),
       gen.h(i, 8) % 3 = 0,
       CASE gen.h(i, 9) % 40
         WHEN 0 THEN 'Prefers to be called ' || gen.first_name(i + 3) || E',\tnot ' || gen.first_name(i) || '.'
         WHEN 1 THEN E'Calls from ' || gen.phone(i) || E'\nor writes from ' || gen.email(i) || E'.\r\nNever before nine.'
         WHEN 2 THEN 'Has a share at \\server\kunden\' || i || ', ask ' || gen.last_name(i) || '.'
         WHEN 3 THEN '\N'
         WHEN 4 THEN '' END,
       jsonb_build_object('theme', gen.pick('{light,dark,system}'::text[], i, 10), 'currency', gen.pick('{EUR,GBP,NOK,SEK,PLN}'::text[], i, 11),
                          'per_page', 10 * (1 + gen.h(i, 12) % 5), 'beta', gen.h(i, 13) % 10 = 0),
       '$2b$12$' || substr(md5('p' || i) || md5('q' || i), 1, 53),
       gen.moment(i, 14), gen.moment(i, 14) + (gen.h(i, 15) % 5000000) * interval '1 second'
FROM generate_series(1, :customers) i ORDER BY i;

INSERT INTO newsletter_consents
SELECT gen.email(i), gen.pick('{offers,garden,kitchen}'::text[], i, 16), gen.moment(i, 14) + interval '1 minute'
FROM generate_series(1, :customers) i WHERE gen.h(i, 8) % 3 = 0 ORDER BY i;

INSERT INTO staff (id, manager_id, first_name, last_name, email, phone, iban, salary, hired_on, left_on, remarks)
SELECT i, CASE WHEN i > 3 THEN 1 + gen.h(i, 20) % (i / 3) END, gen.first_name(i + 900000), gen.last_name(i + 900000),
       'staff' || i || '@shop.example.com', gen.phone(i + 900000), gen.iban(i + 900000), 26000 + (gen.h(i, 21) % 6400000) / 100.0,
       date '2009-01-05' + (gen.h(i, 22) % 5000)::int,
       CASE WHEN gen.h(i, 23) % 8 = 0 THEN date '2023-01-31' + (gen.h(i, 24) % 700)::int END,
       CASE WHEN gen.h(i, 25) % 5 = 0 THEN gen.first_name(i + 900000) || ' works part-time; partner: ' || gen.first_name(i + 33) || ' ' || gen.last_name(i + 900000) END
FROM generate_series(1, :staff) i ORDER BY i;
SELECT setval('staff_id_seq', :staff) \g /dev/null

INSERT INTO products
SELECT i, 'P-' || lpad(i::text, 6, '0'),
       gen.pick('{Copper,Walnut,Enamel,Linen,Cork,Slate}'::text[], i, 30) || ' ' || gen.pick('{kettle,stool,lamp,apron,tray,planter,clock}'::text[], i, 31),
       gen.sentence(i, 32) || ' ' || gen.sentence(i, 33), 4 + (gen.h(i, 34) % 24000) / 100.0,
       CASE WHEN i % 3 = 0 THEN decode(md5('a' || i) || md5('b' || i), 'hex') END
FROM generate_series(1, :products) i ORDER BY i;

INSERT INTO orders (id, reference, customer_id, customer_email, status, total, delivery_note, placed_at) OVERRIDING SYSTEM VALUE
SELECT i, md5('order ' || i)::uuid, c, gen.email(c), (enum_range(NULL::order_status))[1 + gen.h(i, 41) % 6], 5 + (gen.h(i, 42) % 60000) / 100.0,
       CASE gen.h(i, 43) % 25 WHEN 0 THEN 'Ring ' || gen.phone(c) || E' first\nor leave it with ' || gen.last_name(c + 11) WHEN 1 THEN '' END,
       gen.moment(i, 44)
FROM (SELECT i, 1 + gen.h(i, 40) % :customers AS c FROM generate_series(1, :orders) i) s ORDER BY i;
SELECT setval(pg_get_serial_sequence('orders', 'id'), :orders) \g /dev/null

INSERT INTO order_items (order_id, line, product_id, quantity, unit_price)
SELECT i, k, 1 + gen.h(i * 8 + k, 45) % :products, 1 + gen.h(i * 8 + k, 46) % 4, 4 + (gen.h(i * 8 + k, 47) % 24000) / 100.0
FROM generate_series(1, :orders) i CROSS JOIN LATERAL generate_series(1, 1 + gen.h(i, 48) % 3) k ORDER BY i, k;

INSERT INTO returned_items
SELECT order_id, line, gen.pick('{damaged,too small,too large,late,not as pictured}'::text[], order_id, 49), gen.moment(order_id, 44) + interval '9 days'
FROM order_items WHERE line = 1 AND gen.h(order_id, 50) % 20 = 0 ORDER BY order_id;

INSERT INTO payments
SELECT i, i, CASE WHEN card THEN 'card' ELSE 'sepa' END, CASE WHEN NOT card THEN gen.iban(c) END, CASE WHEN card THEN gen.card(c) END,
       CASE WHEN card THEN gen.first_name(c) || ' ' || gen.last_name(c) END, 5 + (gen.h(i, 42) % 60000) / 100.0, gen.h(i, 52) % 12 > 0,
       gen.moment(i, 44) + interval '3 minutes'
FROM (SELECT i, 1 + gen.h(i, 40) % :customers AS c, gen.h(i, 51) % 2 = 0 AS card FROM generate_series(1, :orders) i) s ORDER BY i;

INSERT INTO reviews (id, product_id, customer_id, display_name, rating, title, body, written_at)
SELECT i, 1 + gen.h(i, 61) % :products, CASE WHEN gen.h(i, 62) % 4 > 0 THEN c END,
       CASE WHEN gen.h(i, 62) % 4 > 0 THEN gen.first_name(c) || ' ' || gen.last_name(c) ELSE '' END, 1 + gen.h(i, 63) % 5, gen.sentence(i, 64),
       gen.sentence(i, 65) || ' ' || gen.sentence(i, 66) || CASE WHEN gen.h(i, 67) % 6 = 0 THEN E'\n\nGreetings from ' || gen.first_name(c) || ', ' || gen.street(c) ELSE '' END,
       gen.moment(i, 68)
FROM (SELECT i, 1 + gen.h(i, 60) % :customers AS c FROM generate_series(1, :reviews) i) s ORDER BY i;
SELECT setval(pg_get_serial_sequence('reviews', 'id'), :reviews) \g /dev/null

INSERT INTO sessions
SELECT md5('session ' || i)::uuid, 1 + gen.h(i, 70) % :customers,
       CASE WHEN gen.h(i, 71) % 4 = 0 THEN '2001:db8:' || to_hex(gen.h(i, 72) % 65536) || '::' || to_hex(gen.h(i, 73) % 65536)
            ELSE gen.pick('{192.0.2.,198.51.100.,203.0.113.}'::text[], i, 72) || gen.h(i, 73) % 256 END::inet,
       gen.pick('{Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0,Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Safari/604.1,Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0}'::text[], i, 74),
       gen.moment(i, 75)
FROM generate_series(1, :sessions) i ORDER BY i;

INSERT INTO page_views
SELECT i, gen.moment(i, 81), md5('session ' || 1 + gen.h(i, 80) % :sessions)::uuid, '/products/' || 1 + gen.h(i, 82) % :products,
       CASE WHEN gen.h(i, 83) % 400 = 0 THEN 'https://news.example.com/open?email=' || gen.email(1 + gen.h(i, 84) % :customers)
            WHEN gen.h(i, 83) % 3 = 0 THEN 'https://search.example.com/?q=' || gen.pick('{kettle,stool,lamp,apron}'::text[], i, 85) END
FROM generate_series(1, :views) i ORDER BY i;

INSERT INTO crm."Sales Leads"
SELECT i, CASE WHEN i % 9 > 0 THEN gen.first_name(i + 700000) || ' ' || gen.last_name(i + 700000) END,
       CASE WHEN i % 7 > 0 THEN gen.email(i + 700000) END, CASE WHEN i % 5 > 0 THEN gen.phone(i + 700000) ELSE '' END,
       gen.last_name(i + 700001) || gen.pick('{" GmbH"," & Sons Ltd"," SARL"," AB"}'::text[], i, 90),
       gen.pick('{fair,web,call}'::text[], i, 91), CASE WHEN i % 4 > 0 THEN date '2024-09-01' + (gen.h(i, 92) % 120)::int END,
       CASE WHEN i % 3 > 0 THEN (gen.h(i, 93) % 9000000) / 100.0 END
FROM generate_series(1, :leads) i ORDER BY i;

-- ------------------------------------------------------------------ keys, indexes, what is derived
ALTER TABLE customers ADD PRIMARY KEY (id), ADD UNIQUE (email), ADD UNIQUE (national_id), ADD CHECK (birth_date > date '1900-01-01');
CREATE INDEX ON customers (last_name, first_name);
CREATE INDEX ON customers (lower(city));
ALTER TABLE newsletter_consents ADD PRIMARY KEY (subscriber, topic),
  ADD FOREIGN KEY (subscriber) REFERENCES customers (email) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE staff ADD PRIMARY KEY (id), ADD FOREIGN KEY (manager_id) REFERENCES staff (id);
CREATE UNIQUE INDEX staff_email_key ON staff (email) WHERE left_on IS NULL;
ALTER TABLE products ADD PRIMARY KEY (id), ADD UNIQUE (sku);
ALTER TABLE orders ADD PRIMARY KEY (id), ADD UNIQUE (reference), ADD FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE INDEX ON orders (customer_id);
CREATE INDEX ON orders (customer_email);
ALTER TABLE order_items ADD PRIMARY KEY (order_id, line), ADD FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (product_id) REFERENCES products (id), ADD CHECK (quantity > 0);
ALTER TABLE returned_items ADD PRIMARY KEY (order_id, line), ADD FOREIGN KEY (order_id, line) REFERENCES order_items (order_id, line) ON DELETE CASCADE;
ALTER TABLE payments ADD PRIMARY KEY (id), ADD FOREIGN KEY (order_id) REFERENCES orders (id);
CREATE UNIQUE INDEX payments_captured_once ON payments (order_id) WHERE captured;
ALTER TABLE reviews ADD PRIMARY KEY (id), ADD FOREIGN KEY (product_id) REFERENCES products (id),
  ADD FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE SET NULL, ADD CHECK (rating BETWEEN 1 AND 5);
ALTER TABLE sessions ADD PRIMARY KEY (id), ADD FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
ALTER TABLE page_views ADD PRIMARY KEY (id, viewed_at);
ALTER TABLE gift_cards ADD PRIMARY KEY (code);
ALTER TABLE crm."Sales Leads" ADD PRIMARY KEY ("Lead No.");
CREATE INDEX "Leads by person" ON crm."Sales Leads" ("Contact Person");

CREATE VIEW order_contacts AS
  SELECT o.id, o.reference, o.customer_email, c.full_name, c.phone FROM orders o JOIN customers c ON c.id = o.customer_id;
CREATE MATERIALIZED VIEW top_customers AS
  SELECT c.id, c.email, c.full_name, count(*) AS orders, sum(o.total) AS total FROM customers c JOIN orders o ON o.customer_id = c.id
  GROUP BY c.id ORDER BY total DESC, c.id LIMIT 100;
CREATE UNIQUE INDEX ON top_customers (id);

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := current_timestamp;
  RETURN NEW;
END $$;
CREATE TRIGGER customers_touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

COMMENT ON TABLE customers IS 'One row per account; people who only visit are in sessions.';
COMMENT ON COLUMN customers.national_id IS 'Needed for sales on credit.';
COMMENT ON COLUMN orders.customer_email IS 'The address at the time of the order; follows the customer''s.';
COMMENT ON TABLE crm."Sales Leads" IS 'Typed in by hand, hence the "pretty" names.';

GRANT USAGE ON SCHEMA crm TO shop_readonly;
GRANT SELECT ON ALL TABLES IN SCHEMA public, crm TO shop_readonly;
GRANT UPDATE (delivery_note) ON orders TO shop_readonly;

DROP SCHEMA gen CASCADE;
ANALYZE;
