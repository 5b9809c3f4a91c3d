import { known, unknown, type Known } from '@/lib/shared/known'
import type { VirtualMachineInstanceView } from '@/lib/wire/instanceView'
import type { AgentFacts } from './types'

const powerPrefix = 'powerstate/'

/** Azure's power word in lower case, from the last `PowerState/…` code. */
export function readPowerState(view: VirtualMachineInstanceView | undefined): Known<string> {
  if (view === undefined) return unknown('not-asked')
  const codes = (view.statuses ?? []).map((status) => (status.code ?? '').toLowerCase())
  const word = codes.findLast((code) => code.startsWith(powerPrefix))?.slice(powerPrefix.length)
  return word ? known(word) : unknown('absent')
}

/** The VM agent's own status; its first entry contains the time of the last heartbeat. */
export function readAgent(view: VirtualMachineInstanceView | undefined): Known<AgentFacts> {
  if (view === undefined) return unknown('not-asked')
  if (view.vmAgent === undefined) return unknown('absent')
  const status = view.vmAgent.statuses?.[0]
  return known({
    code: status?.code ?? null,
    displayStatus: status?.displayStatus ?? null,
    message: status?.message ?? null,
    version: view.vmAgent.vmAgentVersion ?? null,
    heartbeatAt: status?.time ?? null,
  })
}
