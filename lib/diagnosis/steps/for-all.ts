import { commandText, hasPlaceholder, sequence } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { CommandPart, Commands } from '../commands/types'
import { unknownSubject } from '../commands/unknown-subject'
import { stepFor, steps } from '.'
import type { StepKind } from './kinds'

/** What a list knows of a VM. */
export type ListedVm = Pick<CommandSubject, 'subscriptionId' | 'resourceGroup' | 'name' | 'instance' | 'osType'>

/** Each command once: VMs of one resource group or subscription can share it. */
function eachOnce(lines: readonly (readonly CommandPart[])[]): readonly (readonly CommandPart[])[] {
  return [...new Map(lines.map((line) => [commandText(line), line])).values()]
}

/**
 * The commands of a step that only reads, for several VMs, one below the other.
 * @returns none for a step that changes something or runs inside the VM, and none where a list does not know every name
 */
export function commandsForAll(kind: StepKind, vms: readonly ListedVm[]): Pick<Commands, 'az' | 'powershell'> {
  if (!steps[kind].readOnly) return {}
  const each = vms.map((vm) => stepFor(kind, { ...unknownSubject, ...vm }).commands)
  const found = (['az', 'powershell'] as const).flatMap(
    (shell): readonly (readonly [typeof shell, readonly CommandPart[]])[] => {
      const lines = each.flatMap(({ [shell]: line }) => (line === undefined || hasPlaceholder(line) ? [] : [line]))
      if (lines.length === 0 || lines.length < vms.length) return []
      return [[shell, sequence(...eachOnce(lines).flatMap((line, index) => (index === 0 ? [line] : ['\n', line])))]]
    },
  )
  return Object.fromEntries<readonly CommandPart[]>(found)
}
