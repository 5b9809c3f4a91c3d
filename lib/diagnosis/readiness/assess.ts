import { prerequisiteChecks } from './checks'
import { prerequisiteKinds } from './kinds'
import type { Prerequisite, Setting } from './types'

/**
 * Looks at every prerequisite of Azure Disk Encryption on one VM, in the order of the list. Pure and total: what was
 * not read, or not allowed to be read, is said as such and never passes.
 * @param now epoch milliseconds
 */
export function assessPrerequisites(setting: Setting, now: number): readonly Prerequisite[] {
  return prerequisiteKinds.map((kind) => ({ kind, ...prerequisiteChecks[kind].check(setting, now) }))
}
