import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { answers, start } from '../../launch/processes'
import { runner } from '../collect-stage'
import { stay, type Visit } from './person'
import type { Promises } from './promises'

/** Longest run time of a working process, and of one that does not start working. */
const lifeMilliseconds = 4000
const patienceMilliseconds = 60_000
/** The first reading of all subscriptions ends by an event; this ends one that hangs. */
const hangingMilliseconds = 1_200_000
/** Longest pause between the drawn moment and the kill, so that the kill hits any point of the work after it. */
const mostDelay = 60

const draw = (below: number): number => Math.floor(Math.random() * below)

interface Fuse {
  /** The process has started its work. */
  readonly light: () => void
  /** The process has completed one piece of work. */
  readonly tick: () => void
  readonly stop: () => void
}

/** Kills with SIGKILL a moment after the `count`th piece of work, or after its time. */
function fuse(
  process: ChildProcess,
  count: number,
  [patience, lifetime] = [patienceMilliseconds, lifeMilliseconds],
): Fuse {
  const kill = (): void => void process.kill('SIGKILL')
  const timers = [setTimeout(kill, patience)]
  let ticks = 0
  return {
    light: () => void timers.push(setTimeout(kill, lifetime)),
    tick: () => {
      ticks += 1
      if (ticks === count) timers.push(setTimeout(kill, draw(mostDelay)))
    },
    stop: () => timers.forEach(clearTimeout),
  }
}

export interface Serving {
  readonly port: number
  readonly environment: Readonly<Record<string, string>>
  readonly visit: Omit<Visit, 'address' | 'onAnswer' | 'signal'>
}

/** Starts the built product, lets a simulated user work with it, and kills it during the work. @returns answers until then */
export async function serveUntilKilled({ port, environment, visit }: Serving): Promise<number> {
  const next = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', 'localhost']
  const server = start('dashboard', process.execPath, next, { env: environment, quiet: true })
  const gone = new AbortController()
  const ended = server.ended.then(() => gone.abort())
  const { light, tick, stop } = fuse(server.process, 1 + draw(12))
  const address = `http://localhost:${port}`
  let count = 0
  const onAnswer = (): void => {
    count += 1
    tick()
  }
  if (await answers(`${address}/`, 60, server)) {
    light()
    await stay({ ...visit, address, onAnswer, signal: gone.signal })
  }
  await ended
  stop()
  return count
}

const lineSchema = z.object({
  time: z.string(),
  event: z.string(),
  subscription: z.string().optional(),
  read: z.number().optional(),
})
type Line = z.infer<typeof lineSchema>

export interface Collecting {
  readonly environment: Readonly<Record<string, string>>
  readonly promises: Promises
  /** Azure's clock minus the real clock. */
  readonly ahead: number
  readonly onLine?: (line: Line) => void
}

/** Starts a collector, records what its log acknowledges, and returns the means to end it. */
export function startCollector({ environment, promises, ahead, onLine }: Collecting) {
  const begun = Date.now()
  const collector = start('collector', process.execPath, [runner, 'collect'], {
    // Its log lines are its acknowledgements.
    env: { ...environment, SEALWATCH_LOG_LEVEL: 'info' },
    quiet: true,
  })
  const { stdout } = collector.process
  if (stdout === null) throw new Error('no output')
  const last = new Map<string, number>()
  const lines = createInterface({ input: stdout })
  lines.on('line', (text) => {
    const line = lineSchema.parse(JSON.parse(text))
    onLine?.(line)
    const { subscription, read } = line
    if (line.event !== 'read' || subscription === undefined || read === undefined) return
    const until = Date.parse(line.time)
    promises.batches.push({ subscription, read, after: last.get(subscription) ?? begun, until, ahead })
    last.set(subscription, until)
  })
  const closed = new Promise((resolve) => lines.on('close', resolve))
  return { process: collector.process, ended: Promise.all([collector.ended, closed]) }
}

/**
 * Starts a collector and kills it during its reading or its posting.
 * @param untilRead the first one runs until it has read all of these subscriptions, in lower case, since a run never observed
 * as active creates no notice; null for the others
 * @returns lines until then
 */
export async function collectUntilKilled(
  collecting: Collecting,
  untilRead: ReadonlySet<string> | null,
): Promise<number> {
  const open = new Set(untilRead)
  let count = 0
  const { process, ended } = startCollector({
    ...collecting,
    onLine: ({ event, subscription = '' }) => {
      if (event === 'started') {
        light()
        return
      }
      count += 1
      if (event === 'read') open.delete(subscription.toLowerCase())
      if (open.size === 0) tick()
    },
  })
  const { light, tick, stop } =
    untilRead === null ? fuse(process, 1 + draw(8)) : fuse(process, 1, [hangingMilliseconds, hangingMilliseconds])
  await ended
  stop()
  return count
}
