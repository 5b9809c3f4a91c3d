import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import type { InventoryVerdict } from '@/lib/encryption/judge-inventory'
import type { InventoryVm } from '@/lib/facts/inventory'
import { count } from '@/lib/telemetry/measure'
import type { Observation, ObservationSource } from '@/lib/timeline/observation'
import { observe, observeInventory } from '@/lib/timeline/observe'
import type { Judged } from '../audit/judge-with-audit'
import { recordObservationsSoon } from './record-observations'

/** The cloud and tenant in which observations are made: nothing of the user is stored. */
export interface Observing {
  readonly cloud: string
  readonly tenantId: string
  readonly source: ObservationSource
}

/** Collects the observations of one load. */
export interface Observer {
  /** One reading as an observation, dated by Azure's clock. `at`: ISO time. */
  readonly observeReading: (id: string, judged: Judged, at: string) => Observation
  /** A VM that was read. `at`: ISO time. */
  readonly read: (id: string, judged: Judged, at: string) => void
  /** The inventory's current verdict; only the last one counts, once the load is over. */
  readonly inventory: (vm: InventoryVm, verdict: InventoryVerdict, at: string) => void
  readonly finish: () => void
}

/** Observations that are passed on at once. */
const sliceSize = 1000

/** Observations of a signed-in user. */
export function observingFor(caller: Pick<Caller, 'cloud' | 'tenantId'>): Observing {
  return { cloud: caller.cloud, tenantId: caller.tenantId, source: 'user' }
}

/** One reading of a VM as an observation, with the verdict that its reader is shown. */
export function observeReading(observing: Observing, id: string, { facts, verdict }: Judged, at: string): Observation {
  return observe(facts, verdict, { ...observing, id, at })
}

/**
 * Turns what a load finds into observations.
 * @param keep stores them
 * @param azureTime converts a time of this machine's clock to Azure's, epoch milliseconds: it dates observations
 * @param later defers their creation: at the earliest to the next turn of the event loop, so that it does not even
 * delay a response
 * @param room waits while too many observations wait to be stored; by default they are passed on at once
 */
export function observer(
  observing: Observing,
  keep: (observations: readonly Observation[]) => void = recordObservationsSoon,
  azureTime: (here: number) => number = (here) => here,
  later: (work: () => void | Promise<void>) => unknown = setImmediate,
  room: (() => Promise<void>) | null = null,
): Observer {
  const dated = (iso: string): string => new Date(azureTime(Date.parse(iso))).toISOString()
  const byInventory = new Map<string, { vm: InventoryVm; verdict: InventoryVerdict; at: string }>()
  return {
    observeReading: (id, judged, at) => observeReading(observing, id, judged, dated(at)),
    read: (id, judged, at) => {
      byInventory.delete(id.toLowerCase())
      const then = dated(at)
      later(() => keep([observeReading(observing, id, judged, then)]))
    },
    inventory: (vm, verdict, at) => {
      if (verdict.reading === 'inventory') byInventory.set(vm.key, { vm, verdict, at })
      else byInventory.delete(vm.key)
    },
    finish: () => {
      const last = [...byInventory.values()]
      byInventory.clear()
      for (const { verdict } of last) count('sealwatch.verdicts', 1, { state: verdict.state, reading: 'inventory' })
      later(async () => {
        // All VMs of an inventory were requested at the same time, or at a few times.
        const then = new Map([...new Set(last.map(({ at }) => at))].map((at) => [at, dated(at)]))
        for (let from = 0; from < last.length; from += sliceSize) {
          if (room !== null) await room()
          const observations = last
            .slice(from, from + sliceSize)
            .map(({ vm, verdict, at }) =>
              observeInventory(vm, verdict, { ...observing, id: vm.id, at: then.get(at) ?? dated(at) }),
            )
          keep(observations.filter((observation) => observation !== null))
        }
      })
    },
  }
}
