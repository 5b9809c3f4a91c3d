import { connect, createServer, type AddressInfo } from 'node:net'

export interface HoldingRelay {
  /** The same database, by way of the relay. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * Stands between a program and its PostgreSQL, as a busy machine does.
 * @param held called before a new connection (`text` is empty) and before each message of the program is passed on
 */
export async function startHoldingRelay(url: string, held: (text: string) => void): Promise<HoldingRelay> {
  const to = new URL(url)
  const server = createServer((program) => {
    held('')
    const database = connect(Number(to.port), to.hostname)
    program.on('data', (part) => {
      held(part.toString('latin1'))
      database.write(part)
    })
    database.pipe(program)
    for (const [one, other] of [
      [program, database],
      [database, program],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const own = new URL(url)
  own.port = String((server.address() as AddressInfo).port)
  return { url: own.href, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
