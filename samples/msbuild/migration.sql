ALTER TABLE public.customers ADD COLUMN newsletter_since date;
UPDATE public.customers SET newsletter_since = created_at::date WHERE id % 3 = 0;
