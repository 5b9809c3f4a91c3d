import { prerequisiteChecks } from './checks'
import { prerequisiteKinds } from './kinds'
import type { Prerequisite, Setting } from './types'

/**
 * Checks every prerequisite of Azure Disk Encryption on one VM, in the order of the list. Pure and total: a fact that
 * was not read, or that the user may not read, is reported as such and never passes.
 * @param now epoch milliseconds
 */
export function assessPrerequisites(setting: Setting, now: number): readonly Prerequisite[] {
  return prerequisiteKinds.map((kind) => ({ kind, ...prerequisiteChecks[kind].check(setting, now) }))
}
