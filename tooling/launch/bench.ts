import { measureFleet } from '../bench/fleet'
import { benchUsage, parseCommand, type Command } from '../bench/options'
import { describeWorld, fleetRows, plainTable, refreshText } from '../bench/print'
import { measureRefresh } from '../bench/refresh'
import { setStage, type Stage } from '../bench/stage'
import { measureStandardSet } from '../bench/standard-set'
import { measureCollect } from '../bench/collect'
import { killOften } from '../bench/kills/kill-often'
import { measureSoak } from '../bench/soak'
import { measureStore } from '../bench/store'
import { measureTables } from '../bench/table/measure'
import { brokenLimits } from '../bench/table/print'
import { writeTables } from '../bench/table/write'
import { stopAll } from './processes'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function fleet(stage: Stage, { world, skip, json }: Command): Promise<void> {
  const report = await measureFleet(stage, world, skip)
  say(json ? JSON.stringify(report) : `\n${describeWorld(world)}\n\n${plainTable(fleetRows(report))}\n`)
}

async function table(stage: Stage, { world, json }: Command): Promise<void> {
  // Only the rendering of rows is measured, not their arrival: no waiting for buckets, no latency.
  const report = await measureTables(stage, { ...world, latencyMs: 0, scale: 1000 })
  say(json ? JSON.stringify(report) : writeTables(report))
  for (const broken of brokenLimits(report)) {
    say(`Slower than wanted: ${broken}.`)
    process.exitCode = 1
  }
}

async function refresh(stage: Stage, { world, changed, json }: Command): Promise<void> {
  const report = await measureRefresh(stage, world, changed)
  say(json ? JSON.stringify(report) : `\n${describeWorld(world)}\n\n${refreshText(report)}\n`)
}

const measurements: Readonly<Record<Command['name'], (stage: Stage, command: Command) => Promise<void>>> = {
  all: async (stage) => say(await measureStandardSet(stage, (line) => process.stderr.write(`${line}\n`))),
  fleet,
  refresh,
  table,
}

/** Measurements that use none of the fleet's options. Each returns whether its limits were kept. */
const others: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  soak: (args) => measureSoak(args, say),
  store: () => measureStore(say),
  collect: () => measureCollect(say),
  kills: (args) => killOften(args, say),
}

async function measure(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(benchUsage)
    return
  }
  const other = others[args[0] ?? '']
  if (other !== undefined) {
    if (!(await other(args.slice(1)))) process.exitCode = 1
    return
  }
  const command = parseCommand(args)
  await measurements[command.name](await setStage(), command)
}

/** `npm run bench`: the time and the number of requests for reading a fleet. */
try {
  await measure(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
  // An explicit exit code: the PostgreSQL of the tests would otherwise end the process, always with success.
  // A failure of the output is reported first.
  setImmediate(() => process.exit())
}
