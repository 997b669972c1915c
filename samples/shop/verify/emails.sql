-- No e-mail address outside the anonymous domain, wherever the schema has one.
SELECT 'email outside anon.example: ' || place AS "check", count(*) FILTER (WHERE email <> '' AND email !~ '@anon\.example$') AS violations
FROM (
  SELECT 'customers.email' AS place, email::text AS email FROM public.customers
  UNION ALL SELECT 'newsletter_consents.subscriber', subscriber::text FROM public.newsletter_consents
  UNION ALL SELECT 'orders.customer_email', customer_email FROM public.orders
  UNION ALL SELECT 'staff.email', email::text FROM public.staff
  UNION ALL SELECT 'crm."Sales Leads"."E-Mail"', "E-Mail" FROM crm."Sales Leads"
  UNION ALL SELECT 'top_customers.email', email::text FROM public.top_customers
) AS addresses
GROUP BY place
ORDER BY place;
