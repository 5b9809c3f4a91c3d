import { catalogue } from '@/lib/messages/catalogue'
import type { MessageKind } from '@/lib/messages/types'
import { changesKeyBadly, startedBy } from './work'

/** Whether a message's own next steps wait for the work that it shows, or keep the VM running after a failed key change. */
export const ownStepsAreSafe = (kind: MessageKind): boolean => startedBy(kind) !== null || changesKeyBadly(kind)

/** Texts of no fault whose own next steps still send a request, resize the VM or remove the extension. */
const advisesChange: readonly MessageKind[] = [
  'linux-uninstall-succeeded',
  'mdc-basic-sized-virtual-machine',
  'substatus-data-not-encrypted',
  'substatus-pair-encrypted-notmounted',
]

/** Whether a message's own next steps may change the VM: then it must first be known that nothing runs. */
export function ownStepsWantRest(kind: MessageKind | 'unrecognised'): boolean {
  if (kind === 'unrecognised' || ownStepsAreSafe(kind)) return false
  const { severity, phase } = catalogue[kind]
  return severity !== 'info' || phase === 'disabled' || advisesChange.includes(kind)
}

/** The same where the key may be missing at the next start: a start that took too long advises a stop. */
export const ownStepsNeedNoKey = (kind: MessageKind): boolean =>
  kind !== 'arm-vm-start-timeout' && (ownStepsAreSafe(kind) || catalogue[kind].group === 'vaultAccess')

/** Own steps that wait for work, or for a restart of a VM that runs: they do not fit a VM that is down. */
export const ownStepsWantRunningVm = (kind: MessageKind | 'unrecognised'): boolean =>
  kind !== 'unrecognised' && (startedBy(kind) !== null || catalogue[kind].phase === 'restart-pending')
