-- Many small tables: a key of its own, a unique address, a foreign key to the table before, a plain index, ten rows each.
-- psql -v tables=2000 -f tables.sql; one transaction per hundred, as one for all would need a lock per object.
\set ON_ERROR_STOP on
SET client_min_messages = warning;

CREATE PROCEDURE make_tables(tables int) LANGUAGE plpgsql AS $make$
BEGIN
    FOR n IN 1..tables LOOP
        EXECUTE format($table$
            CREATE TABLE t%1$s (
                id serial PRIMARY KEY,
                email text NOT NULL UNIQUE,
                full_name varchar(80),
                previous_id int %2$s,
                amount numeric(10,2) CHECK (amount >= 0),
                created_at timestamptz NOT NULL DEFAULT now(),
                note text
            );
            CREATE INDEX ON t%1$s (previous_id);
            INSERT INTO t%1$s (email, full_name, previous_id, amount, created_at, note)
                SELECT 'user' || i || '.%1$s@corp.example', 'Ada Lovelace ' || i, i, i * 1.5, timestamptz '2026-01-01' + i * interval '1 day', 'a note about order ' || i * %1$s
                FROM generate_series(1, 10) i
            $table$, n, CASE WHEN n > 1 THEN format('REFERENCES t%s (id)', n - 1) ELSE '' END);
        IF n % 100 = 0 THEN COMMIT; END IF;
    END LOOP;
END $make$;

CALL make_tables(:tables);
DROP PROCEDURE make_tables;
