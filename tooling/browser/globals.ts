import { setImmediate as turn } from './node'

/** A timer as Node.js has it. Nothing waits for the end of a worker, so that none holds it. */
const timerOf = (id: unknown) => {
  const timer = { unref: () => timer, ref: () => timer, hasRef: () => false, [Symbol.toPrimitive]: () => id }
  return timer
}
const { setTimeout: later, setInterval: often } = globalThis

/** The globals of Node.js that the engine uses. Its environment is that of a program without a history. */
Object.assign(globalThis, {
  process: { env: { NODE_ENV: 'production', SEALWATCH_HISTORY: 'off' }, argv: [], pid: 0 },
  setTimeout: (...given: Parameters<typeof later>) => timerOf(later(...given)),
  setInterval: (...given: Parameters<typeof often>) => timerOf(often(...given)),
  setImmediate: (work: () => void): void => void turn().then(work),
})
