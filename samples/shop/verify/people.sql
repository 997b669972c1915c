-- What must be gone, and what the application needs of the rest.
SELECT 'addresses in free text' AS "check", count(*) AS violations
FROM (
  SELECT notes AS words FROM public.customers
  UNION ALL SELECT delivery_note FROM public.orders
  UNION ALL SELECT body FROM public.reviews
  UNION ALL SELECT referrer FROM public.page_views
) AS free_text
WHERE words ~ '[^\s@=]+@[^\s@]+\.example\.(com|net|org)'
UNION ALL
SELECT 'sessions left over', count(*) FROM public.sessions
UNION ALL
SELECT 'remarks about staff', count(*) FROM public.staff WHERE remarks IS NOT NULL
UNION ALL
SELECT 'usable password hashes', count(*) FROM public.customers WHERE password_hash LIKE '$2%'
UNION ALL
SELECT 'customers without a name', count(*) FROM public.customers WHERE full_name !~ '\S \S'
UNION ALL
SELECT 'national ids of another form', count(*) FROM public.customers WHERE national_id !~ '^\d{3}-\d{2}-\d{4}$'
UNION ALL
SELECT 'payments without the account or card of their method', count(*)
FROM public.payments WHERE (method = 'card') <> (card_number IS NOT NULL) OR (method = 'sepa') <> (iban IS NOT NULL);
