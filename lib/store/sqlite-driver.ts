import 'server-only'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { SqliteThread, Statement } from './sqlite-thread'

const begin: Statement = { sql: 'begin', parameters: [] }

/** Who may send to the thread: while a transaction is open, its connection alone. In the order in which they came. */
class Turns {
  readonly #waiting: { readonly exclusive: boolean; readonly start: () => void }[] = []
  #taken = false

  /** Sends when it may; an exclusive turn keeps all others out until `leave`. */
  take<T>(exclusive: boolean, send: () => Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      this.#waiting.push({ exclusive, start: () => resolve(send()) })
      this.#next()
    })
  }

  leave(): void {
    this.#taken = false
    this.#next()
  }

  #next(): void {
    while (!this.#taken) {
      const first = this.#waiting.shift()
      if (first === undefined) return
      this.#taken = first.exclusive
      first.start()
    }
  }
}

class Connection implements DatabaseConnection {
  /** Null outside a transaction. `begins`: its first statement is still to come, and goes with `begin` in one message. */
  #transaction: { begins: boolean } | null = null

  constructor(
    readonly thread: SqliteThread,
    readonly turns: Turns,
  ) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const send = () => this.thread.run([...this.#first(), { sql, parameters }])
    const outcomes = await (this.#transaction === null ? this.turns.take(false, send) : send())
    return outcomes.at(-1) ?? { rows: [] }
  }

  /** All rows at once: nothing in the product streams them. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  async begin(): Promise<void> {
    await this.turns.take(true, () => Promise.resolve())
    this.#transaction = { begins: true }
  }

  /** Ends its transaction's turn, if it has one. */
  leave(): void {
    if (this.#transaction === null) return
    this.#transaction = null
    this.turns.leave()
  }

  #first(): readonly Statement[] {
    if (this.#transaction?.begins !== true) return []
    this.#transaction.begins = false
    return [begin]
  }
}

/** Everything on the one connection of a thread: statements of their own as they come, transactions one at a time. */
class ThreadDriver implements Driver {
  readonly #turns = new Turns()

  constructor(private readonly thread: SqliteThread) {}

  init(): Promise<void> {
    return Promise.resolve()
  }

  acquireConnection(): Promise<Connection> {
    return Promise.resolve(new Connection(this.thread, this.#turns))
  }

  beginTransaction(connection: Connection): Promise<void> {
    return connection.begin()
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  releaseConnection(connection: Connection): Promise<void> {
    connection.leave()
    return Promise.resolve()
  }

  destroy(): Promise<void> {
    return this.thread.close()
  }
}

/** Kysely's dialect of a SQLite database that a thread owns. */
export function threadDialect(thread: SqliteThread): Dialect {
  return {
    createDriver: () => new ThreadDriver(thread),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}
