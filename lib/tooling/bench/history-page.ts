import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { top } from '../launch/paths'

const introduction = `# How fast the history is, and what it survives

Each part is made by the command that it names, on one machine with everything it needs: product, fake Azure, PostgreSQL
and measuring client. Both databases are real; PostgreSQL writes no \`fsync\`, so what is tested is killed programs and
not power cuts. What is kept and how: [history.md](history.md).
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

/** The part as it stands in the page, from its headline to the next; null where it was never measured. */
function found(page: string, part: HistoryPart): string | null {
  const from = page.indexOf(headline(part))
  if (from < 0) return null
  const next = page.indexOf('\n## ', from)
  return page.slice(from, next < 0 ? undefined : next + 1).trimEnd()
}

/** Programs at work on average when a measurement begins, to be said beside its figures. */
export function loadNow(): number {
  return loadavg()[0] ?? 0
}

/** Puts new figures of one part into docs/performance-history.md; the other parts stay. Gives what it wrote. */
export function publish(part: HistoryPart, text: string, load: number): string {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const machine = `Node ${process.version}, ${cpus().length} processors, ${new Date().toISOString().slice(0, 10)}; ${load.toFixed(1)} other programs at work on average when the run began.`
  const fresh = `${headline(part)}\nMade by \`npm run -s bench -- ${part}\`. ${machine}\n\n${text.trim()}`
  const all = parts.map((each) => (each === part ? fresh : found(page, each)))
  writeFileSync(file, `${[introduction.trimEnd(), ...all.filter((each) => each !== null)].join('\n\n')}\n`)
  return fresh
}
