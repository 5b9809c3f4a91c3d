-- What servers need in their database, and no more. Run by the role that migrates (npm run -s store -- migrate), after it, and
-- after each update that migrates:
--   psql "$ADMINISTRATOR_URL" --single-transaction --file infra/postgres/programs-role.sql
-- Then let the role that servers sign in with have it: grant sealwatch_programs to "NAME". That role owns nothing.
do $role$ begin
  if not exists (select from pg_roles where rolname = 'sealwatch_programs') then create role sealwatch_programs nologin; end if;
end $role$;
grant usage on schema public to sealwatch_programs;
grant select, insert, update, delete on all tables in schema public to sealwatch_programs;
grant usage, select on all sequences in schema public to sealwatch_programs;
-- The trail is written and read, and what is old may go; its triggers say what that is.
revoke update on trail from sealwatch_programs;
