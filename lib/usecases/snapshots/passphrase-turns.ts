import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'

/**
 * Threads of libuv, which scrypt, compression, DNS and files share.
 * Source: https://nodejs.org/api/cli.html#uv_threadpool_sizesize
 */
const usualThreads = 4
/** Derivations that run at once at most: the other threads are for everything else. */
const mostAtOnce = 2
/** Derivations that wait at most. */
const mostWaiting = 8
/** Places that one key takes at most, running and waiting, so that others get the rest. */
const mostOfKey = 4

interface Turns {
  inFlight: number
  readonly waiting: (() => void)[]
  /** Places taken, by key. */
  readonly taken: Map<string, number>
}

declare global {
  // Next.js bundles each route separately; the threads belong to the process.
  var sealwatchPassphraseTurns: Turns | undefined
}

function atOnce(): number {
  const threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? usualThreads)
  return Number.isInteger(threads) && threads > 0 ? Math.max(1, Math.min(mostAtOnce, threads - 1)) : mostAtOnce
}

function add(taken: Map<string, number>, keys: readonly string[], difference: 1 | -1): void {
  for (const key of keys) {
    const places = (taken.get(key) ?? 0) + difference
    if (places > 0) taken.set(key, places)
    else taken.delete(key)
  }
}

/**
 * Derives a key from a passphrase when its turn comes: in one process at most two derivations run and eight wait. Fails
 * at once where no place is free, or where one of the keys has taken its share of the places.
 * @param keys for whom and for what: a user, an address, a link
 */
export async function inPassphraseTurn<Value>(
  keys: readonly string[],
  work: () => Promise<Value>,
): Promise<Result<Value, 'busy'>> {
  const turns: Turns = (globalThis.sealwatchPassphraseTurns ??= { inFlight: 0, waiting: [], taken: new Map() })
  const most = atOnce()
  if (turns.inFlight >= most && turns.waiting.length >= mostWaiting) return fail('busy')
  if (keys.some((key) => (turns.taken.get(key) ?? 0) >= mostOfKey)) return fail('busy')
  add(turns.taken, keys, 1)
  try {
    // A finished derivation passes its place to the first that waits, so no later one overtakes it.
    if (turns.inFlight >= most) await new Promise<void>((resolve) => turns.waiting.push(resolve))
    else turns.inFlight += 1
    try {
      return ok(await work())
    } finally {
      const next = turns.waiting.shift()
      if (next === undefined) turns.inFlight -= 1
      else next()
    }
  } finally {
    add(turns.taken, keys, -1)
  }
}
