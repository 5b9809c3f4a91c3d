import 'server-only'
import { ConfigurationError } from './problems'

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED'

/**
 * Node's own switch against the check of certificates: with it, whoever sits on the way gets the client secret and every
 * token. It is often set once to get past a proxy and forgotten, so no program of this house that holds one runs with it.
 * Source: https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue
 * @throws ConfigurationError that names the switch and what to do instead
 */
export function checkTlsIsOn(raw: Readonly<Record<string, string | undefined>> = process.env): void {
  if (raw[variable] !== '0') return
  const message = 'must not be 0: certificates have to be checked; name one of your own in NODE_EXTRA_CA_CERTS instead'
  throw new ConfigurationError([{ variable, message }])
}
