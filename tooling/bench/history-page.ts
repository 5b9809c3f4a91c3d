import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { top } from '../launch/paths'

const introduction = `# Speed of the history, and what it survives

The command named in each part measured it, on one machine with all programs: product, fake Azure, PostgreSQL and measuring
client. Both databases are real; PostgreSQL writes no \`fsync\`, so the tests cover killed programs and
not power cuts. Stored data: [history.md](history.md).
`

/** Parts of the page in their order. */
const parts = ['store', 'collect', 'kills'] as const
export type HistoryPart = (typeof parts)[number]
const headlines: Readonly<Record<HistoryPart, string>> = {
  store: 'A million observations',
  collect: 'Four collectors and two servers',
  kills: 'Kills',
}

const file = join(top, 'docs', 'performance-history.md')
const headline = (part: HistoryPart): string => `## ${headlines[part]}\n`

/** The part in the page, from its heading to the next; null if it was never measured. */
function found(page: string, part: HistoryPart): string | null {
  const from = page.indexOf(headline(part))
  if (from < 0) return null
  const next = page.indexOf('\n## ', from)
  return page.slice(from, next < 0 ? undefined : next + 1).trimEnd()
}

/** Average number of other busy programs when a measurement begins, printed beside its figures. */
export function loadNow(): number {
  return loadavg()[0] ?? 0
}

/** Writes new figures of one part into docs/performance-history.md; the other parts stay. Returns the written text. */
export function publish(part: HistoryPart, text: string, load: number): string {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const machine = `Node ${process.version}, ${cpus().length} processors, ${new Date().toISOString().slice(0, 10)}; ${load.toFixed(1)} other busy programs on average at the start.`
  const fresh = `${headline(part)}\nMade by \`npm run -s bench -- ${part}\`. ${machine}\n\n${text.trim()}`
  const all = parts.map((each) => (each === part ? fresh : found(page, each)))
  writeFileSync(file, `${[introduction.trimEnd(), ...all.filter((each) => each !== null)].join('\n\n')}\n`)
  return fresh
}
