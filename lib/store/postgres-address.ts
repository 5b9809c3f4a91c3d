import 'server-only'

/** Gives the password of a new connection: a token that is good for some minutes, so each connection asks anew. */
export type PasswordSource = () => Promise<string>

/** Where PostgreSQL is, and how to get in where the URL holds no password. */
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
      /** True checks the server's certificate. */
      readonly ssl: boolean
    }

/**
 * What the driver is told. A source of passwords cannot be given beside a URL: the driver would take the URL's missing
 * password for an empty one. A token is sent over TLS with a checked certificate, unless the URL says otherwise.
 */
export function connectionOf({ url, password }: PostgresAddress): Connection {
  if (password === null) return { connectionString: url }
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
