import 'server-only'
import { existsSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { programVersion } from '@/lib/config/version'
import type { BegunBundle } from '@/lib/setup/bundle/read'
import { partialOf, readBegunFile } from './file'
import { nearMilliseconds } from './replay'

/** The lines of the run that was cut off, until the run that continues it is complete. */
const keptOf = (path: string): string => `${path}.kept`

/** What runs that were cut off have left of a file: its name alone, and its lines. Empty without one. */
export function leftOf(path: string): readonly string[] {
  const lines = [partialOf(path), keptOf(path)].filter((each) => existsSync(each))
  const isNameAlone = statSync(path, { throwIfNoEntry: false })?.size === 0
  return isNameAlone ? [path, ...lines] : lines
}

/** Whose file it is: only a run of the same person for the same subscriptions continues it. */
export interface BegunFor {
  readonly tenantId: string
  readonly armEndpoint: string
  readonly who: string
  readonly subscriptions: readonly string[] | null
}

function isContinuedBy({ header }: BegunBundle, by: BegunFor): boolean {
  const chosen = (ids: readonly string[] | null): string => ids?.toSorted().join() ?? 'all'
  return (
    header.program === programVersion &&
    header.tenantId === by.tenantId &&
    header.armEndpoint === by.armEndpoint &&
    header.who === by.who &&
    chosen(header.subscriptions) === chosen(by.subscriptions) &&
    Math.abs(Date.now() - Date.parse(header.takenAt)) <= nearMilliseconds
  )
}

export type TakenUp =
  | { readonly kind: 'begun'; readonly begun: BegunBundle }
  | { readonly kind: 'nothing' }
  /** Of another person, tenant, choice of subscriptions or version, or older than what counts as one reading. */
  | { readonly kind: 'other' }

/**
 * Takes up what runs that were cut off have read, so that the file can be opened again. Nothing is lost where this run is
 * cut off too.
 */
export async function takeUp(path: string, by: BegunFor): Promise<TakenUp> {
  const kept = keptOf(path)
  const found = await Promise.all(
    // The file itself is there where only its redacted form was still to be written.
    [path, partialOf(path), kept].map(async (from) => ({ from, begun: await readBegunFile(from) })),
  )
  const [most] = found.toSorted((a, b) => (b.begun?.exchanges.length ?? -1) - (a.begun?.exchanges.length ?? -1))
  const begun = most?.begun ?? null
  if (most !== undefined && begun !== null) {
    if (!isContinuedBy(begun, by)) return { kind: 'other' }
    if (most.from !== kept) await rename(most.from, kept)
  }
  await Promise.all([path, partialOf(path)].map((each) => rm(each, { force: true })))
  return begun === null ? { kind: 'nothing' } : { kind: 'begun', begun }
}

/** Deletes the lines of runs that were cut off, once the file is complete. */
export const forgetBegun = (path: string): Promise<void> => rm(keptOf(path), { force: true })
