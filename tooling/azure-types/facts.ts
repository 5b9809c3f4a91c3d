import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathsOf } from '@/lib/wire/published/check'
import type { FactTable } from '@/lib/wire/published/facts'
import { shapeAt, type Facts } from '@/lib/wire/published/shape'
import { top } from '../launch/paths'
import { bodiesOfFake, type Body } from './bodies'
import { factsAt, Published } from './published'
import { readers, readsOf } from './reads'

export const factsPath = 'lib/wire/published/facts.json'

export const publishedFolder = resolve(process.env.SEALWATCH_SHARED ?? resolve(top, '../shared'), 'specs/azure-types')
/** Whether the published types are available. The project has no copy of them, only the facts that it uses. */
export const publishedPresent = existsSync(publishedFolder)

/** The published files that are available, with the provider (lower case) and api-version of each. */
export function publishedFiles(): readonly {
  readonly provider: string
  readonly version: string
  readonly types: Published
}[] {
  return readdirSync(publishedFolder).flatMap((file) => {
    const [, provider, version] = /^(.+)_(\d{4}-\d{2}-\d{2})\.json$/.exec(file) ?? []
    if (provider === undefined || version === undefined) return []
    const json: unknown = JSON.parse(readFileSync(resolve(publishedFolder, file), 'utf8'))
    return [{ provider, version, types: new Published(json) }]
  })
}

/** Condenses the published types to the fields that the fake's answers contain and `lib/wire` reads. */
export async function makeFacts(): Promise<FactTable> {
  const bodies: Body[] = []
  for await (const body of bodiesOfFake()) bodies.push(body)
  const types = [...new Set([...bodies.map(({ type }) => type), ...Object.keys(readers)])].toSorted()
  const table: Record<string, Facts> = {}
  for (const { provider, version, types: published } of publishedFiles()) {
    for (const type of types.filter((each) => each.toLowerCase().startsWith(`${provider}/`))) {
      const shape = published.resource(type)
      if (shape === undefined) continue
      const paths = bodies
        .filter((body) => body.type === type)
        .flatMap(({ at, json }) => {
          const part = at === '' ? shape : shapeAt(shape, at)
          return part === undefined ? [] : pathsOf(part, json).map((path) => (at === '' ? path : `${at}.${path}`))
        })
      table[`${type}@${version}`] = factsAt(shape, [...new Set([...paths, ...readsOf(type, shape).published])])
    }
  }
  return table
}

/** The facts as the file stores them: types without differences are stored once. */
export function writtenFacts(table: FactTable): string {
  const first = new Map<string, string>()
  const rows = Object.entries(table)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([type, facts]): [string, Facts | string] => {
      const text = JSON.stringify(facts)
      const same = first.get(text)
      if (same === undefined) first.set(text, type)
      return [type, same ?? facts]
    })
  return `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`
}
