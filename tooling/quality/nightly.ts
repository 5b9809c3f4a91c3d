import { z } from 'zod/mini'
import { duration, measuredSchema } from './measured'

/** What `npm run test:nightly` runs, in this order. */
export const nightlyKinds = [
  'azure-cli',
  'browser',
  'kills',
  'fuzz',
  'soak',
  'upgrade',
  'node',
  'image',
  'mutants',
] as const
export type NightlyKind = (typeof nightlyKinds)[number]

const resultSchema = z.object({
  passed: z.number(),
  failed: z.number(),
  notRun: z.number(),
  measured: measuredSchema,
})
/** The last result of a kind. */
export type NightlyResult = z.infer<typeof resultSchema>

/** Parses the output of `JSON.stringify`; throws on anything else. */
export function readNightly(text: string): NightlyResult {
  return resultSchema.parse(JSON.parse(text))
}

const contents: Readonly<Record<NightlyKind, string>> = {
  'azure-cli': 'all commands that the product shows or is compared with, by the real azure-cli',
  browser: '10,000 VMs, 5,000 mixed requests of six users, HTTP Observatory',
  kills:
    '20 kills of server and collector on each database, rounds of killed writers and senders, and whole runs recorded on each',
  fuzz: 'a minute for each entry point; 10,000 files of a fleet without some answers, 10,000 with forged ones',
  soak: '50 users on two servers for 20 minutes: no error, and memory stays flat',
  upgrade: 'a server of the last commit with the previous schema beside this one, behind a balancer, on PostgreSQL',
  node: 'the npm package, and the tests that start no program and open no database, on Node.js 20.19, 22 and 24',
  image: 'the steps of the Dockerfile, and its result run as in a container',
  mutants: 'small changes to the core that a test must detect',
}

/** A line for each kind; one that was never run shows "never". */
export function nightlyTable(results: ReadonlyMap<NightlyKind, NightlyResult>): string {
  const rows = nightlyKinds.map((kind) => {
    const result = results.get(kind)
    if (result === undefined) return [kind, contents[kind], '', '', '', 'never', '', '']
    const { passed, failed, notRun, measured } = result
    const { date, commit } = measured
    return [kind, contents[kind], ...[passed, failed, notRun].map(String), date, commit, duration(measured)]
  })
  const head = ['Kind', 'What it is', 'Passed', 'Failed', 'Not run', 'Measured', 'Commit', 'Took']
  return ['', ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n')
}
