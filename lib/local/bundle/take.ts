import 'server-only'
import { AccessToken } from '@/lib/auth/access-token'
import type { Caller } from '@/lib/auth/caller'
import { programVersion } from '@/lib/config/version'
import type { FleetRow, Gap } from '@/lib/contract/fleet'
import { recordingTransport } from '@/lib/azure/recording-transport'
import { armTransport } from '@/lib/azure/session'
import { isPlainHeader } from '@/lib/setup/azure/redact-words'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { bundleFormat, bundleVersion, type BundleHeader, type BundlePart } from '@/lib/setup/bundle/format'
import type { BundleWriter } from '@/lib/setup/bundle/write'
import { exchangeOf } from '@/lib/usecases/azure-check/exchange-of'
import { loadFleet } from '@/lib/usecases/fleet/load-fleet'
import { loadVm } from '@/lib/usecases/load-vm'
import { parseVmId } from '@/lib/usecases/vm-name'

/** Which VMs' pages are read: those with a trace of Azure Disk Encryption, all, or none. */
export const pageChoices = ['traced', 'all', 'none'] as const
export type PageChoice = (typeof pageChoices)[number]

export interface Taking {
  readonly caller: Caller
  readonly armEndpoint: string
  /** The account as its tool names it. */
  readonly who: string
  readonly subscriptions: readonly string[] | null
  readonly pages: PageChoice
  readonly signal: AbortSignal
  /** Called after each page with the number of pages read and wanted. */
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

/** The person of an open sign-in, for the use cases. */
export function callerOf(place: Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>): Caller {
  return { ...place, roles: [], accessToken: new AccessToken('local'), expiresAt: Number.MAX_SAFE_INTEGER }
}

function withoutOtherHeaders(exchange: Exchange): Exchange {
  const kept = Object.entries(exchange.headers).filter(([name, value]) => isPlainHeader(name, value))
  return { ...exchange, headers: Object.fromEntries(kept) }
}

const isMethod = (method: string): method is 'GET' | 'POST' => method === 'GET' || method === 'POST'

interface Loaded {
  readonly rows: ReadonlyMap<string, FleetRow>
  readonly gaps: readonly Gap[]
  readonly subscriptions: number
  readonly complete: boolean
  readonly failed: string | null
}

async function load({ caller, subscriptions, signal }: Taking): Promise<Loaded> {
  const rows = new Map<string, FleetRow>()
  const gaps: Gap[] = []
  const seen: Pick<{ -readonly [Key in keyof Loaded]: Loaded[Key] }, 'subscriptions' | 'complete' | 'failed'> = {
    subscriptions: 0,
    complete: false,
    failed: null,
  }
  for await (const event of loadFleet(caller, { subscriptions, fresh: true }, signal)) {
    if (event.type === 'rows') for (const row of event.rows) rows.set(row.key, row)
    else if (event.type === 'gap') gaps.push(event.gap)
    else if (event.type === 'subscriptions') seen.subscriptions = event.subscriptions.length
    else if (event.type === 'end') seen.complete = event.complete
    else if (event.type === 'failure') seen.failed = event.error.code
  }
  return { rows, gaps, ...seen }
}

/** Reads the pages of the chosen VMs, a few at a time. Returns what could not be read. */
async function readPages(taking: Taking, rows: readonly FleetRow[]): Promise<{ read: number; gaps: readonly Gap[] }> {
  const ids = rows.map(({ id }) => id)
  const gaps: Gap[] = []
  let [read, next] = [0, 0]
  const work = async (): Promise<void> => {
    while (next < ids.length && !taking.signal.aborted) {
      const id = ids[next++] ?? ''
      const vm = parseVmId(id)
      // Instances of uniform scale sets have another address; the load has read them.
      if (vm === null) continue
      const page = await loadVm(taking.caller, vm, taking.signal)
      if (page.ok) read += 1
      else
        gaps.push({
          scope: id,
          kind: 'vm',
          code: page.failure.code,
          azureCodes: page.failure.azureCodes,
          azureVersions: [],
        })
      taking.onPage(read + gaps.length, ids.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { read, gaps }
}

function chosen(rows: ReadonlyMap<string, FleetRow>, pages: PageChoice): readonly FleetRow[] {
  if (pages === 'none') return []
  // A row from the inventory alone has no trace of Azure Disk Encryption.
  return [...rows.values()].filter(({ reading }) => pages === 'all' || reading === 'read')
}

/** Takes a bundle: the same requests as a load of the fleet and the pages of the chosen VMs, with the person's rights. */
export async function takeBundle(taking: Taking, writer: BundleWriter): Promise<Taken> {
  const { caller, armEndpoint, who, subscriptions } = taking
  let part: BundlePart = 'fleet'
  globalThis.sealwatchTransport = recordingTransport(armTransport, async (recorded) => {
    const exchange = withoutOtherHeaders(exchangeOf(recorded))
    const { method } = exchange
    if (isMethod(method)) await writer.exchange(part, { ...exchange, method })
  })
  try {
    const header: Omit<BundleHeader, 'kind'> = {
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
    await writer.header(header)
    const loaded = await load(taking)
    if (loaded.failed !== null) return { kind: 'failed', code: loaded.failed }
    part = 'vm-pages'
    const pages = await readPages(taking, chosen(loaded.rows, taking.pages))
    const gaps = [...loaded.gaps, ...pages.gaps]
    const complete = loaded.complete && pages.gaps.length === 0 && !taking.signal.aborted
    await writer.manifest({
      endedAt: new Date().toISOString(),
      complete,
      subscriptions: loaded.subscriptions,
      vms: loaded.rows.size,
      pages: pages.read,
      notRead: gaps.map(({ scope, kind, code, azureCodes }) => ({ scope, kind, code, azureCodes: [...azureCodes] })),
    })
    return { kind: 'taken', complete, vms: loaded.rows.size, pages: pages.read, gaps: gaps.length }
  } finally {
    globalThis.sealwatchTransport = undefined
  }
}
