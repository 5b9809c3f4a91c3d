import 'server-only'
import { ConfigurationError } from './problems'

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED'

/**
 * Checks Node.js's variable that disables certificate checks: with it, any machine on the network path can read the
 * client secret and every token. It is often set once for a proxy and forgotten, so no program of Sealwatch that has a
 * secret runs with it.
 * Source: https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue
 * @throws ConfigurationError that names the variable and an alternative
 */
export function checkTlsIsOn(raw: Readonly<Record<string, string | undefined>> = process.env): void {
  if (raw[variable] !== '0') return
  const message =
    'must not be 0: certificates must be checked; add your own certificate authority with NODE_EXTRA_CA_CERTS instead'
  throw new ConfigurationError([{ variable, message }])
}
