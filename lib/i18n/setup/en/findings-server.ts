import type { ServerFinding } from '@/lib/setup/doctor/codes'
import { said, type FindingWords } from '../types'

export const englishServerFindings: Readonly<Record<ServerFinding, FindingWords>> = {
  'address-unresolved': said(
    'The name {host} does not resolve.',
    'The DNS record is missing or misspelt, or visible only inside a private network.',
    'Create the record, or run this where the name resolves.',
  ),
  'address-refused': said(
    '{host} refuses connections.',
    'Nothing listens on this port: the ingress is not set up, or the server is not running.',
    'Start the server and its ingress, then check the port in the address.',
  ),
  'address-silent': said(
    '{host} times out.',
    'A firewall or network rule drops the connection, or the ingress is private.',
    'Allow the connection, or run this from inside the network.',
  ),
  'address-proxy-refused': said(
    'There is no connection to {host} through the proxy of HTTPS_PROXY.',
    'The proxy does not answer, does not allow or reach this host, or requires another user and password.',
    'Check the address, user and password in HTTPS_PROXY, allow the host in the proxy, or name the host in NO_PROXY.',
  ),
  'address-broken': said(
    'The connection to {host} is interrupted.',
    'The listener does not use HTTP, or closes connections at once.',
    'Check the ingress log.',
  ),
  'tls-missing': said(
    'The address uses http.',
    'Access tokens would cross the network unencrypted, and Entra accepts http addresses only for localhost.',
    'Serve the dashboard over https and specify its https address.',
  ),
  'tls-not-spoken': said(
    'The listener on this port does not use TLS.',
    'The proxy listens for http here, or the port belongs to the server itself.',
    'Terminate TLS at the proxy on this port, or specify the address where it is terminated.',
  ),
  'tls-expired': said(
    'The certificate expired on {until}.',
    'It was not renewed, or the proxy still uses the old one.',
    'Renew the certificate and reload the proxy.',
  ),
  'tls-expires-soon': said(
    'The certificate expires on {until}: in two weeks or less.',
    'Automatic renewal usually runs earlier; it may have stopped.',
    'Check the renewal before that date.',
  ),
  'tls-not-yet': said(
    'The certificate is not valid before {from}.',
    'It was issued for a later date, or the clock of this machine is slow.',
    'Check the clock of this machine, then the certificate.',
  ),
  'tls-wrong-host': said(
    'The certificate is for {names}.',
    'It does not include this host: another site’s certificate is served, or the name was added later.',
    'Get a certificate that includes this host.',
  ),
  'tls-self-signed': said(
    'The certificate is self-signed.',
    'It is the proxy’s default or a test certificate. Browsers reject it.',
    'Use a certificate from an authority that your browsers trust. For a private authority set NODE_EXTRA_CA_CERTS.',
  ),
  'tls-untrusted': said(
    'The certificate is not trusted ({reason}).',
    'Often an intermediate certificate is missing from the chain, or the authority is private.',
    'Serve the whole chain. For a private authority set NODE_EXTRA_CA_CERTS here and trust it in browsers.',
  ),
  'old-tls-accepted': said(
    'The host accepts TLS 1.0 or 1.1.',
    'The proxy allows versions that RFC 8996 deprecated.',
    'Set 1.2 as the minimum version at the proxy.',
  ),
  'http-not-redirected': said(
    'Without TLS the host returns status {status} and does not redirect to https.',
    'Users who type the address without https stay on an unprotected connection.',
    'Configure the proxy to redirect http to https, or close the port.',
  ),
  'answers-elsewhere': said(
    'The address redirects to {to}.',
    'A proxy first redirects all users to another host: its own sign-in page, or the dashboard’s real name.',
    'Run this with the final address; exempt /healthz, /readyz and /deployment from the proxy’s sign-in.',
  ),
  'proxy-without-server': said(
    'A proxy returns status {status}.',
    'It cannot reach a server: none is running, none is ready, or the port is wrong.',
    'Check the server’s log; with an invalid environment it exits at start and names the variables.',
  ),
  'not-sealwatch': said(
    'GET /deployment returns status {status}, not a Sealwatch response.',
    'Something else responds at this address, the path is routed elsewhere, or the version is older than this command.',
    'Check the address and the proxy’s routes.',
  ),
  'not-alive': said(
    'GET /healthz does not report that the server is alive.',
    'The proxy routes this path elsewhere or responds itself.',
    'Route every path of the host to the server.',
  ),
  'configuration-invalid': said(
    'The server reports that its configuration is invalid.',
    'Its environment changed while it ran, or it was not started with npm run start.',
    'Restart it: it names every invalid variable. --environment checks them beforehand.',
  ),
  'database-unreachable': said(
    'The server cannot reach its database ({reason}).',
    'The host, the port, the database’s name or a network rule is wrong, or the database is stopped.',
    'Check DATABASE_URL and the database’s network access. Until then the dashboard works without history.',
  ),
  'database-refused': said(
    'The database refuses the server ({reason}).',
    'User, password, TLS setting, the database’s certificate or the managed identity’s role is wrong, or the role lacks a right. With SQLite, the server’s user may not write the file or its folder.',
    'Check the sign-in to the database, the rights of its role, or the rights on the file. The server’s log has the database’s code.',
  ),
  'database-schema-older': said(
    'The database has an older schema than the server.',
    'Migrations did not run, for example because the database user has no permission to change the schema.',
    'Run npm run -s store -- migrate as a user who has it.',
  ),
  'database-schema-newer': said(
    'The database has a newer schema than the server.',
    'The running server version is older than the one that migrated.',
    'Start the newer version. A schema cannot be downgraded.',
  ),
  'database-unusable': said(
    'The server cannot use its database ({reason}).',
    'The database reports it: full, locked, read-only, too slow, damaged or without its driver.',
    'docs/runbook.md explains each of these.',
  ),
  'server-misses-directory': said(
    'The server cannot get signing keys from Microsoft Entra ID.',
    'Outbound access is blocked (firewall, proxy, DNS), or the authority is wrong.',
    'Allow https from the server to the authority. Until then no user can sign in.',
  ),
  'clock-off': said(
    'The server clock differs from the directory’s by {seconds} seconds.',
    'Time is not synchronised there. Beyond a minute, the server rejects valid tokens as not yet valid or expired.',
    'Synchronise the clock of the server’s machine.',
  ),
  'headers-missing': said(
    'Missing: {names}.',
    'The server sends them with every response, so a proxy removes them.',
    'Configure the proxy to pass on the server’s headers.',
  ),
  'bridge-closed': said(
    '/auth/redirect cannot work: {reasons}.',
    'A proxy adds headers to every page, and this page must open in a frame and a popup of the dashboard.',
    'Configure the proxy to leave the headers of /auth/redirect unchanged.',
  ),
  'proxies-too-few': said(
    'The request passed through {found} proxies; the server recognises {believed} of them.',
    'The server takes a proxy’s address for the client’s, so limits per address apply to all users together.',
    'Add the addresses of your proxies to SEALWATCH_PROXIES; the log event forwarded-for-ignored names the last one.',
  ),
  'proxies-too-many': said(
    'The request passed through {found} proxies; the server takes {believed} addresses for written by its proxies.',
    'The server trusts a part of X-Forwarded-For that clients can forge.',
    'SEALWATCH_PROXIES includes addresses of clients: name only the addresses of your proxies.',
  ),
}
