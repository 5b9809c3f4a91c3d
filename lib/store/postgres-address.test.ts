import pg from 'pg'
import { afterEach, expect, it, vi } from 'vitest'
import { connectionOf } from './postgres-address'

const warned = vi.spyOn(process, 'emitWarning')
afterEach(() => warned.mockClear())

/** What the driver makes of it. */
const driverOf = (url: string) => {
  const { host, port, user, password, database, ssl } = new pg.Client(
    connectionOf({ url, password: null }),
  ) as pg.Client & {
    readonly ssl: unknown
  }
  return { host, port, user, password, database, ssl }
}

it.each(['prefer', 'require', 'verify-ca', 'verify-full'])(
  'the driver checks the whole certificate with sslmode=%s, and writes no warning beside the log',
  (mode) => {
    const url = `postgres://a%40b:p%2Fw@db.example:5433/his%20tory?application_name=x&sslmode=${mode}`
    expect(driverOf(url)).toEqual({
      host: 'db.example',
      port: 5433,
      user: 'a@b',
      password: 'p/w',
      database: 'his tory',
      ssl: {},
    })
    expect(warned).not.toHaveBeenCalled()
  },
)

it('an address with another mode, or with the modes of libpq, is the driver’s as it is', () => {
  for (const end of ['', '?sslmode=disable', '?sslmode=require&uselibpqcompat=true', '?host=/run/postgresql']) {
    const url = `postgres://a:b@db.example/history${end}`
    expect(connectionOf({ url, password: null })).toEqual({ connectionString: url })
  }
})
