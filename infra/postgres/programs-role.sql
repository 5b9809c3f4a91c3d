-- The minimum rights of servers in their database. Run it with the role that migrates (npm run -s store -- migrate), after the
-- first migration and after each later one:
--   psql "$ADMINISTRATOR_URL" --single-transaction --file infra/postgres/programs-role.sql
-- Then grant it to the role with which servers sign in: grant sealwatch_programs to "NAME". That role owns nothing.
-- The first time it creates the role, for which that role needs CREATEROLE; an administrator can create it instead.
do $role$ begin
  if exists (select from pg_roles where rolname = 'sealwatch_programs') then return; end if;
  if not (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) then
    raise exception 'the role % may not create the role sealwatch_programs', current_user
      using hint = 'A role with CREATEROLE runs this first: create role sealwatch_programs nologin';
  end if;
  create role sealwatch_programs nologin;
end $role$;
grant usage on schema public to sealwatch_programs;
grant select, insert, update, delete on all tables in schema public to sealwatch_programs;
grant usage, select on all sequences in schema public to sealwatch_programs;
-- Rows of the audit log may be inserted, read and, when old, deleted; its triggers decide which rows are old.
revoke update on trail from sealwatch_programs;
