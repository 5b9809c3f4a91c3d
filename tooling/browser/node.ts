import { hmac } from '@noble/hashes/hmac'
import { sha1 } from '@noble/hashes/legacy'
import { sha256 } from '@noble/hashes/sha2'

/**
 * What the engine uses of Node.js, for a worker in a browser. Everything that a page has no use for (files, connections,
 * databases) is absent: `worker.mjs`.
 */
type Encoding = 'hex' | 'base64url' | 'base64'

const encoders: Readonly<Record<Encoding, (bytes: Uint8Array) => string>> = {
  hex: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  base64: (bytes) => btoa(String.fromCharCode(...bytes)),
  base64url: (bytes) => encoders.base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
}

interface Digesting {
  readonly update: (data: string | Uint8Array) => unknown
  readonly digest: () => Uint8Array
}

const utf8 = new TextEncoder()

class Hash {
  constructor(private readonly inner: Digesting) {}

  update(data: string | Uint8Array): this {
    this.inner.update(typeof data === 'string' ? utf8.encode(data) : data)
    return this
  }

  digest(encoding: Encoding): string {
    return encoders[encoding](this.inner.digest())
  }
}

function only(algorithm: string): void {
  if (algorithm !== 'sha256') throw new Error(`${algorithm} is not there`)
}

export function createHash(algorithm: string): Hash {
  only(algorithm)
  return new Hash(sha256.create())
}

export function createHmac(algorithm: string, key: string): Hash {
  only(algorithm)
  return new Hash(hmac.create(sha256, utf8.encode(key)))
}

/** @param algorithm always sha1: it notices changes, and nothing depends on its strength */
export const hash = (_algorithm: string, text: string, encoding: Encoding): string =>
  encoders[encoding](sha1(utf8.encode(text)))

export const randomUUID = (): string => crypto.randomUUID()

export const inspect = { custom: Symbol.for('nodejs.util.inspect.custom') }

export const setMaxListeners = (): void => undefined

/** No address is known of a request that crosses no network. */
export const isIP = (): number => 0

/** Of `node:path`. The configuration names a place for a database that is never opened. */
export const join = (...parts: readonly string[]): string => parts.join('/')

/** No network is listed: no address is called from a page. */
export class BlockList {
  addSubnet(): undefined {
    return undefined
  }

  check(): boolean {
    return false
  }
}

/** Of `node:timers/promises`. */
export const setImmediate = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })

/** Of `pino`: a worker has no log. */
export function pino() {
  const nothing = (): void => undefined
  return { debug: nothing, info: nothing, warn: nothing, error: nothing }
}

/** Requests in a worker have no scope: there is no log to write an id into. */
export class AsyncLocalStorage {
  run<T>(_scope: unknown, work: () => T): T {
    return work()
  }

  getStore(): undefined {
    return undefined
  }
}
