import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeOwn } from '@/lib/config/own-file'
import type { ReportPlace as ConfiguredPlace } from '@/lib/config/report-config'
import { reportContainer } from '@/lib/usecases/collect/report-container'

type Pieces = Iterable<string | Uint8Array>

/** Where reports are kept. */
export interface ReportPlace {
  /** Writes one file whole or not at all. */
  readonly write: (name: string, contentType: string, pieces: Pieces, signal: AbortSignal) => Promise<void>
  /** Names of files, also of such that are no reports. */
  readonly names: (prefix: string, signal: AbortSignal) => Promise<readonly string[]>
  readonly remove: (name: string, signal: AbortSignal) => Promise<void>
}

/** A folder; each file is readable for its owner only. */
function inFolder(folder: string): ReportPlace {
  return {
    write: (name, _contentType, pieces) =>
      new Promise((resolve) => {
        writeOwn(join(folder, name), pieces)
        resolve()
      }),
    names: () => readdir(folder),
    remove: (name) => rm(join(folder, name), { force: true }),
  }
}

function inContainer(address: string): ReportPlace {
  const container = reportContainer(address)
  return {
    write: (name, contentType, pieces, signal) =>
      container.put(name, contentType, Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))), signal),
    names: container.list,
    remove: container.remove,
  }
}

/** The place that the configuration names. */
export function placeOf(place: ConfiguredPlace): ReportPlace {
  return place.kind === 'folder' ? inFolder(place.folder) : inContainer(place.address)
}
