import { z } from 'zod/mini'

/** Percent of the lines that the tests must run. */
const lowestLines = 90

const place = z.object({ start: z.object({ line: z.number() }) })
const fileSchema = z.object({
  statementMap: z.record(z.string(), place),
  /** Executions of each statement. */
  s: z.record(z.string(), z.number()),
  /** Executions of each arm of each branch. */
  b: z.record(z.string(), z.array(z.number())),
})
const coverageSchema = z.record(z.string(), fileSchema)
const linesSchema = z.record(z.string(), z.array(z.number()))

interface Count {
  readonly total: number
  readonly covered: number
}

/** The coverage of one part of the product. */
export interface Part {
  readonly name: string
  readonly files: number
  /** By the unit tests. */
  readonly lines: Count
  /** By the unit tests or the browser tests. */
  readonly allLines: Count
  /** By the unit tests. */
  readonly branches: Count
}

export interface Sums {
  readonly parts: readonly Part[]
  readonly all: Part
}

type File = Omit<Part, 'files'>

const parts: readonly (readonly [string, RegExp])[] = [
  ['the core (`lib/encryption`, `lib/messages`, `lib/diagnosis`)', /^lib\/(?:encryption|messages|diagnosis)\//],
  ['the rest of `lib`', /^lib\//],
  ['route handlers (`app/api`)', /^app\/api\//],
  ['screens (`components`, `app`)', /^(?:components|app)\//],
]

function sum(name: string, files: readonly File[]): Part {
  const add = (key: 'lines' | 'allLines' | 'branches'): Count => ({
    total: files.reduce((total, file) => total + file[key].total, 0),
    covered: files.reduce((total, file) => total + file[key].covered, 0),
  })
  return { name, files: files.length, lines: add('lines'), allLines: add('allLines'), branches: add('branches') }
}

const percent = ({ total, covered }: Count): number => (total === 0 ? 100 : (100 * covered) / total)

/** Merges the reports of the browser tests: executed lines, by file from the top of the project. */
export function joinedLines(tests: readonly unknown[]): ReadonlyMap<string, ReadonlySet<number>> {
  const joined = new Map<string, Set<number>>()
  for (const test of tests)
    for (const [file, lines] of Object.entries(linesSchema.parse(test))) {
      const known = joined.get(file) ?? new Set()
      for (const line of lines) known.add(line)
      joined.set(file, known)
    }
  return joined
}

/** A line counts if a statement begins on it, and as run if one of these ran. */
function fileOf(name: string, file: z.infer<typeof fileSchema>, inBrowser: ReadonlySet<number> | undefined): File {
  const lines = new Map<number, boolean>()
  for (const [id, { start }] of Object.entries(file.statementMap))
    lines.set(start.line, (lines.get(start.line) ?? false) || (file.s[id] ?? 0) > 0)
  const total = lines.size
  const run = [...lines].filter(([, isRun]) => isRun).length
  const runByAny = [...lines].filter(([line, isRun]) => isRun || inBrowser?.has(line) === true).length
  const arms = Object.values(file.b).flat()
  return {
    name,
    lines: { total, covered: run },
    allLines: { total, covered: runByAny },
    branches: { total: arms.length, covered: arms.filter((times) => times > 0).length },
  }
}

/**
 * Counts vitest's coverage, and the lines that the browser tests run in addition, by parts of the product.
 * @param coverage istanbul's form, by the whole path of each file
 * @param nameOf a file's path from the top of the project
 */
export function coverageOf(
  coverage: unknown,
  inBrowser: ReadonlyMap<string, ReadonlySet<number>>,
  nameOf: (path: string) => string,
): Sums {
  const files = Object.entries(coverageSchema.parse(coverage)).map(([path, file]) => {
    const name = nameOf(path).replaceAll('\\', '/')
    return fileOf(name, file, inBrowser.get(name))
  })
  const partOf = ({ name }: File) => parts.find(([, pattern]) => pattern.test(name))?.[0]
  return {
    parts: parts.map(([name]) =>
      sum(
        name,
        files.filter((file) => partOf(file) === name),
      ),
    ),
    all: sum('all', files),
  }
}

const share = (count: Count) => `${percent(count).toFixed(1)} % of ${count.total}`

export function coverageTable({ parts: found, all }: Sums): string {
  const row = ({ name, files, lines, allLines, branches }: Part) =>
    `| ${name} | ${files} | ${[lines, allLines, branches].map(share).join(' | ')} |`
  return [
    '| Part | Files | Lines, unit tests | Lines, browser tests too | Branches, unit tests |',
    '|---|---|---|---|---|',
    ...[...found, all].map(row),
  ].join('\n')
}

const coreBranches = (sums: Sums): Count => sums.parts[0]?.branches ?? { covered: 0, total: 0 }

/** True if every branch of the core ran, and the required share of all lines. */
export function isEnough(sums: Sums): boolean {
  const { covered, total } = coreBranches(sums)
  return total > 0 && covered === total && percent(sums.all.allLines) >= lowestLines
}

/** The two required figures, as text. */
export function coverageFigures(sums: Sums): string {
  return [
    `Branches of the core: ${percent(coreBranches(sums)).toFixed(2)} %, asked are 100 %`,
    `Lines of all: ${percent(sums.all.allLines).toFixed(1)} %, asked are ${lowestLines} %`,
  ].join('\n')
}
