import type { VmDetail } from '@/lib/contract/vm'
import { instanceReference, type VmReference } from '@/lib/contract/vm-reference'
import { namesOfKey } from '@/lib/contract/fleet-search-values'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { isNewer, progressRowOf, type ProgressRow } from '@/lib/views/fleet-reading'
import type { VerdictSummary } from '@/lib/views/verdict-summary'

/** The VM's names for requests: as Azure spells them if a row contains them, else from its key. */
export function referenceOf(key: string, entry: FleetEntry | undefined): VmReference | null {
  if (entry !== undefined) {
    const { subscriptionId, resourceGroup, name, id } = entry
    return { subscriptionId, resourceGroup, name, id }
  }
  const names = namesOfKey(key)
  if (names === null) return null
  const { subscription: subscriptionId, group: resourceGroup, scaleSet, name } = names
  if (scaleSet === undefined) return { subscriptionId, resourceGroup, name }
  return instanceReference({ subscriptionId, resourceGroup, scaleSet, instanceId: name })
}

/** What the panel shows of a VM, from its own reading or from its row, whichever is newer. */
export interface PanelFacts {
  readonly summary: VerdictSummary
  readonly progressRow: ProgressRow
  /** The OS volume and the data volumes; a row does not keep the extension's words. */
  readonly volumes: readonly { readonly state: string; readonly reported?: string | null }[]
  /** ISO time of that reading. */
  readonly readAt: string | null
}

/** Facts for the panel; null without a row and a reading. */
export function panelFacts(entry: FleetEntry | undefined, vm: VmDetail | undefined): PanelFacts | null {
  if (vm !== undefined && (entry === undefined || isNewer(vm, entry) || vm.readAt === entry.evidenceAt)) {
    const { verdict } = vm
    return {
      summary: {
        state: verdict.state,
        os: verdict.os.state,
        data: verdict.data.state,
        progress: verdict.progress,
        flags: verdict.flags.map((flag) => flag.code),
        reading: 'read',
        otherEncryption: vm.otherEncryption,
        operation: vm.operation,
      },
      progressRow: progressRowOf(vm),
      volumes: [verdict.os, verdict.data],
      readAt: vm.readAt,
    }
  }
  if (entry === undefined) return null
  return {
    summary: { ...entry, data: entry.data.state },
    progressRow: entry,
    volumes: [{ state: entry.os }, { state: entry.data.state }],
    readAt: entry.evidenceAt,
  }
}
