import type { ServerFinding } from '@/lib/setup/doctor/codes'
import { said, type FindingWords } from '../types'

export const englishServerFindings: Readonly<Record<ServerFinding, FindingWords>> = {
  'address-unresolved': said(
    'The name {host} has no address.',
    'The DNS record is missing or misspelt, or it is visible inside a private network alone.',
    'Create the record, or run this where the name can be resolved.',
  ),
  'address-refused': said(
    '{host} refuses connections.',
    'Nothing listens on this port: the ingress is not set up, or the server does not run.',
    'Start the server and its ingress, then look at the port in the address.',
  ),
  'address-silent': said(
    '{host} does not answer in time.',
    'A firewall or network rule drops the connection, or the ingress is private.',
    'Allow the connection, or run this from inside the network.',
  ),
  'address-broken': said(
    'The connection to {host} breaks off.',
    'What listens there does not speak HTTP, or it ends connections at once.',
    'Look at the log of the ingress.',
  ),
  'tls-missing': said(
    'The address is plain http.',
    'Access tokens would cross the network readable, and Entra takes http addresses for localhost alone.',
    'Serve the dashboard by https and give its https address.',
  ),
  'tls-not-spoken': said(
    'What answers on this port does not speak TLS.',
    'The proxy listens for plain http here, or the port is the server’s own.',
    'End TLS at the proxy on this port, or give the address at which it does.',
  ),
  'tls-expired': said(
    'The certificate was good until {until}.',
    'It was not renewed, or the proxy still holds the old one.',
    'Renew the certificate and reload the proxy.',
  ),
  'tls-expires-soon': said(
    'The certificate is good until {until}: two weeks at most.',
    'Automatic renewal usually comes earlier than that; it may have stopped.',
    'Look at the renewal before that day.',
  ),
  'tls-not-yet': said(
    'The certificate is good from {from} on only.',
    'It was issued for later, or the clock of this machine is slow.',
    'Compare the clock of this machine, then the certificate.',
  ),
  'tls-wrong-host': said(
    'The certificate is for {names}.',
    'It does not name this host: another site’s certificate is served, or the name was added later.',
    'Get a certificate that names this host.',
  ),
  'tls-self-signed': said(
    'The certificate is signed by itself.',
    'It is the proxy’s default or one for tests. Browsers stop here.',
    'Use a certificate of an authority that your browsers trust. For an authority of your own set NODE_EXTRA_CA_CERTS.',
  ),
  'tls-untrusted': said(
    'The certificate is not trusted ({reason}).',
    'Often an intermediate certificate is missing from the chain; or the authority is your own.',
    'Serve the whole chain. For an authority of your own set NODE_EXTRA_CA_CERTS here and trust it in browsers.',
  ),
  'old-tls-accepted': said(
    'TLS 1.0 or 1.1 is accepted.',
    'The proxy allows versions that RFC 8996 took out of use.',
    'Set 1.2 as the lowest version at the proxy.',
  ),
  'http-not-redirected': said(
    'Without TLS the host answers with status {status} and does not lead to https.',
    'Who types the address without https stays on an unprotected connection.',
    'Let the proxy redirect http to https, or close the port.',
  ),
  'answers-elsewhere': said(
    'The address leads to {to}.',
    'A proxy sends everybody to another host first: its own sign-in page, or the dashboard’s real name.',
    'Run this with the address at which people end up; exempt /healthz, /readyz and /deployment from a sign-in of the proxy.',
  ),
  'proxy-without-server': said(
    'A proxy answers with status {status}.',
    'It reaches no server behind it: none runs, none is ready, or the port is another.',
    'Look at the server’s log; a wrong environment ends it at the start with the names of the variables.',
  ),
  'not-sealwatch': said(
    'GET /deployment gives status {status}, and not what Sealwatch answers.',
    'Something else answers at this address, the path is routed elsewhere, or the version is older than this command.',
    'Compare the address and the routes of the proxy.',
  ),
  'not-alive': said(
    'GET /healthz does not say that the server is alive.',
    'The proxy routes this path elsewhere or answers it itself.',
    'Route every path of the host to the server.',
  ),
  'configuration-invalid': said(
    'The server says that its configuration is not valid.',
    'Its environment changed under it, or it was started in another way than npm run start.',
    'Start it again: it names every wrong variable. --environment checks them before.',
  ),
  'database-unreachable': said(
    'The server cannot reach its database ({reason}).',
    'The host, the port or the network rules between them are wrong, or the database is stopped.',
    'Look at DATABASE_URL and at the database’s network access. The dashboard works meanwhile, without the past.',
  ),
  'database-refused': said(
    'The database refuses the server ({reason}).',
    'User, password, TLS setting or the managed identity’s role are not right.',
    'Check the sign-in to the database, then start the server again.',
  ),
  'database-schema-older': said(
    'The database has an older schema than the server.',
    'Migrations did not run, for example because the database’s user may not change the schema.',
    'Run npm run -s store -- migrate with a user who may.',
  ),
  'database-schema-newer': said(
    'The database has a newer schema than the server.',
    'An older version of the server was started than the one that migrated.',
    'Start the newer version. A schema never goes back.',
  ),
  'database-unusable': said(
    'The server cannot use its database ({reason}).',
    'The store says so itself: full, locked, read-only, damaged or without its driver.',
    'docs/history.md says what each of these means.',
  ),
  'server-misses-directory': said(
    'The server gets no signing keys from Microsoft Entra ID.',
    'Its way out is closed (firewall, proxy, DNS), or the authority is wrong.',
    'Allow https from the server to the authority. Nobody can be let in before that.',
  ),
  'clock-off': said(
    'The server’s clock is {seconds} seconds from the directory’s.',
    'Time is not synchronised there. Beyond a minute, good tokens count as not yet or no longer good.',
    'Synchronise the clock of the machine that the server runs on.',
  ),
  'headers-missing': said(
    'Missing: {names}.',
    'The server sends them with every answer, so a proxy takes them away.',
    'Let the proxy pass the server’s headers on.',
  ),
  'bridge-closed': said(
    '/auth/redirect cannot do its work: {reasons}.',
    'A proxy adds headers to every page, and this one has to open in a frame and a popup of the dashboard.',
    'Let the proxy leave the headers of /auth/redirect as the server sends them.',
  ),
  'proxies-too-few': said(
    'The request passed {found} proxies; SEALWATCH_PROXIES is {believed}.',
    'The server takes a proxy’s address for the caller’s, so limits by address meet everybody at once.',
    'Set SEALWATCH_PROXIES to {found} if all of them are yours.',
  ),
  'proxies-too-many': said(
    'The request passed {found} proxies; SEALWATCH_PROXIES is {believed}.',
    'The server believes a part of X-Forwarded-For that callers write themselves.',
    'Set SEALWATCH_PROXIES to {found}.',
  ),
}
