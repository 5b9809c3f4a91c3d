import { readFleet } from '@/components/queries/read-fleet'
import type { ApiProblem } from '@/components/providers/api-problem'
import type { FileRefusal, OpenedFile } from '@/lib/contract/file-worker'
import {
  fleetInFile,
  obstacleOf,
  type CompareObstacle,
  type FileOrigin,
  type FleetInFile,
} from '@/lib/views/fleet-difference'
import { FleetMerger } from '@/lib/views/fleet-merge'
import { emptyFleet } from '@/lib/views/fleet-model'
import type { FileWorker } from './file-worker'

/** The file that a page compares with the one it shows: null before there is one. */
export type OtherFileState =
  | null
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly code: FileRefusal }
  | { readonly kind: 'obstacle'; readonly code: CompareObstacle }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'read'; readonly name: string; readonly takenAt: string; readonly fleet: FleetInFile }

/** Of whom an opened file is, and when it was taken. */
export const originOf = ({ cloud, redacted, state }: OpenedFile): FileOrigin => ({
  ...{ cloud, redacted },
  tenantId: state.tenantId,
  takenAt: state.file.takenAt,
})

/** Reads the fleet of another file with a worker of its own, which ends once that is done. */
export class OtherFile {
  #state: OtherFileState = null
  readonly #listeners = new Set<() => void>()

  constructor(private readonly startWorker: () => Promise<FileWorker>) {}

  readonly state = (): OtherFileState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @param shown the file that the page shows; either may be the later one */
  readonly read = async (file: File, shown: FileOrigin): Promise<void> => {
    if (this.#state?.kind === 'reading') return
    this.#change({ kind: 'reading', name: file.name })
    const worker = await this.startWorker()
    try {
      this.#change(await readWith(worker, file, shown))
    } finally {
      worker.end()
    }
  }

  #change(state: OtherFileState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

async function readWith(worker: FileWorker, file: File, shown: FileOrigin): Promise<OtherFileState> {
  const { name } = file
  const opened = await worker.open(file)
  if (!opened.ok) return { kind: 'refused', name, code: opened.failure }
  const origin = originOf(opened.value)
  const { takenAt } = origin
  const isLater = Date.parse(takenAt) > Date.parse(shown.takenAt)
  const obstacle = isLater ? obstacleOf(shown, origin) : obstacleOf(origin, shown)
  if (obstacle !== null) return { kind: 'obstacle', code: obstacle }
  const merger = new FleetMerger()
  let fleet = emptyFleet
  const problem = await readFleet(worker.fetchApi, new AbortController().signal, (events, isDue) => {
    fleet = merger.merge(fleet, events, isDue) ?? fleet
  })
  return problem === null ? { kind: 'read', name, takenAt, fleet: fleetInFile(fleet) } : { kind: 'failed', problem }
}
