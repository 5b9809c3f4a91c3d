import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import { programVersion } from '@/lib/config/version'
import type { ApiError } from '@/lib/contract/errors'
import type { FleetRow } from '@/lib/contract/fleet'
import { armTransport } from '@/lib/azure/session'
import { placesOf } from '@/lib/retirement/plan'
import type { Result } from '@/lib/shared/result'
import { bundleFormat, bundleVersion, type BundleHeader, type BundlePart } from '@/lib/setup/bundle/format'
import type { BegunBundle } from '@/lib/setup/bundle/read'
import type { BundleWriter } from '@/lib/setup/bundle/write'
import { loadVm } from '@/lib/usecases/load-vm'
import { loadRetirement } from '@/lib/usecases/retirement/load-retirement'
import { loadVmTimeline } from '@/lib/usecases/timeline/load-vm-timeline'
import { loadTroubleshoot } from '@/lib/usecases/troubleshoot/load-troubleshoot'
import { parseVmId, type VmName } from '@/lib/usecases/vm-name'
import { chosenTransport } from './chosen'
import { loadRows, type LoadedRows } from './load-rows'
import { BundleRecorder } from './recorder'
import type { NotRead } from './refusals'

/** Which VMs' pages are read: those with a trace of Azure Disk Encryption, all, or none. */
export const pageChoices = ['traced', 'all', 'none'] as const
export type PageChoice = (typeof pageChoices)[number]

/** What else can be read of a VM. */
export type AlsoPart = 'timelines' | 'troubleshoot'

export interface Taking {
  readonly caller: Caller
  readonly armEndpoint: string
  /** The account as its tool names it. */
  readonly who: string
  readonly subscriptions: readonly string[] | null
  readonly pages: PageChoice
  /** What is read of the VMs whose pages are read, besides their page. */
  readonly also: readonly AlsoPart[]
  /** What a run that was cut off has read; null begins from nothing. */
  readonly begun: BegunBundle | null
  readonly signal: AbortSignal
  /** Called after each page of a part with the number of pages read and wanted. */
  readonly onPage: (read: number, wanted: number) => void
}

/** What was taken; `failed` where nothing at all could be read. */
export type Taken =
  | {
      readonly kind: 'taken'
      readonly complete: boolean
      readonly vms: number
      readonly pages: number
      readonly gaps: number
    }
  | { readonly kind: 'failed'; readonly code: string }

/** Pages of VMs that are read at the same time; the requests of each wait for their turn anyway. */
const atOnce = 8

type PerVm = Exclude<BundlePart, 'fleet' | 'retirement'>
type Read = (caller: Caller, vm: VmName, signal: AbortSignal) => Promise<Result<unknown, ApiError>>

/** What reads each part of a VM, and the kind of its gap. */
const readsPerVm: Readonly<Record<PerVm, { readonly kind: string; readonly read: Read }>> = {
  'vm-pages': { kind: 'vm', read: loadVm },
  timelines: { kind: 'timeline', read: loadVmTimeline },
  troubleshoot: { kind: 'troubleshoot', read: (caller, vm, signal) => loadTroubleshoot(caller, vm, null, signal) },
}

const gapOf = (scope: string, kind: string, { code, azureCodes }: Pick<ApiError, 'code' | 'azureCodes'>): NotRead => ({
  scope,
  kind,
  code,
  azureCodes: [...azureCodes],
})

/** Reads one part of the chosen VMs, a few at a time. Returns what could not be read. */
async function readPart(
  taking: Taking,
  part: PerVm,
  rows: readonly FleetRow[],
): Promise<{ readonly read: number; readonly notRead: readonly NotRead[] }> {
  const ids = rows.map(({ id }) => id)
  const notRead: NotRead[] = []
  const { kind, read: readVm } = readsPerVm[part]
  let [read, next] = [0, 0]
  const work = async (): Promise<void> => {
    while (next < ids.length && !taking.signal.aborted) {
      const id = ids[next++] ?? ''
      const vm = parseVmId(id)
      // Instances of uniform scale sets have another address; the load has read them.
      if (vm === null) continue
      const page = await readVm(taking.caller, vm, taking.signal)
      if (page.ok) read += 1
      else notRead.push(gapOf(id, kind, page.failure))
      taking.onPage(read + notRead.length, ids.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { read, notRead }
}

/** Reads what Retirement reads. Returns what could not be read. */
async function readRetirement({ caller, signal }: Taking, loaded: LoadedRows): Promise<readonly NotRead[]> {
  const request = placesOf([...loaded.rows.values()], loaded.subscriptions)
  const read = await loadRetirement(caller, request, signal)
  return read.ok ? [] : [gapOf('tenant', 'retirement', read.failure)]
}

function chosen(rows: ReadonlyMap<string, FleetRow>, pages: PageChoice): readonly FleetRow[] {
  if (pages === 'none') return []
  // A row from the inventory alone has no trace of Azure Disk Encryption.
  return [...rows.values()].filter(({ reading }) => pages === 'all' || reading === 'read')
}

function headerOf({ caller, armEndpoint, who, subscriptions }: Taking): Omit<BundleHeader, 'kind'> {
  return {
    format: bundleFormat,
    version: bundleVersion,
    program: programVersion,
    takenAt: new Date().toISOString(),
    cloud: caller.cloud,
    armEndpoint,
    tenantId: caller.tenantId,
    who,
    redacted: false,
    subscriptions: subscriptions === null ? null : [...subscriptions],
  }
}

/** Takes a bundle: the same requests as a load of the fleet and the pages of the chosen VMs, with the person's rights. */
export async function takeBundle(taking: Taking, writer: BundleWriter): Promise<Taken> {
  const transport = chosenTransport(armTransport, taking.subscriptions)
  const begun = taking.begun ?? { header: headerOf(taking), exchanges: [] }
  const recorder = new BundleRecorder(transport, writer, begun)
  try {
    await recorder.begin()
    const loaded = await loadRows(taking.caller, taking.subscriptions, taking.signal)
    if (loaded.failed !== null) return { kind: 'failed', code: loaded.failed }
    recorder.read('retirement')
    const notRead = loaded.gaps.map((gap) => gapOf(gap.scope, gap.kind, gap))
    notRead.push(...(await readRetirement(taking, loaded)))
    const rows = chosen(loaded.rows, taking.pages)
    const read = { 'vm-pages': 0, timelines: 0, troubleshoot: 0 }
    for (const each of ['vm-pages', ...taking.also] as const) {
      recorder.read(each)
      const done = await readPart(taking, each, rows)
      read[each] = done.read
      notRead.push(...done.notRead)
    }
    notRead.push(...recorder.refusals.list(notRead))
    const complete = loaded.complete && notRead.length === loaded.gaps.length && !taking.signal.aborted
    const { 'vm-pages': pages, timelines, troubleshoot } = read
    await writer.manifest({
      endedAt: new Date().toISOString(),
      complete,
      subscriptions: loaded.subscriptions.length,
      vms: loaded.rows.size,
      ...{ pages, timelines, troubleshoot, notRead },
    })
    return { kind: 'taken', complete, vms: loaded.rows.size, pages, gaps: notRead.length }
  } finally {
    globalThis.sealwatchTransport = undefined
  }
}
