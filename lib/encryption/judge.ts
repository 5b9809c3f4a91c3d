import { valueOrNull } from '@/lib/shared/known'
import type { ToolReading } from '@/lib/facts/tool-reading-types'
import type { VmFacts } from '@/lib/facts/types'
import { mayBeProtectedOtherwise, otherProtectionOf } from './confidential'
import { flagsOf } from './flags'
import { azCliOutcome } from './other-tools/az-cli'
import { powerShellView } from './other-tools/powershell'
import { progressOf } from './progress'
import { stateOfData, stateOfVm } from './roll-up'
import { stateOfVolume } from './rules'
import type { OtherTools, Verdict, VolumeState, VolumeVerdict } from './types'
import { vmCaseOf, type Volume } from './volume-case'

/** Output of `az vm encryption show` shows that tool's result, and contains too little for the other tool's. */
function otherToolsOf(reading: ToolReading | null): OtherTools {
  if (reading === null) return { powershell: null, azCli: { outcome: 'printed' } }
  return { powershell: powerShellView(reading), azCli: { outcome: azCliOutcome(reading) } }
}

/** Values in a form that Azure does not document could mean anything, so the verdict makes no claim beside them. */
function withoutClaim(state: VolumeState): VolumeState {
  return state === 'encrypted' || state === 'not-encrypted' ? 'unknown' : state
}

function verdictOn({ name, role, lun, stamp, evidence }: Volume, facts: VmFacts): VolumeVerdict {
  const state = stateOfVolume(evidence)
  const isOpen = facts.unreadable.length > 0 || (state === 'not-encrypted' && mayBeProtectedOtherwise(facts))
  return { name, role, lun, stamp, state: isOpen ? withoutClaim(state) : state }
}

/**
 * The verdict on one VM from its reading, and what other tools would print for the same answer. Pure and total: all
 * facts lead to a state of the closed set. Never says `encrypted` without a report and a stamp.
 */
export function judge(facts: VmFacts): Verdict {
  const vm = vmCaseOf(facts)
  const os = verdictOn(vm.os, facts)
  const data = vm.data.map((volume) => verdictOn(volume, facts))
  const volumes = [os, ...data]
  const progress = progressOf(facts.adeExtensions[0], valueOrNull(facts.osType), vm.pass)
  return {
    pass: vm.pass,
    state: stateOfVm(volumes, otherProtectionOf(facts)),
    os: { state: os.state, stamp: os.stamp, reported: vm.report.os },
    data: {
      state: data.length === 0 && !facts.hasStorageProfile ? 'unknown' : stateOfData(volumes),
      reported: vm.report.data,
      stamped: data.filter((volume) => volume.stamp === 'encrypted').length,
      total: data.length,
    },
    volumes,
    progress,
    flags: flagsOf({ facts, vm, volumes, progress }),
    otherTools: otherToolsOf(facts.toolReading),
  }
}
