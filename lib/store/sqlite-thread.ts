import 'server-only'
import { Worker } from 'node:worker_threads'
import type { Options } from 'better-sqlite3'
import type { QueryResult } from 'kysely'
import { threadProgram } from './sqlite-thread-program'

/** A statement and the values of its parameters, in their order. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** What a statement gave, its rows of whatever type its caller knows. */
type Outcome = QueryResult<never>

/** What crosses from the thread: an error loses its code there, so that its parts travel. */
type Answer =
  | { readonly id: number; readonly outcomes: readonly Outcome[] }
  | {
      readonly id: number
      readonly failure: { readonly name: string; readonly message: string; readonly code: string | undefined }
    }

interface Waiting {
  readonly resolve: (outcomes: readonly Outcome[]) => void
  readonly reject: (error: Error) => void
}

/**
 * A thread that owns one connection to SQLite, so that the disk and long statements never stop the event loop. It carries
 * out what it is given in order, and keeps the process alive only while it has work.
 */
export class SqliteThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #ended: Error | null = null

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.unref()
    worker.on('message', (answer: Answer) => this.#settle(answer))
    worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error('the thread of SQLite failed')))
    worker.on('exit', () => this.#end(new Error('the thread of SQLite has ended')))
  }

  /** Starts the thread. The file is opened with the first statement. @throws where the driver is not installed */
  static async start(file: string, options: Options): Promise<SqliteThread> {
    // How the builds find the package; its native part is loaded by the thread alone.
    await import('better-sqlite3')
    const workerData = { program: process.argv[1] ?? '', file, options }
    return new SqliteThread(new Worker(threadProgram, { eval: true, execArgv: [], workerData }))
  }

  /** Whether it carries out nothing any more: it was closed, or it failed. */
  get hasEnded(): boolean {
    return this.#ended !== null
  }

  /**
   * Carries out statements one after the other, with nothing between them. The first that fails ends them.
   * @throws what SQLite throws, with its `code`
   */
  run(statements: readonly Statement[]): Promise<readonly Outcome[]> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#worker.postMessage({ id, statements })
      this.#waiting.set(id, { resolve, reject })
      this.#worker.ref()
    })
  }

  /** Closes the file after what was given before, and ends the thread. */
  async close(): Promise<void> {
    if (this.#ended !== null) return
    const exit = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.ref()
    this.#worker.postMessage(null)
    await exit
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('outcomes' in answer) return waiting?.resolve(answer.outcomes)
    const { name, message, code } = answer.failure
    waiting?.reject(Object.assign(new Error(message), { name, code }))
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }
}
