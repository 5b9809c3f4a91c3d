import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canFuzz, fuzz, type Fuzzed } from '../fuzz/engine'
import { fuzzUsage, parseFuzzArguments } from '../fuzz/options'
import { targetOf } from '../fuzz/load'
import { top } from './paths'

/** Twice the processors of the smallest machine: each target gets time, not a processor, and this shortens the whole run. */
const atOnce = 4

function lineOf({ name, executions, seconds, edges, corpus, finding }: Fuzzed): string {
  const rate = Math.round(executions / Math.max(1, seconds))
  const reached = `${edges.before} edges to begin with, ${edges.after} in the end, ${corpus} inputs kept`
  return `${finding === null ? 'ok    ' : 'FOUND '} ${name}: ${executions} inputs, ${rate}/s, ${reached}\n`
}

/** `npm run fuzz`. */
async function main(): Promise<number> {
  if (process.argv.slice(2).some((one) => one === '--help' || one === '-h')) {
    process.stdout.write(fuzzUsage)
    return 0
  }
  const { targets, fresh, report, ...limits } = parseFuzzArguments(process.argv.slice(2))
  if (!canFuzz()) {
    process.stderr.write(`The fuzzer has no native binary for ${process.platform} on ${process.arch}.\n`)
    return 3
  }
  const waiting = [...targets]
  let found = 0
  const lane = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const folder = join(top, '.sealwatch', 'fuzz', fresh ? 'fresh' : 'kept', name)
      if (fresh) rmSync(folder, { recursive: true, force: true })
      const fuzzed = await fuzz(name, await targetOf(name), { ...limits, folder })
      process.stdout.write(lineOf(fuzzed))
      if (fuzzed.finding === null) continue
      found += 1
      process.stdout.write(
        `${fuzzed.finding.output}\nTo keep it as a test: write the text behind TEXT to tooling/fuzz/kept/${name}/\n`,
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (report !== null) writeFileSync(report, JSON.stringify({ passed: targets.length - found, failed: found }))
  return found === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
