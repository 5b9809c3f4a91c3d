import { measureFleet } from '../bench/fleet'
import { parseCommand, type Command } from '../bench/options'
import { describeWorld, fleetRows, plainTable, refreshText } from '../bench/print'
import { measureRefresh } from '../bench/refresh'
import { setStage, type Stage } from '../bench/stage'
import { measureStandardSet } from '../bench/standard-set'
import { measureCollect } from '../bench/collect'
import { killOften } from '../bench/kills'
import { measureStore } from '../bench/store'
import { stopAll } from './processes'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function fleet(stage: Stage, { world, skip, json }: Command): Promise<void> {
  const report = await measureFleet(stage, world, skip)
  say(json ? JSON.stringify(report) : `\n${describeWorld(world)}\n\n${plainTable(fleetRows(report))}\n`)
}

async function refresh(stage: Stage, { world, changed, json }: Command): Promise<void> {
  const report = await measureRefresh(stage, world, changed)
  say(json ? JSON.stringify(report) : `\n${describeWorld(world)}\n\n${refreshText(report)}\n`)
}

const measurements: Readonly<Record<Command['name'], (stage: Stage, command: Command) => Promise<void>>> = {
  all: async (stage) => say(await measureStandardSet(stage, (line) => process.stderr.write(`${line}\n`))),
  fleet,
  refresh,
}

/** Measurements of the history, which need none of the fleet's options. Each answers whether its limits were kept. */
const ofHistory: Readonly<Record<string, () => Promise<boolean>>> = {
  store: () => measureStore(say),
  collect: () => measureCollect(say),
  kills: () => killOften(say),
}

async function measure(args: readonly string[]): Promise<void> {
  const history = ofHistory[args[0] ?? '']
  if (history !== undefined) {
    if (!(await history())) process.exitCode = 1
    return
  }
  const command = parseCommand(args)
  await measurements[command.name](await setStage(), command)
}

/** `npm run bench`: how fast and with how many requests a fleet is read. */
try {
  await measure(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
