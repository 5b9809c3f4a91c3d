import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { top } from '../launch/paths'

const texts = z.record(z.string(), z.string())
const manifestSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  dependencies: texts.default({}),
  devDependencies: texts.default({}),
  optionalDependencies: texts.default({}),
})
const entrySchema = z.object({
  ...manifestSchema.shape,
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().default(false),
  inBundle: z.boolean().default(false),
  dev: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
})
const lockSchema = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), entrySchema) })

/** One package of the lockfile. */
export interface Locked extends z.infer<typeof entrySchema> {
  /** Its place: `node_modules/a/node_modules/b`. */
  readonly place: string
  /** The name by which it is there. */
  readonly as: string
}

export interface Lockfile {
  readonly root: z.infer<typeof manifestSchema>
  readonly packages: readonly Locked[]
}

const inFolder = 'node_modules/'

/** Reads a lockfile of npm, version 3. Throws where it is another thing. */
export function readLockfile(text: string): Lockfile {
  const { '': root, ...packages } = lockSchema.parse(JSON.parse(text)).packages
  if (root === undefined) throw new Error('a lockfile without its own package')
  const entries = Object.entries(packages).map(([place, entry]) => {
    const as = place.slice(place.lastIndexOf(inFolder) + inFolder.length)
    return { ...entry, place, as }
  })
  return { root, packages: entries }
}

/** The project's own. */
export function ownLockfile(): Lockfile {
  return readLockfile(readFileSync(join(top, 'package-lock.json'), 'utf8'))
}

const exact = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/

/** Wanted versions that are ranges, tags, folders, addresses: everything but one version of the registry's. */
export function notPinned({ root }: Pick<Lockfile, 'root'>): readonly string[] {
  const wanted = [root.dependencies, root.devDependencies, root.optionalDependencies]
  return wanted
    .flatMap((each) => Object.entries(each))
    .flatMap(([name, version]) => (exact.test(version) ? [] : [name]))
}

/**
 * Packages whose content could be another than the one that was looked at: without a SHA-512 of it, or from an address of
 * their own. Where the lockfile names no address, npm asks the registry that it is set up with; a link or a bundled package
 * has none of either, and a bundled one is covered by the sum of the package that brings it.
 */
export function notVouchedFor({ packages }: Pick<Lockfile, 'packages'>): readonly string[] {
  const sums = new Map(packages.map(({ place, integrity }) => [place, integrity]))
  const isCovered = ({ place, inBundle, integrity }: Locked): boolean => {
    if (!inBundle) return integrity?.startsWith('sha512-') === true
    return sums.get(place.slice(0, place.lastIndexOf(`/${inFolder}`)))?.startsWith('sha512-') === true
  }
  return packages
    .filter((each) => each.link || !isCovered(each) || each.resolved !== undefined)
    .map(({ place }) => place)
}

/** Names of the packages that want to run something when they are installed. */
export function withInstallScript({ packages }: Pick<Lockfile, 'packages'>): readonly string[] {
  return [...new Set(packages.filter((each) => each.hasInstallScript).map(({ as }) => as))].sort()
}

/**
 * What the product itself needs, at run time or to be built. What npm calls `devOptional` is there because a tool needs it
 * and is optional to the product: as a package that may be missing, which counts, or as one that its user would have to
 * bring (an optional peer), which does not.
 * Source: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages
 */
export function ofProduction({ packages }: Pick<Lockfile, 'packages'>): readonly Locked[] {
  const needed = packages.filter(({ dev, devOptional }) => !dev && !devOptional)
  const rest = new Set(packages.filter(({ devOptional }) => devOptional))
  // Grows while it is walked: what such a package brings is needed with it.
  for (const { dependencies, optionalDependencies } of needed) {
    const named = [...rest].filter(({ as }) => as in optionalDependencies || as in dependencies)
    for (const each of named) rest.delete(each)
    needed.push(...named)
  }
  return needed
}
