import {
  dataFailure,
  osFailure,
  preCheckFailure,
  preCheckReasons,
  stateErrors,
  vaultError,
  xfsError,
} from '../lifecycle/failure-texts'
import { procedureOf } from '../lifecycle/plan-input'
import type { PlanName } from '../lifecycle/plans'
import { startPlan } from '../lifecycle/start-plan'
import type { SimExtension, SimReport, SimVm } from '../model/vm'
import { fails, linuxAde, says, sized, stamped, windowsAde } from './fragments'
import { images } from './images'
import type { Random } from './random'
import type { DiskDraft, VmDraft } from './vm-draft'

/** A VM with ADE: its draft, and the changes of the built VM. */
export interface AdeState {
  readonly draft: VmDraft
  readonly play?: (vm: SimVm, now: number) => void
}

function stampAll(shape: VmDraft, data: DiskDraft = stamped): VmDraft {
  const disks = (shape.dataDisks ?? []).map((disk) =>
    sized(data, typeof disk === 'number' ? disk : (disk.sizeGiB ?? 128)),
  )
  return { ...shape, osDisk: stamped, dataDisks: disks }
}

function withExtension(draft: VmDraft, extension: SimExtension): AdeState {
  return { draft: { ...draft, extensions: [extension] } }
}

/** Data disks of VMs with active runs: few shapes, so that their steps are shared. */
const workingDisks: readonly [readonly number[], ...(readonly number[])[]] = [[], [256], [128, 512]]

/** A VM in the middle of a plan that began at a random time within the last `hours`. */
function running(shape: VmDraft, plan: PlanName, random: Random, hours: number): AdeState {
  const ago = Math.floor(random.next() * hours * 3_600_000)
  const draft: VmDraft = { ...shape, power: 'running', dataDisks: random.pick(workingDisks) }
  return { draft, play: (vm, now) => void startPlan(vm, plan, now - ago, now) }
}

const failures: readonly [SimReport, ...SimReport[]] = [
  fails(19, osFailure('unmount_oldroot', stateErrors.unmount_oldroot), 'NotEncrypted', 'NotMounted'),
  fails(19, osFailure('stripdown', stateErrors.stripdown), 'NotEncrypted', 'NotMounted'),
  fails(53, preCheckFailure(preCheckReasons.memory), 'NotEncrypted', 'NotMounted'),
  fails(53, preCheckFailure(preCheckReasons.lvm), 'NotEncrypted', 'NotMounted'),
  fails(19, dataFailure(vaultError), 'NotEncrypted', 'NotEncrypted'),
  fails(19, dataFailure(xfsError), 'NotEncrypted', 'NotEncrypted'),
]

function linuxState(shape: VmDraft, random: Random): AdeState {
  const image = images[shape.image]
  const hasData = (shape.dataDisks ?? []).length > 0
  const sealed = hasData ? 'Encrypted' : 'NotMounted'
  const draw = random.next()
  if (draw < 0.82)
    return withExtension(stampAll(shape), linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', sealed)))
  if (draw < 0.84) {
    return procedureOf(image.osName, image.osVersion) === 'online'
      ? running({ ...shape, osDisk: { sizeGiB: 512 } }, 'linux-online-all', random, 1.5)
      : running(shape, 'linux-offline-all', random, 3)
  }
  if (draw < 0.88) return withExtension(shape, linuxAde(random.pick(failures)))
  if (draw < 0.9)
    return withExtension(
      stampAll(shape),
      linuxAde(says('OS disk successfully encrypted, please reboot the VM', 'VMRestartPending', 'NotMounted')),
    )
  if (draw < 0.93)
    return withExtension(
      stampAll(shape, {}),
      linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', sealed)),
    )
  if (draw < 0.95)
    return withExtension(
      stampAll(shape),
      linuxAde(says('Encryption succeeded for all volumes', 'NotEncrypted', hasData ? 'NotEncrypted' : 'NotMounted')),
    )
  if (draw < 0.97) return { draft: stampAll(shape) }
  return withExtension(
    { ...stampAll(shape), ...(shape.power === undefined ? { silentFor: 7200 } : {}) },
    linuxAde(says('OS disk encryption started', 'EncryptionInProgress', 'EncryptionInProgress')),
  )
}

function windowsState(shape: VmDraft, random: Random): AdeState {
  const draw = random.next()
  if (draw < 0.7) return withExtension(stampAll(shape), windowsAde())
  if (draw < 0.88) {
    const report: SimReport = {
      status: 'success',
      code: 0,
      message: '[2.5.0.6] ',
      words: { os: 'Encrypted', data: 'Encrypted' },
    }
    return withExtension(stampAll(shape), windowsAde({ version: 'windows-2.5', report }))
  }
  if (draw < 0.92) return running(shape, 'windows-all', random, 0.3)
  if (draw < 0.95) return running(shape, 'windows-fail', random, 48)
  if (draw < 0.98)
    return {
      draft: { ...shape, power: 'running' },
      play: (vm, now) => void startPlan(vm, 'windows-dual-pass', now - 8.64e9, now),
    }
  return { draft: stampAll(shape) }
}

/** One of the states of VMs with ADE, most of them finished. */
export function adeStateOf(shape: VmDraft, random: Random): AdeState {
  return images[shape.image].osType === 'Windows' ? windowsState(shape, random) : linuxState(shape, random)
}

/** ADE with a finished run: nothing about such a VM changes by itself. */
export function restingState(shape: VmDraft): AdeState {
  if (images[shape.image].osType === 'Windows') return withExtension(stampAll(shape), windowsAde())
  const sealed = (shape.dataDisks ?? []).length > 0 ? 'Encrypted' : 'NotMounted'
  return withExtension(stampAll(shape), linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', sealed)))
}
