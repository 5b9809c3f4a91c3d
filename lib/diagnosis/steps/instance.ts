import { commandText, powerShell } from '../commands/build'
import type { CommandSubject, ScaleSetInstance } from '../commands/subject'
import type { Commands } from '../commands/types'
import { fill } from '../commands/values'
import { azHere, lines, named, psHere } from './parts'
import type { StepKind } from './kinds'

type Word = 'restart' | 'deallocate' | 'start'

const cmdlets: Readonly<Record<Word, string>> = {
  restart: 'Restart-AzVmss',
  deallocate: 'Stop-AzVmss',
  start: 'Start-AzVmss',
}

/** Steps that Azure offers for one instance, with their commands. */
const byStep: Readonly<Partial<Record<StepKind, readonly Word[]>>> = {
  'restart-vm': ['restart'],
  'restart-windows': ['restart'],
  'restart-to-leave-memory-system': ['restart'],
  'restart-to-resume': ['restart'],
  'start-vm': ['start'],
  'deallocate-and-start': ['deallocate', 'start'],
}

function ofSet(words: readonly Word[], { scaleSet, number }: ScaleSetInstance, subject: CommandSubject): Commands {
  const name = fill(scaleSet, 'SCALE-SET-NAME')
  const id = fill(number, 'INSTANCE-ID')
  const group = named.group(subject)
  return {
    az: lines(
      words.map((word) =>
        azHere(subject, `vmss ${word}`, ['resource-group', group], ['name', name], ['instance-ids', id]),
      ),
    ),
    powershell: psHere(
      subject,
      lines(
        words.map((word) =>
          powerShell(cmdlets[word], ['ResourceGroupName', group], ['VMScaleSetName', name], ['InstanceId', id]),
        ),
      ),
    ),
  }
}

/** What the extension on an instance reports, and the key settings of its disks. */
const reports: readonly StepKind[] = ['show-encryption', 'check-nothing-runs', 'read-status-again']

function reportOf({ scaleSet, number }: ScaleSetInstance, subject: CommandSubject): Commands {
  const name = fill(scaleSet, 'SCALE-SET-NAME')
  const id = fill(number, 'INSTANCE-ID')
  const group = named.group(subject)
  return {
    az: azHere(
      subject,
      'vmss get-instance-view',
      ['resource-group', group],
      ['name', name],
      ['instance-id', id],
      ['query', '{extensions:extensions[].{name:name,statuses:statuses,substatuses:substatuses},disks:disks}'],
      ['output', 'json'],
    ),
    powershell: psHere(
      subject,
      powerShell(
        'Get-AzVmssVM',
        ['ResourceGroupName', group],
        ['VMScaleSetName', name],
        ['InstanceId', id],
        ['InstanceView'],
      ),
    ),
  }
}

/** A cmdlet for single VMs and what belongs to them; those of scale sets end in `AzVmss`. */
const forVm = { az: /\baz vm /, powershell: /-AzVM/ } as const

/**
 * The commands of a step for an instance of a uniform scale set: `az vm` and its cmdlets do not find an instance. What
 * Azure does not offer for one instance is left out.
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-manage-cli
 */
export function forInstance(
  kind: StepKind,
  commands: Commands,
  instance: ScaleSetInstance,
  subject: CommandSubject,
): Commands {
  const words = byStep[kind]
  if (words !== undefined) return ofSet(words, instance, subject)
  if (reports.includes(kind)) return reportOf(instance, subject)
  const { az, powershell, ...inGuest } = commands
  return {
    ...inGuest,
    ...(az === undefined || forVm.az.test(commandText(az)) ? {} : { az }),
    ...(powershell === undefined || forVm.powershell.test(commandText(powershell)) ? {} : { powershell }),
  }
}
