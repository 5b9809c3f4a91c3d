import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { top } from '../launch/paths'
import { ofProduction, ownLockfile, type Locked } from '../supply/lockfile'

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

function textsOf({ place }: Locked): readonly string[] {
  const folder = join(top, place)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => licenceFile.test(name))
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim())
}

/**
 * The licences of the packages whose code is in the package: those of the product, and those that the programs contain.
 * @param inputs paths of the bundled source files, from the top
 */
export function noticesFor(inputs: readonly string[]): string {
  const lock = ownLockfile()
  const product = new Set(ofProduction(lock).map(({ place }) => place))
  const bundled = lock.packages.filter(({ place }) => inputs.some((path) => path.startsWith(`${place}/`)))
  const bundledPlaces = new Set(bundled.map(({ place }) => place))
  const all = lock.packages.filter(({ place }) => product.has(place) || bundledPlaces.has(place))
  const namesOf = new Map<string, string[]>()
  for (const each of all) {
    const name = `${each.as} ${each.version ?? ''} (${each.license ?? 'no licence named'})`
    const text = textsOf(each).join('\n\n')
    namesOf.set(text, [...(namesOf.get(text) ?? []), name])
  }
  return [...namesOf]
    .map(([text, names]) => `${[...new Set(names)].join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`)
}
