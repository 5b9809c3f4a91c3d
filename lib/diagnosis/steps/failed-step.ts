import { catalogue } from '@/lib/messages/catalogue'
import type { linuxOsFailures } from '@/lib/messages/catalogue/linux-os-failures'
import { machineStates, type MachineState } from '@/lib/messages/entry'
import { failedStates } from '@/lib/messages/extract'
import type { MessageKind } from '@/lib/messages/types'
import { riskiestStep } from './writing-steps'

/**
 * The step at which each failure of OS encryption is written; null for a text that several steps write.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/patch
 */
const byKind: Readonly<Record<keyof typeof linuxOsFailures, MachineState | null>> = {
  'linux-os-failed': null,
  'linux-os-unmount-exhausted': 'unmount_oldroot',
  'linux-os-target-busy': 'unmount_oldroot',
  'linux-os-no-space': null,
  'linux-os-not-completed': null,
  // Each step can look for the root device.
  'linux-os-rootfs-not-found': null,
  'linux-os-device-did-not-appear': 'unmount_oldroot',
  'linux-os-resize2fs-failed': 'split_root_partition',
  'linux-os-not-ext4': 'split_root_partition',
  'linux-os-partition-missing': 'split_root_partition',
  'linux-os-dumpe2fs-parse': 'split_root_partition',
  'linux-os-root-uuid-missing': 'patch_boot_system',
  'linux-os-script-missing': 'patch_boot_system',
  'linux-os-initramfs-failed': 'patch_boot_system',
  'linux-os-udevadm-parse': 'patch_boot_system',
  'linux-os-cryptsetup-device': 'patch_boot_system',
  'linux-os-wrong-machine': 'prereq',
  'linux-os-partuuid-missing': 'patch_boot_system',
  'linux-os-rootfs-locate': 'patch_boot_system',
  'linux-os-command-failed': null,
  'linux-os-distro-unsupported': 'prereq',
  'linux-os-byte-unit': 'split_root_partition',
  'linux-docs-failed-to-unmount': 'unmount_oldroot',
}

/** Commands of which only one step runs each; `e2fsck` and `mount` are run by several. */
const byCommand: readonly (readonly [RegExp, MachineState])[] = [
  [/^(?:\/\S{0,40}\/)?dd if=\S{1,80} of=\/dev\/mapper\/osencrypt/, 'encrypt_block_device'],
  [/^(?:\/\S{0,40}\/)?(?:luks\w{1,20}|cryptsetup)\b/, 'encrypt_block_device'],
  [/^(?:\/\S{0,40}\/)?(?:resize2fs|parted|sgdisk|sfdisk|partprobe|mkfs\S{0,8}|mke2fs)\b/, 'split_root_partition'],
  [
    /^(?:\/\S{0,40}\/)?(?:grub\S{0,24}|update-grub|update-initramfs|mkinitramfs|mkinitrd|dracut|patch)\b/,
    'patch_boot_system',
  ],
  [/^(?:\/\S{0,40}\/)?umount \/oldroot\b/, 'unmount_oldroot'],
]

function stepOfCommand(text: string): MachineState | null {
  const command = /\bCommand ([^\n]{1,300})/.exec(text.slice(0, 2_000))?.[1]
  if (command === undefined) return null
  return byCommand.find(([pattern]) => pattern.test(command))?.[1] ?? null
}

/** The steps that a stack trace names by the file of their class or by the call that enters them. */
function stepsInTrace(text: string): readonly MachineState[] {
  const files = [...text.matchAll(/\b([A-Z][A-Za-z]{3,30})State\.py\b/g)].map(([, name = '']) =>
    name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(),
  )
  const calls = [...text.matchAll(/\bself\.enter_(\w{1,64})/g)].map(([, name = '']) => name)
  return [...files, ...calls].flatMap((word) => machineStates.filter((state) => state === word))
}

/** Errors of the request, of packages and of the host come from before the first step, or name their own cause. */
const ofRun: readonly (string | null)[] = [null, 'osBusy']

function isOsFailure(kind: MessageKind, text: string): boolean {
  const { target, severity, phase, volume, group } = catalogue[kind]
  if (target !== 'status-message' || severity !== 'error') return false
  if (kind in byKind) return true
  return (
    phase === 'failed' && ofRun.includes(group) && (volume === 'os' || text.startsWith('Failed to encrypt OS volume'))
  )
}

const steps: Readonly<Partial<Record<MessageKind, MachineState | null>>> = byKind

/** The step that the kind of a failure says by itself; null where it says none. */
export const stepOfKind = (kind: MessageKind): MachineState | null => steps[kind] ?? null

/** Where a failure of OS encryption stopped. */
export type FailedStep = MachineState | 'unknown'

/**
 * The step at which OS encryption failed by a message: stated at its end, named by the trace, by the failed command, or by
 * the message itself; of several the one that writes to the disk. `unknown` for a failure of OS encryption that names
 * none, because it may have written; null for any other message.
 */
export function failedStepIn(kind: MessageKind, text: string): FailedStep | null {
  const { machineState, severity } = catalogue[kind]
  if (severity !== 'error') return null
  if (!isOsFailure(kind, text) && machineState === undefined) return riskiestStep(failedStates(text))
  const [own, command] = [stepOfKind(kind) ?? machineState ?? null, stepOfCommand(text)]
  const named = [...(own === null ? [] : [own]), ...(command === null ? [] : [command]), ...stepsInTrace(text)]
  const stated = riskiestStep(failedStates(text))
  // What is stated is exact, unless another part of the text shows a later step that writes.
  return riskiestStep(stated === null ? named : [...named, stated]) ?? 'unknown'
}

/** Whether a text states a step or its trace names it. */
export const namesStep = (text: string, step: MachineState): boolean =>
  [...failedStates(text), ...stepsInTrace(text)].includes(step)
