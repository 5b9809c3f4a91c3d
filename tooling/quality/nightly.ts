import { duration, type Measured } from './measured'

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

/** The counts of a kind's last run. */
export interface NightlyResult {
  readonly passed: number
  readonly failed: number
  readonly notRun: number
  readonly measured: Measured
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

const empty = ['', '', '', 'never', '', '']

function cellsOf({ passed, failed, notRun, measured }: NightlyResult): readonly string[] {
  return [...[passed, failed, notRun].map(String), measured.date, measured.commit, duration(measured)]
}

/** The figures of a kind in an earlier table. */
function earlierCells(earlier: string, kind: NightlyKind): readonly string[] {
  const line = earlier.split('\n').find((one) => one.startsWith(`| ${kind} |`))
  const cells =
    line
      ?.split('|')
      .map((cell) => cell.trim())
      .slice(3, -1) ?? []
  return cells.length === empty.length ? cells : empty
}

/**
 * A line for each kind; one that was never run shows "never".
 * @param results of the kinds that ran now
 * @param earlier the document with the last table: kinds that did not run now keep its figures
 */
export function nightlyTable(results: ReadonlyMap<NightlyKind, NightlyResult>, earlier: string): string {
  const rows = nightlyKinds.map((kind) => {
    const result = results.get(kind)
    return [kind, contents[kind], ...(result === undefined ? earlierCells(earlier, kind) : cellsOf(result))]
  })
  const head = ['Kind', 'What it is', 'Passed', 'Failed', 'Not run', 'Measured', 'Commit', 'Took']
  return ['', ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n')
}
