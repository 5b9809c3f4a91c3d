import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { variableDocs } from '@/lib/config/variable-docs'
import { top } from './launch/paths'

const folder = 'docs/security'
const statuses = ['met', 'not applicable', 'open']

interface Row {
  readonly id: string
  readonly level: string
  readonly status: string
  readonly words: string
}

const textOf = (path: string): string => readFileSync(join(top, path), 'utf8')

/** Files that a document links, from the top of the project; links to the web or to the same document are skipped. */
function linkedFrom(path: string, text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => decodeURIComponent(target.split('#')[0] ?? ''))
    .filter((target) => target !== '' && !/^https?:/.test(target))
    .map((target) => join(dirname(path), target))
}

const table = `${folder}/asvs.md`
const rows: readonly Row[] = textOf(table)
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [, id = '', level = '', , status = '', words = ''] = line.split('|').map((cell) => cell.trim())
    return { id, level, status, words }
  })

/** The standard's ids of levels 1 and 2; null if no copy of the standard is beside the checkout. */
function standardIds(): readonly string[] | null {
  const path = join(top, '../shared/security/asvs-5.0.0.csv')
  if (!existsSync(path)) return null
  const cell = '(?:"(?:[^"]|"")*"|[^",\\n]*)'
  const line = new RegExp(`^V\\d+,${cell},V[\\d.]+,${cell},(V[\\d.]+),${cell},([123])\\r?$`, 'gm')
  return [...readFileSync(path, 'utf8').matchAll(line)].flatMap(([, id = '', level]) => (level === '3' ? [] : [id]))
}

describe('the table of ASVS', () => {
  it('contains each requirement of level 1 and 2 once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    const lower = rows.filter(({ level }) => level !== '3').map(({ id }) => id)
    expect(lower).toHaveLength(253)
    expect([...lower].sort()).toEqual([...(standardIds() ?? lower)].sort())
  })

  it('states for each whether it is met, and where or why', () => {
    for (const { id, level, status, words } of rows) {
      expect(['1', '2', '3'], id).toContain(level)
      expect(statuses, id).toContain(status)
      expect(words, id).not.toBe('')
      const isFile = (path: string) => existsSync(join(top, path)) && statSync(join(top, path)).isFile()
      if (status === 'met') expect(linkedFrom(table, words).filter(isFile), id).not.toEqual([])
    }
  })

  it('has correct totals', () => {
    const count = (levels: readonly string[]) =>
      statuses.map((status) => rows.filter((row) => levels.includes(row.level) && row.status === status).length)
    expect(textOf(table)).toContain(`| 1 and 2 (253) | ${count(['1', '2']).join(' | ')} |`)
    expect(textOf(table)).toContain(`| 3 (those that fit) | ${count(['3']).join(' | ')} |`)
  })
})

/** Every method of a route that does work, as `METHOD /path/{parameter}`. */
function workingRoutes(): readonly string[] {
  const files = readdirSync(join(top, 'app'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => basename(file) === 'route.ts')
    .flatMap((file) => {
      const path = `/${dirname(file)}`.replaceAll(/\[([^\]]+)\]/g, '{$1}')
      const handlers = textOf(join('app', file)).matchAll(
        /^export (?:const ([A-Z]+) = (\w+)|async function ([A-Z]+)\()/gm,
      )
      return [...handlers].flatMap(([, method, handler = '', declared]) =>
        /^(?:methodNotAllowed|notAllowed|noSuchAddress)$/.test(handler) ? [] : [`${method ?? declared ?? ''} ${path}`],
      )
    })
}

it('the table of costs has each route that does work once, with its costs and its limit', () => {
  const costs = textOf(`${folder}/costs.md`)
    .split('\n')
    .filter((line) => /^\| [A-Z]+ \//.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(costs.map(([, route = '']) => route).sort()).toEqual([...workingRoutes()].sort())
  expect(costs.filter((cells) => cells.length !== 7 || cells.slice(1, 6).includes(''))).toEqual([])
})

it('the policy for keys names every secret of the configuration, and every file that holds one', () => {
  const kept = Object.entries(variableDocs).flatMap(([name, { secret }]) =>
    secret || /_(?:CERTIFICATE_PATH|WEBHOOKS_FILE)$/.test(name) ? [name] : [],
  )
  expect(kept.length).toBeGreaterThan(7)
  expect(kept.filter((name) => !textOf(`${folder}/keys.md`).includes(`\`${name}\``))).toEqual([])
})

it.each([
  table,
  `${folder}/threat-model.md`,
  `${folder}/inventories.md`,
  `${folder}/costs.md`,
  `${folder}/supply-chain.md`,
  `${folder}/browsers.md`,
  `${folder}/keys.md`,
  'SECURITY.md',
])('%s links only existing files', (path) => {
  const linked = linkedFrom(path, textOf(path))
  expect(linked).not.toEqual([])
  expect(linked.filter((file) => !existsSync(join(top, file)))).toEqual([])
})
