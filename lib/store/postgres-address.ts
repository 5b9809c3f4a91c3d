import 'server-only'

/**
 * Returns the password of a new connection: a token that is valid for some minutes, so each connection requests a new
 * one.
 */
export type PasswordSource = () => Promise<string>

/** Where PostgreSQL is, and the password source where the URL contains no password. */
export interface PostgresAddress {
  readonly url: string
  readonly password: PasswordSource | null
}

type Connection =
  | { readonly connectionString: string }
  | {
      readonly host: string
      readonly port: number
      readonly database: string
      readonly user: string
      readonly password: PasswordSource
      /** True: the server's certificate is checked. */
      readonly ssl: boolean
    }

/**
 * The address with the mode that the driver uses anyway: it checks the whole certificate in each of these modes, and writes a
 * warning that is no line of the log.
 * Source: https://github.com/brianc/node-postgres/tree/master/packages/pg-connection-string#tcp-connections
 */
function withoutAlias(url: string): string {
  const parts = new URL(url)
  const { searchParams } = parts
  const [mode = '', asLibpq] = ['sslmode', 'uselibpqcompat'].map((name) => searchParams.getAll(name).at(-1))
  if (!['prefer', 'require', 'verify-ca'].includes(mode) || asLibpq === 'true') return url
  searchParams.set('sslmode', 'verify-full')
  return parts.href
}

/**
 * The options of the driver. A password source cannot be passed beside a URL: the driver would read the URL's missing
 * password as an empty one. A token is sent over TLS with a checked certificate, unless the URL specifies otherwise.
 */
export function connectionOf({ url, password }: PostgresAddress): Connection {
  if (password === null) return { connectionString: withoutAlias(url) }
  const parts = new URL(url)
  return {
    host: parts.hostname,
    port: parts.port === '' ? 5432 : Number(parts.port),
    database: decodeURIComponent(parts.pathname.slice(1)),
    user: decodeURIComponent(parts.username),
    password,
    ssl: parts.searchParams.get('sslmode') !== 'disable',
  }
}
