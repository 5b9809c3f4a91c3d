import { valueOrNull } from '@/lib/shared/known'
import type { ToolReading } from '@/lib/facts/tool-reading-types'
import type { VmFacts } from '@/lib/facts/types'
import { isConfidentialOsDisk } from './confidential'
import { flagsOf } from './flags'
import { azCliOutcome } from './other-tools/az-cli'
import { powerShellView } from './other-tools/powershell'
import { progressOf } from './progress'
import { stateOfData, stateOfVm } from './roll-up'
import { stateOfVolume } from './rules'
import type { OtherTools, Verdict, VolumeVerdict } from './types'
import { vmCaseOf } from './volume-case'

/** Output of `az vm encryption show` shows how that tool ended, and holds too little for the other one. */
function otherToolsOf(reading: ToolReading | null): OtherTools {
  if (reading === null) return { powershell: null, azCli: { outcome: 'printed' } }
  return { powershell: powerShellView(reading), azCli: { outcome: azCliOutcome(reading) } }
}

/**
 * The verdict on one VM from what was read of it, and what other tools would say of the same answer.
 * Pure and total: whatever the facts are, they give a state of the closed set. Never says `encrypted` without a report and a stamp.
 */
export function judge(facts: VmFacts): Verdict {
  const vm = vmCaseOf(facts)
  const states = vm.volumes.map((volume) => stateOfVolume(volume.evidence))
  const volumes = vm.volumes.map(({ name, role, lun, stamp }, index): VolumeVerdict => {
    return { name, role, lun, stamp, state: states[index] ?? 'unknown' }
  })
  const os = volumes.find((volume) => volume.role === 'os')
  const data = volumes.filter((volume) => volume.role === 'data')
  const progress = progressOf(facts.adeExtensions[0], valueOrNull(facts.osType), vm.pass)
  return {
    pass: vm.pass,
    state: stateOfVm(volumes, {
      encryptionAtHost: facts.encryptionAtHost.known && facts.encryptionAtHost.value,
      confidentialOsDisk: isConfidentialOsDisk(facts.osDisk?.securityEncryptionType ?? null),
    }),
    os: { state: os?.state ?? 'unknown', stamp: os?.stamp ?? 'absent', reported: vm.report.os },
    data: {
      state: stateOfData(volumes),
      reported: vm.report.data,
      stamped: data.filter((volume) => volume.stamp === 'encrypted').length,
      total: data.length,
    },
    volumes,
    progress,
    flags: flagsOf({ facts, vm, states, progress }),
    otherTools: otherToolsOf(facts.toolReading),
  }
}
