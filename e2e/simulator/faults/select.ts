import type { Fault } from '../model/faults'

/** How often each fault was skipped and applied. */
export type FaultState = Map<string, { seen: number; struck: number }>

export function createFaultState(): FaultState {
  return new Map()
}

/** A request, and the faults that do not affect it. */
interface Struck {
  readonly route: string
  readonly path: string
  readonly body?: Buffer
  readonly immune: (fault: Fault) => boolean
}

/** A fault without routes affects every ARM route; fake Entra's endpoints must be named. */
function concerns(fault: Fault, { route, path, body }: Omit<Struck, 'immune'>): boolean {
  const named = fault.routes.length === 0 ? !route.startsWith('entra-') : fault.routes.includes(route)
  const here = fault.path === null || path.toLowerCase().includes(fault.path.toLowerCase())
  return named && here && (fault.body === null || body?.includes(fault.body) === true)
}

/** The faults that affect a request; counts it for all that match. `immune` leaves a fault uncounted. */
export function striking(faults: readonly Fault[], state: FaultState, request: Struck): Fault[] {
  return faults.filter((fault) => {
    if (!concerns(fault, request) || request.immune(fault)) return false
    const count = state.get(fault.id) ?? { seen: 0, struck: 0 }
    state.set(fault.id, count)
    count.seen += 1
    const strikes = count.seen > fault.skip && (fault.times === null || count.struck < fault.times)
    if (strikes) count.struck += 1
    return strikes
  })
}
