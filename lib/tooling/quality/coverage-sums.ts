import { z } from 'zod/mini'

/** Percent of the lines that the unit tests must run. */
export const lowestLines = 90

const countSchema = z.object({ total: z.number(), covered: z.number() })
const summarySchema = z.record(z.string(), z.object({ lines: countSchema, branches: countSchema }))

interface Count {
  readonly total: number
  readonly covered: number
}

/** What the unit tests run of one part of the product. */
export interface Part {
  readonly name: string
  readonly files: number
  readonly lines: Count
  readonly branches: Count
}

export interface Sums {
  readonly parts: readonly Part[]
  /** Percent of the lines of all that the unit tests are to run. */
  readonly lines: number
  /** Files of the screens that no unit test loads: only the browser tests run them. */
  readonly browserAlone: Part
}

type File = Omit<Part, 'files'>

const parts: readonly (readonly [string, RegExp])[] = [
  ['the core (`lib/encryption`, `lib/messages`, `lib/diagnosis`)', /^lib\/(?:encryption|messages|diagnosis)\//],
  ['the rest of `lib`', /^lib\//],
  ['route handlers (`app/api`)', /^app\/api\//],
  ['screens that unit tests load (`components`, `app`)', /^(?:components|app)\//],
]
const isScreen = (name: string): boolean => /^(?:components|app\/(?!api\/))/.test(name)

function sum(name: string, files: readonly File[]): Part {
  const add = (key: 'lines' | 'branches'): Count => ({
    total: files.reduce((total, file) => total + file[key].total, 0),
    covered: files.reduce((total, file) => total + file[key].covered, 0),
  })
  return { name, files: files.length, lines: add('lines'), branches: add('branches') }
}

const percent = ({ total, covered }: Count): number => (total === 0 ? 100 : (100 * covered) / total)

/**
 * Counts a summary of vitest's by parts of the product.
 * @param nameOf a file's path from the top of the project
 */
export function coverageOf(summary: unknown, nameOf: (path: string) => string): Sums {
  const files = Object.entries(summarySchema.parse(summary))
    .filter(([path]) => path !== 'total')
    .map(([path, counts]): File => ({ ...counts, name: nameOf(path).replaceAll('\\', '/') }))
  const isAlone = ({ name, lines }: File) => isScreen(name) && lines.covered === 0
  const tested = files.filter((file) => !isAlone(file))
  const partOf = ({ name }: File) => parts.find(([, pattern]) => pattern.test(name))?.[0]
  return {
    parts: parts.map(([name]) =>
      sum(
        name,
        tested.filter((file) => partOf(file) === name),
      ),
    ),
    lines: percent(sum('', tested).lines),
    browserAlone: sum('screens that browser tests alone run', files.filter(isAlone)),
  }
}

export function coverageTable({ parts: found, lines, browserAlone }: Sums): string {
  const row = ({ name, files, ...part }: Part) => {
    const words = [part.lines, part.branches].map((count) => `${percent(count).toFixed(1)} % of ${count.total}`)
    return `| ${name} | ${files} | ${words.join(' | ')} |`
  }
  return [
    '| Part | Files | Lines | Branches |',
    '|---|---|---|---|',
    ...found.map(row),
    `| all of these | | **${lines.toFixed(1)} %** | |`,
    row(browserAlone),
  ].join('\n')
}

/** The three figures that are asked for, in words: the last has no bar. */
export function coverageFigures({ parts: found, lines, browserAlone }: Sums): string {
  const core = found[0]?.branches ?? { covered: 0, total: 0 }
  const all = sum('', [...found, browserAlone]).lines
  return [
    `Branches of the core: ${percent(core).toFixed(2)} %, asked are 100 %`,
    `Lines of all that unit tests load: ${lines.toFixed(1)} %, asked are ${lowestLines} %`,
    `Lines of all, screens that browser tests alone run included: ${percent(all).toFixed(1)} %`,
  ].join('\n')
}
