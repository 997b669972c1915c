-- CiAnon benchmark data set: a deterministic e-commerce "production" database.
--
--   psql -v ON_ERROR_STOP=1 -v scale=1 -f dataset.sql   (into an empty database)
--
-- scale=1 gives about 1 GB as a plain-SQL dump, scale=0.1 about 100 MB; rows grow linearly.
-- Every value is a function of a row number and a seed (hashint8extended, md5): two runs with the
-- same scale on the same PostgreSQL major give the same rows in the same order. No now(), no
-- random(), no external data. All the people in it are invented.
--
-- Where personal data hides, on purpose:
--   plain columns      customers, addresses, employees, payments
--   a copy             orders.customer_email = customers.email of its customer (not enforced)
--   inside jsonb       customers.profile (contact.email, contact.phone, emergency[].phone), audit_log.details
--   inside text[]      customers.alternate_emails
--   generated column   customers.full_name
--   free text          support_tickets.subject/body, orders.note (few rows)
--   inet               audit_log.ip, customers.last_login_ip
--   views / matview    v_customer_contact, mv_top_customers (holds emails until refreshed)
--   partition          page_views.referrer of 1 row in 5,000 carries ?email=...
\set ON_ERROR_STOP on
\if :{?scale}
\else
  \set scale 1
\endif
SET client_min_messages = warning;
SET TIME ZONE 'UTC';
SET max_parallel_workers_per_gather = 0;
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '1GB';

SELECT greatest(100, (190000 * :scale)::bigint) AS n_cust,
       greatest(150, (300000 * :scale)::bigint) AS n_addr,
       greatest(300, (780000 * :scale)::bigint) AS n_ord,
       greatest(900, (2700000 * :scale)::bigint) AS n_item,
       greatest(200, (520000 * :scale)::bigint) AS n_pay,
       greatest(50,  (75000 * :scale)::bigint)  AS n_tick,
       greatest(100, (230000 * :scale)::bigint) AS n_aud,
       greatest(20,  (3000 * :scale)::bigint)   AS n_emp,
       greatest(50,  (40000 * :scale)::bigint)  AS n_prod,
       greatest(500, (2900000 * :scale)::bigint) AS n_pv
\gset

CREATE SCHEMA gen;

-- h(i, seed): a non-negative 62-bit hash of a row number.
CREATE FUNCTION gen.h(i bigint, seed int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT hashint8extended($1, $2) & 4611686018427387903 $$;

CREATE FUNCTION gen.first_name(i bigint, seed int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('{Anna,Bernd,Carla,Dimitri,Élise,Fatima,George,Hannah,Ivan,Jürgen,Karin,Liam,Maria,Nadia,Oliver,Petra,Quentin,Rosa,Stefan,Tatiana,Ulrich,Vera,Walter,Xenia,Yusuf,Zoë,James,Mary,Robert,Patricia,John,Jennifer,Michael,Linda,David,Elizabeth,William,Barbara,Richard,Susan,Joseph,Jessica,Thomas,Sarah,Charles,Karen,Daniel,Lisa,Matthew,Nancy,Anthony,Betty,Mark,Sandra,Björn,Chloé,Dóra,Eoin,François,Giulia,Håkon,Inès,José,Łukasz}'::text[])[1 + gen.h($1, $2) % 64] $$;

CREATE FUNCTION gen.last_name(i bigint, seed int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('{Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Smith,Johnson,Williams,Brown,Jones,Garcia,Miller,Davis,Rodriguez,Martinez,Hernandez,Lopez,Gonzalez,Wilson,Anderson,Thomas,Taylor,Moore,Jackson,Martin,Lee,Perez,Thompson,White,Harris,Sanchez,Clark,Ramirez,Lewis,Robinson,Walker,Young,Allen,King,Wright,Scott,Torres,Nguyen,Hill,Flores,Green,Adams,Nelson,Baker,Hall,Rivera,Campbell,Mitchell,Carter,Roberts,"O''Brien",D''Angelo,"van der Berg",Sørensen}'::text[])[1 + gen.h($1, $2) % 64] $$;

CREATE FUNCTION gen.ascii(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT translate(lower($1), 'éüöøåłóçëèí'' ', 'euooalocei') $$;

CREATE FUNCTION gen.email(i bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN gen.h($1, 4) % 50 = 0 THEN initcap(gen.ascii(gen.first_name($1, 1))) ELSE gen.ascii(gen.first_name($1, 1)) END
      || CASE gen.h($1, 5) % 3 WHEN 0 THEN '.' WHEN 1 THEN '_' ELSE '' END
      || gen.ascii(gen.last_name($1, 2)) || $1 || '@'
      || ('{gmail.com,yahoo.com,outlook.com,hotmail.com,gmx.de,web.de,orange.fr,free.fr,icloud.com,proton.me,acme-corp.com,mail.example.co.uk}'::text[])[1 + gen.h($1, 3) % 12] $$;

CREATE FUNCTION gen.phone(i bigint, seed int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE gen.h($1, $2) % 3
    WHEN 0 THEN '+49 ' || (150 + gen.h($1, $2 + 1) % 40) || ' ' || lpad((gen.h($1, $2 + 2) % 10000000)::text, 7, '0')
    WHEN 1 THEN '+1-' || (201 + gen.h($1, $2 + 1) % 780) || '-' || lpad((gen.h($1, $2 + 2) % 1000)::text, 3, '0') || '-' || lpad((gen.h($1, $2 + 3) % 10000)::text, 4, '0')
    ELSE '+336' || lpad((gen.h($1, $2 + 2) % 100000000)::text, 8, '0') END $$;

-- unique for i < 899,999,963 (a prime): multiplication by a constant is a permutation
CREATE FUNCTION gen.ssn(i bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT substr(n, 1, 3) || '-' || substr(n, 4, 2) || '-' || substr(n, 6, 4)
  FROM (SELECT (100000000 + ($1 * 48271) % 899999963)::text AS n) s $$;

CREATE FUNCTION gen.card(i bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE p text := ('{4,51,52,55,2221}'::text[])[1 + gen.h(i, 71) % 5];
        d text; s int := 0; c int; k int;
BEGIN
  d := p || substr(lpad(gen.h(i, 72)::text, 20, '0'), 6, 15 - length(p));
  FOR k IN 1..15 LOOP                      -- position 1 is doubled in a 16-digit number
    c := substr(d, k, 1)::int;
    IF k % 2 = 1 THEN c := c * 2; IF c > 9 THEN c := c - 9; END IF; END IF;
    s := s + c;
  END LOOP;
  RETURN d || ((10 - s % 10) % 10);
END $$;

CREATE FUNCTION gen.iban(i bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'DE' || lpad((98 - (b || '131400')::numeric % 97)::text, 2, '0') || b
  FROM (SELECT lpad((gen.h($1, 73) % 100000000)::text, 8, '0') || lpad((gen.h($1, 74) % 10000000000)::text, 10, '0') AS b) s $$;

CREATE FUNCTION gen.sentence(i bigint, seed int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (ARRAY['The parcel arrived damaged and two items were missing.', 'Please cancel the subscription as soon as possible.',
    'I was charged twice for the same invoice last month.', 'The size chart on your page is wrong for this model.',
    'Could you confirm the delivery window for next week?', 'Your courier left the box at a neighbour without a note.',
    'The voucher code is rejected at checkout every time.', 'I would like to return the shoes and get a refund.',
    'The app logs me out after every update on my phone.', 'Thanks for the quick reply yesterday, it did help a lot.',
    'Is the replacement part available in another colour?', 'The warranty form does not accept my serial number.',
    'The invoice shows the wrong tax rate for our company.', 'We still wait for the promised call back from support.',
    'The tracking page has shown the same status for 5 days.', 'I can not change the delivery address any more.'])[1 + gen.h($1, $2) % 16] $$;

CREATE FUNCTION gen.ts(i bigint, seed int) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT timestamptz '2022-01-01 00:00:00+00' + (gen.h($1, $2) % 94608000) * interval '1 second' $$;

-- ---------------------------------------------------------------- schema
CREATE SCHEMA shop;
CREATE SCHEMA hr;
CREATE TYPE shop.order_status AS ENUM ('new', 'paid', 'packed', 'shipped', 'delivered', 'returned', 'cancelled');
CREATE DOMAIN shop.email_address AS text CHECK (VALUE ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$');

CREATE TABLE hr.employees (
  id              int PRIMARY KEY,
  manager_id      int,
  national_id     text NOT NULL,
  first_name      text NOT NULL,
  last_name       text NOT NULL,
  work_email      text NOT NULL,
  salary          numeric(10,2) NOT NULL,
  hired_on        date NOT NULL
);
CREATE TABLE shop.customers (
  id               bigint NOT NULL,
  email            shop.email_address NOT NULL,
  first_name       text NOT NULL,
  last_name        text NOT NULL,
  full_name        text GENERATED ALWAYS AS (first_name || ' ' || last_name) STORED,
  phone            varchar(20),
  ssn              char(11) NOT NULL,
  date_of_birth    date,
  password_hash    text NOT NULL,
  profile          jsonb NOT NULL,
  alternate_emails text[],
  last_login_ip    inet,
  marketing_opt_in boolean NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL
);
CREATE TABLE shop.addresses (
  id bigint NOT NULL, customer_id bigint NOT NULL, kind text NOT NULL, recipient text NOT NULL,
  street text NOT NULL, postal_code text NOT NULL, city text NOT NULL, country char(2) NOT NULL,
  latitude double precision, longitude double precision
);
CREATE TABLE shop.products (
  id int NOT NULL, sku text NOT NULL, title text NOT NULL, description text NOT NULL,
  price numeric(10,2) NOT NULL, attributes jsonb NOT NULL, image bytea, created_at timestamptz NOT NULL
);
CREATE TABLE shop.orders (
  id bigint GENERATED ALWAYS AS IDENTITY, customer_id bigint NOT NULL, customer_email text NOT NULL,
  status shop.order_status NOT NULL, total numeric(12,2) NOT NULL, currency char(3) NOT NULL,
  reference uuid NOT NULL, note text, placed_at timestamptz NOT NULL, shipped_at timestamptz
);
CREATE TABLE shop.order_items (
  id bigint NOT NULL, order_id bigint NOT NULL, product_id int NOT NULL, quantity int NOT NULL,
  unit_price numeric(10,2) NOT NULL,
  line_total numeric(12,2) GENERATED ALWAYS AS (quantity * unit_price) STORED
);
CREATE TABLE shop.payments (
  id bigint NOT NULL, order_id bigint NOT NULL, method text NOT NULL, iban text, card_number text,
  card_holder text, amount numeric(12,2) NOT NULL, paid_at timestamptz NOT NULL
);
CREATE TABLE shop.support_tickets (
  id bigserial, customer_id bigint NOT NULL, assigned_to int, subject text NOT NULL, body text NOT NULL,
  tags text[] NOT NULL, opened_at timestamptz NOT NULL
);
CREATE TABLE shop.audit_log (
  id bigint GENERATED BY DEFAULT AS IDENTITY, at timestamptz NOT NULL, customer_id bigint, action text NOT NULL,
  ip inet NOT NULL, user_agent text NOT NULL, details jsonb NOT NULL
);
CREATE TABLE shop.page_views (
  id bigint NOT NULL, viewed_at timestamptz NOT NULL, session_id uuid NOT NULL, product_id int,
  path text NOT NULL, referrer text, duration_ms int NOT NULL
) PARTITION BY RANGE (viewed_at);
SELECT format('CREATE TABLE shop.page_views_%s PARTITION OF shop.page_views FOR VALUES FROM (%L) TO (%L)',
              to_char(m, 'YYYY_MM'), m, m + interval '1 month')
FROM generate_series(timestamp '2024-01-01', timestamp '2024-12-01', interval '1 month') m
\gexec
CREATE TABLE shop.page_views_other PARTITION OF shop.page_views DEFAULT;

-- ---------------------------------------------------------------- data
INSERT INTO hr.employees
SELECT i, CASE WHEN i <= 5 THEN NULL ELSE 1 + gen.h(i, 90) % ((i + 3) / 4) END, gen.ssn(i + 500000000),
       gen.first_name(i, 91), gen.last_name(i, 92),
       gen.ascii(gen.first_name(i, 91)) || '.' || gen.ascii(gen.last_name(i, 92)) || i || '@shop.example.com',
       30000 + (gen.h(i, 93) % 9000000) / 100.0, date '2010-01-01' + (gen.h(i, 94) % 5000)::int
FROM generate_series(1, :n_emp) i ORDER BY i;

INSERT INTO shop.customers (id, email, first_name, last_name, phone, ssn, date_of_birth, password_hash, profile,
                            alternate_emails, last_login_ip, marketing_opt_in, created_at, updated_at)
SELECT i, gen.email(i), gen.first_name(i, 1), gen.last_name(i, 2),
       CASE WHEN gen.h(i, 9) % 12 = 0 THEN NULL ELSE gen.phone(i, 10) END,
       gen.ssn(i),
       CASE WHEN gen.h(i, 14) % 20 = 0 THEN NULL ELSE date '1940-01-01' + (gen.h(i, 15) % 24500)::int END,
       '$2b$12$' || substr(md5(i || 'a') || md5(i || 'b'), 1, 53),
       jsonb_build_object(
         'contact', jsonb_build_object('email', gen.email(i), 'phone', gen.phone(i, 10)),
         'emergency', jsonb_build_array(jsonb_build_object('name', gen.first_name(i, 16) || ' ' || gen.last_name(i, 2), 'phone', gen.phone(i, 17))),
         'locale', ('{de_DE,en_US,fr_FR,en_GB}'::text[])[1 + gen.h(i, 21) % 4],
         'loyalty', jsonb_build_object('tier', ('{none,silver,gold}'::text[])[1 + gen.h(i, 22) % 3], 'points', gen.h(i, 23) % 20000)),
       CASE gen.h(i, 24) % 4
         WHEN 0 THEN NULL WHEN 1 THEN '{}'::text[]
         WHEN 2 THEN ARRAY[gen.ascii(gen.last_name(i, 2)) || i || '@work.example.org']
         ELSE ARRAY[gen.ascii(gen.last_name(i, 2)) || i || '@work.example.org', gen.ascii(gen.first_name(i, 1)) || '+shop' || i || '@gmail.com'] END,
       ('93.' || gen.h(i, 25) % 256 || '.' || gen.h(i, 26) % 256 || '.' || gen.h(i, 27) % 256)::inet,
       gen.h(i, 28) % 2 = 0, gen.ts(i, 29), gen.ts(i, 29) + (gen.h(i, 30) % 8640000) * interval '1 second'
FROM generate_series(1, :n_cust) i ORDER BY i;

INSERT INTO shop.addresses
SELECT i, c, CASE WHEN i <= :n_cust THEN 'billing' ELSE 'shipping' END,
       gen.first_name(c, 1) || ' ' || gen.last_name(c, 2),
       ('{Hauptstraße,Bahnhofstraße,Rue de la Paix,Main Street,Oak Avenue,Elm Street,Gartenweg,Church Road,Station Road,Lindenallee}'::text[])[1 + gen.h(i, 40) % 10] || ' ' || (1 + gen.h(i, 41) % 220),
       lpad((gen.h(i, 42) % 100000)::text, 5, '0'),
       ('{Berlin,Hamburg,München,Paris,Lyon,London,Leeds,New York,Austin,Köln,Wien,Zürich}'::text[])[1 + gen.h(i, 43) % 12],
       ('{DE,FR,GB,US,AT,CH}'::text[])[1 + gen.h(i, 44) % 6],
       round((40 + (gen.h(i, 45) % 1500000) / 100000.0)::numeric, 5), round((-10 + (gen.h(i, 46) % 3000000) / 100000.0)::numeric, 5)
FROM (SELECT i, CASE WHEN i <= :n_cust THEN i ELSE 1 + gen.h(i, 39) % :n_cust END AS c FROM generate_series(1, :n_addr) i) s ORDER BY i;

INSERT INTO shop.products
SELECT i, 'SKU-' || upper(substr(md5(i || 's'), 1, 4)) || '-' || i,
       ('{Chair,Lamp,Desk,Mug,Jacket,Shoes,Phone case,Backpack,Bottle,Keyboard}'::text[])[1 + gen.h(i, 50) % 10] || ' ' || substr(md5(i || 't'), 1, 6),
       (SELECT string_agg(gen.sentence(i * 100 + k, 51), ' ' ORDER BY k) FROM generate_series(1, 10 + gen.h(i, 52)::int8 % 8) k),
       5 + (gen.h(i, 53) % 50000) / 100.0,
       jsonb_build_object('colour', ('{red,blue,green,black,white}'::text[])[1 + gen.h(i, 54) % 5], 'weight_g', gen.h(i, 55) % 5000, 'ean', lpad((gen.h(i, 56) % 10000000000000)::text, 13, '0')),
       CASE WHEN gen.h(i, 57) % 2 = 0 THEN (SELECT string_agg(decode(md5(i || 'img' || k), 'hex'), ''::bytea ORDER BY k) FROM generate_series(1, 24) k) END,
       gen.ts(i, 58)
FROM generate_series(1, :n_prod) i ORDER BY i;

INSERT INTO shop.orders (id, customer_id, customer_email, status, total, currency, reference, note, placed_at, shipped_at)
OVERRIDING SYSTEM VALUE
SELECT i, c, gen.email(c), (enum_range(NULL::shop.order_status))[1 + gen.h(i, 61) % 7], 5 + (gen.h(i, 62) % 90000) / 100.0,
       ('{EUR,USD,GBP}'::text[])[1 + gen.h(i, 63) % 3], md5(i || 'ref')::uuid,
       CASE WHEN gen.h(i, 64) % 200 = 0 THEN 'call ' || gen.phone(c, 10) || ' before delivery' WHEN gen.h(i, 64) % 10 = 1 THEN E'leave at door\nring\ttwice' END,
       gen.ts(i, 65), CASE WHEN gen.h(i, 66) % 3 > 0 THEN gen.ts(i, 65) + (gen.h(i, 67) % 600000) * interval '1 second' END
FROM (SELECT i, 1 + gen.h(i, 60) % :n_cust AS c FROM generate_series(1, :n_ord) i) s ORDER BY i;
SELECT setval(pg_get_serial_sequence('shop.orders', 'id'), :n_ord) \g (format=unaligned tuples_only=on) /dev/null

INSERT INTO shop.order_items (id, order_id, product_id, quantity, unit_price)
SELECT i, 1 + gen.h(i, 80) % :n_ord, 1 + gen.h(i, 81) % :n_prod, 1 + gen.h(i, 82) % 5, 5 + (gen.h(i, 83) % 50000) / 100.0
FROM generate_series(1, :n_item) i ORDER BY i;

INSERT INTO shop.payments
SELECT i, i, CASE WHEN m THEN 'sepa' ELSE 'card' END, CASE WHEN m THEN gen.iban(c) END, CASE WHEN NOT m THEN gen.card(c) END,
       gen.first_name(c, 1) || ' ' || gen.last_name(c, 2), 5 + (gen.h(i, 62) % 90000) / 100.0, gen.ts(i, 65)
FROM (SELECT i, 1 + gen.h(i, 60) % :n_cust AS c, gen.h(i, 70) % 5 < 2 AS m FROM generate_series(1, :n_pay) i) s ORDER BY i;

INSERT INTO shop.support_tickets
SELECT i, c, 1 + gen.h(i, 101) % :n_emp, 'Order problem of ' || gen.first_name(c, 1) || ' ' || gen.last_name(c, 2),
       E'Hello,\n\nmy name is ' || gen.first_name(c, 1) || ' ' || gen.last_name(c, 2) || ' (' || gen.email(c) || '). '
       || (SELECT string_agg(gen.sentence(i * 100 + k, 102), ' ' ORDER BY k) FROM generate_series(1, 4 + gen.h(i, 103) % 8) k)
       || E'\nYou can reach me at ' || gen.phone(c, 10) || ' or write to ' || gen.email(c) || E'.\n\nBest regards\n' || gen.first_name(c, 1),
       ARRAY[('{refund,delivery,account,other}'::text[])[1 + gen.h(i, 104) % 4], 'web'], gen.ts(i, 105)
FROM (SELECT i, 1 + gen.h(i, 100) % :n_cust AS c FROM generate_series(1, :n_tick) i) s ORDER BY i;
SELECT setval(pg_get_serial_sequence('shop.support_tickets', 'id'), :n_tick) \g (format=unaligned tuples_only=on) /dev/null

INSERT INTO shop.audit_log
SELECT i, gen.ts(i, 111), c, ('{login,logout,update_profile,change_email,checkout}'::text[])[1 + gen.h(i, 112) % 5],
       ('93.' || gen.h(c, 25) % 256 || '.' || gen.h(c, 26) % 256 || '.' || gen.h(c, 27) % 256)::inet,
       ('{Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0,Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Safari/605.1.15,Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0,shop-app/4.2 (iPhone; iOS 17)}'::text[])[1 + gen.h(c, 113) % 4],
       jsonb_build_object('user', gen.email(c), 'request_id', md5(i || 'rq'), 'changed', jsonb_build_array('phone', 'email'))
FROM (SELECT i, 1 + gen.h(i, 110) % :n_cust AS c FROM generate_series(1, :n_aud) i) s ORDER BY i;
SELECT setval(pg_get_serial_sequence('shop.audit_log', 'id'), :n_aud) \g (format=unaligned tuples_only=on) /dev/null

INSERT INTO shop.page_views
SELECT i, timestamptz '2024-01-01 00:00:00+00' + (gen.h(i, 121) % 34000000) * interval '1 second', md5((i / 7) || 'sess')::uuid,
       1 + gen.h(i, 122) % :n_prod,
       '/' || ('{en,de,fr}'::text[])[1 + gen.h(i, 123) % 3] || '/products/' || (1 + gen.h(i, 122) % :n_prod) || '?utm_campaign=' || substr(md5(i || 'u'), 1, 8),
       CASE WHEN gen.h(i, 124) % 5000 = 0 THEN 'https://newsletter.example.com/?email=' || gen.email(1 + gen.h(i, 125) % :n_cust)
            WHEN gen.h(i, 124) % 3 = 0 THEN NULL
            ELSE 'https://www.google.com/search?q=' || substr(md5(i || 'q'), 1, 12) END,
       gen.h(i, 126) % 300000
FROM generate_series(1, :n_pv) i ORDER BY i;

-- ---------------------------------------------------------------- constraints, indexes, views, trigger
ALTER TABLE hr.employees ADD CONSTRAINT employees_national_id_key UNIQUE (national_id),
  ADD CONSTRAINT employees_manager_fk FOREIGN KEY (manager_id) REFERENCES hr.employees (id);
CREATE INDEX employees_name_idx ON hr.employees (last_name, first_name);

ALTER TABLE shop.customers ADD PRIMARY KEY (id), ADD CONSTRAINT customers_email_key UNIQUE (email), ADD CONSTRAINT customers_ssn_key UNIQUE (ssn),
  ADD CONSTRAINT customers_dob_check CHECK (date_of_birth > date '1900-01-01');
CREATE UNIQUE INDEX customers_email_lower_idx ON shop.customers (lower(email));
CREATE INDEX customers_name_idx ON shop.customers (last_name, first_name);
CREATE INDEX customers_phone_idx ON shop.customers (phone);
CREATE INDEX customers_profile_idx ON shop.customers USING gin (profile jsonb_path_ops);

ALTER TABLE shop.addresses ADD PRIMARY KEY (id), ADD FOREIGN KEY (customer_id) REFERENCES shop.customers (id);
CREATE INDEX addresses_customer_idx ON shop.addresses (customer_id);
ALTER TABLE shop.products ADD PRIMARY KEY (id), ADD UNIQUE (sku);
ALTER TABLE shop.orders ADD PRIMARY KEY (id), ADD FOREIGN KEY (customer_id) REFERENCES shop.customers (id), ADD UNIQUE (reference);
CREATE INDEX orders_customer_idx ON shop.orders (customer_id);
CREATE INDEX orders_email_idx ON shop.orders (customer_email);
CREATE INDEX orders_placed_idx ON shop.orders (placed_at);
ALTER TABLE shop.order_items ADD PRIMARY KEY (id), ADD FOREIGN KEY (order_id) REFERENCES shop.orders (id), ADD FOREIGN KEY (product_id) REFERENCES shop.products (id);
CREATE INDEX order_items_order_idx ON shop.order_items (order_id);
ALTER TABLE shop.payments ADD PRIMARY KEY (id), ADD FOREIGN KEY (order_id) REFERENCES shop.orders (id);
CREATE INDEX payments_card_idx ON shop.payments (card_number) WHERE card_number IS NOT NULL;
ALTER TABLE shop.support_tickets ADD PRIMARY KEY (id), ADD FOREIGN KEY (customer_id) REFERENCES shop.customers (id),
  ADD FOREIGN KEY (assigned_to) REFERENCES hr.employees (id);
CREATE INDEX support_tickets_fts_idx ON shop.support_tickets USING gin (to_tsvector('english', body));
ALTER TABLE shop.audit_log ADD PRIMARY KEY (id);
CREATE INDEX audit_log_customer_idx ON shop.audit_log (customer_id, at);
ALTER TABLE shop.page_views ADD PRIMARY KEY (id, viewed_at);
CREATE INDEX page_views_product_idx ON shop.page_views (product_id);

CREATE VIEW shop.v_customer_contact AS SELECT id, full_name, email, phone, profile #>> '{contact,email}' AS profile_email FROM shop.customers;
CREATE VIEW shop.v_order_totals AS SELECT o.id, o.customer_email, sum(i.line_total) AS total FROM shop.orders o JOIN shop.order_items i ON i.order_id = o.id GROUP BY o.id, o.customer_email;
CREATE MATERIALIZED VIEW shop.mv_top_customers AS
  SELECT c.id, c.email, count(*) AS orders, sum(o.total) AS total FROM shop.customers c JOIN shop.orders o ON o.customer_id = c.id
  GROUP BY c.id, c.email ORDER BY total DESC, c.id LIMIT 1000;
CREATE UNIQUE INDEX mv_top_customers_idx ON shop.mv_top_customers (id);

CREATE FUNCTION shop.touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := clock_timestamp(); RETURN NEW; END $$;
CREATE TRIGGER customers_touch BEFORE UPDATE ON shop.customers FOR EACH ROW EXECUTE FUNCTION shop.touch_updated_at();
CREATE FUNCTION shop.luhn_ok(card text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT $1 ~ '^[0-9]{16}$' AND sum(CASE WHEN k % 2 = 0 THEN d WHEN d * 2 > 9 THEN d * 2 - 9 ELSE d * 2 END) % 10 = 0
  FROM (SELECT k, substr($1, k, 1)::int AS d FROM generate_series(1, 16) k) s $$;
COMMENT ON COLUMN shop.customers.ssn IS 'national id';
DROP SCHEMA gen CASCADE;
ANALYZE;
