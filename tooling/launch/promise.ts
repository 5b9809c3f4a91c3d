import { parseArgs } from 'node:util'
import { noteMissingRecordings } from '@/lib/encryption/testing/recordings'
import { runMixtures, runPromise } from '../promise/run'
import { wholeOf } from './options'

const lines = (sums: ReadonlyMap<string, number>): string =>
  [...sums].map(([what, times]) => `  ${times} × ${what}\n`).join('')

/**
 * `npm run -s promise -- [--cases N] [--seed N]`: corrupts one input of each of N VMs and compares the answers.
 * Then replaces an input by one of another time or VM in a fifth as many. 1 if an answer became a stronger claim, or
 * contradicts its evidence, 0 if none did.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  })
  noteMissingRecordings('the promise on recorded VMs')
  const [cases, seed] = [wholeOf(values.cases, 'cases'), wholeOf(values.seed, 'seed')]
  const report = await runPromise(cases, seed)
  const times = [...report.strengthened.values()].reduce((sum, each) => sum + each, 0)
  process.stdout.write(`${report.cases} cases, ${times} claims strengthened\n${lines(report.strengthened)}`)
  process.stdout.write(`States of the VMs before:\n${lines(report.states)}`)
  process.stdout.write(`Missing values that a rule of the verdict uses as evidence:\n${lines(report.byRule)}`)
  const mixtures = await runMixtures(Math.ceil(cases / 5), seed)
  const against = [...mixtures.unfounded.values()].reduce((sum, each) => sum + each, 0)
  process.stdout.write(`${mixtures.mixtures} stale or contradicting inputs, ${against} claims against the evidence\n`)
  process.stdout.write(lines(mixtures.unfounded))
  return times + against === 0 ? 0 : 1
}

process.exitCode = await main()
