-- The copy of an e-mail in orders belongs to that order's customer, still; no constraint of the schema says so.
SELECT 'order e-mail differs from its customer''s' AS "check", count(*) AS violations
FROM public.orders AS o
JOIN public.customers AS c ON c.id = o.customer_id
WHERE o.customer_email <> c.email;
