import type { FetchApi } from '@/components/providers/fetch-api'
import { localProblem, readProblem } from '@/components/providers/api-problem'
import type { FileRefusal, FromFileWorker, OpenedFile, ToFileWorker } from '@/lib/contract/file-worker'
import { fail, ok, type Result } from '@/lib/shared/result'

interface Waiting {
  readonly answered: (response: Response | null) => void
  /** What the reader of the answer gets, piece by piece. */
  readonly readable: ReadableStream<Uint8Array>
  readonly writer: WritableStreamDefaultWriter<Uint8Array>
}

/** Statuses whose answers have no body (https://fetch.spec.whatwg.org/#null-body-status). */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304])

/** A worker with one file, which answers what a server's API would. It ends with the page. */
export class FileWorker {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #settle: (opened: Result<OpenedFile, FileRefusal>) => void = () => undefined

  /** @param script its address: a file of its own, because the policy of built files lets a worker load no other */
  constructor(script: URL) {
    this.#worker = new Worker(script)
    this.#worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => this.#take(data)
    // It ran out of memory, or its script could not be loaded.
    this.#worker.onerror = () => this.#settle(fail('unreadable'))
  }

  /** Reads the file whole: nothing of it counts before its end was checked. */
  open(file: File): Promise<Result<OpenedFile, FileRefusal>> {
    return new Promise((settle) => {
      this.#settle = settle
      this.#send({ kind: 'open', file })
    })
  }

  /** Ends the worker, and with it everything that it has of the file. */
  end(): void {
    this.#worker.terminate()
  }

  readonly fetchApi: FetchApi = async (path, init = {}) => {
    const { method = 'GET', body = null, signal = null } = init
    if (signal?.aborted === true) return fail(localProblem('cancelled'))
    const id = (this.#lastId += 1)
    const response = await new Promise<Response | null>((answered) => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const writer = writable.getWriter()
      // The reader wants no more of it.
      writer.closed.catch(() => this.#abort(id))
      this.#waiting.set(id, { answered, readable, writer })
      signal?.addEventListener('abort', () => this.#abort(id), { once: true })
      const contentType = new Headers(init.headers).get('content-type')
      this.#send({ kind: 'request', id, path, method, contentType, body: typeof body === 'string' ? body : null })
    })
    if (response === null) return fail(localProblem('cancelled'))
    return response.ok ? ok(response) : fail(await readProblem(response))
  }

  #send(message: ToFileWorker): void {
    this.#worker.postMessage(message)
  }

  #abort(id: number): void {
    const waiting = this.#waiting.get(id)
    if (waiting === undefined) return
    this.#waiting.delete(id)
    this.#send({ kind: 'abort', id })
    waiting.answered(null)
    void waiting.writer.abort(new DOMException('The request was aborted.', 'AbortError')).catch(() => undefined)
  }

  #take(message: FromFileWorker): void {
    if (message.kind === 'opened') this.#settle(ok(message.opened))
    else if (message.kind === 'refused') this.#settle(fail(message.code))
    else this.#continue(message)
  }

  #continue(message: Exclude<FromFileWorker, { readonly kind: 'opened' | 'refused' }>): void {
    const waiting = this.#waiting.get(message.id)
    if (waiting === undefined) return
    if (message.kind === 'answer') {
      const { status } = message
      waiting.answered(new Response(withoutBody.has(status) ? null : waiting.readable, { status }))
    } else if (message.kind === 'piece') void waiting.writer.write(message.bytes).catch(() => undefined)
    else {
      this.#waiting.delete(message.id)
      void waiting.writer.close().catch(() => undefined)
    }
  }
}
