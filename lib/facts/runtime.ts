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

const provisioningPrefix = /^ProvisioningState\//i
const none: readonly string[] = []

/** The word of a code of a state of provisioning: `updating` of `ProvisioningState/updating`. */
const provisioningWord = (code: string | undefined): readonly string[] =>
  code !== undefined && provisioningPrefix.test(code) ? [code.split('/')[1] ?? ''] : none

/** What the instance view says of the provisioning of the VM itself, and of the handlers of disk encryption. */
export function readPlatformWords(view: VirtualMachineInstanceView | undefined): readonly string[] {
  if (view === undefined) return none
  const handlers = (view.vmAgent?.extensionHandlers ?? []).filter(({ type }) =>
    /\.AzureDiskEncryption(?:ForLinux)?$/i.test(type ?? ''),
  )
  const found = [...(view.statuses ?? []), ...handlers.flatMap(({ status }) => status ?? [])]
  const words = found.flatMap(({ code }) => provisioningWord(code)).filter((word) => !/^succeeded$/i.test(word))
  return words.length === 0 ? none : words
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
