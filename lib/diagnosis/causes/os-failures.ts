import type { MachineState } from '@/lib/messages/entry'
import type { ProblemKind } from '../kinds'
import { plain, retry, rule, touched, untouched } from './rule'
import { busyRoot, changedMeanwhile, kernelKillsCopy, packageCauses, unsupported } from './shared'
import type { CauseRule, CauseView } from './types'
import { always, failedAt, found, otherwisePossible, said, strongest, where, type Weigh } from './weigh'

const layout = [
  'linux-os-not-ext4',
  'linux-os-partition-missing',
  'linux-os-dumpe2fs-parse',
  'linux-os-root-uuid-missing',
  'linux-os-partuuid-missing',
  'linux-os-rootfs-locate',
  'linux-os-rootfs-not-found',
  'linux-os-udevadm-parse',
  'linux-os-cryptsetup-device',
  'linux-os-device-did-not-appear',
] as const

const namesResize = ({ reading: { verdict } }: CauseView): boolean =>
  /\bresize2fs\b/.test((verdict.progress.message ?? '').slice(0, 400))

const inLog = always('possible')

/** Causes that fit one step only, where the text names another one. */
const onlyAt =
  (step: MachineState, weigh: Weigh): Weigh =>
  (view) => {
    const { failedStep } = view.reading
    return failedStep === null || failedStep === step ? weigh(view) : found(weigh)(view)
  }

/**
 * The partition of the root was not found after its file system had been shrunk.
 * https://github.com/Azure/azure-linux-extensions/blob/04c36646/VMEncryption/main/oscrypto/ubuntu_1604/encryptstates/SplitRootPartitionState.py
 */
const partitionNotFound = ({ reading: { verdict } }: CauseView): boolean =>
  /'NoneType' object has no attribute '(?:getFlag|geometry)'/.test(verdict.progress.message ?? '')

/** Failures of the OS disk. The first step depends on whether anything was written to the disk. */
export const osFailures = {
  'os-failed-disk-touched': [
    rule(
      'boot-files-not-written',
      onlyAt(
        'patch_boot_system',
        otherwisePossible(said('linux-os-initramfs-failed'), failedAt('supported', 'patch_boot_system')),
      ),
      touched,
    ),
    rule(
      'root-cannot-shrink',
      // The step alone does not show it: the step also divides the partition.
      onlyAt('split_root_partition', (view) =>
        partitionNotFound(view)
          ? null
          : otherwisePossible(
              said('linux-os-resize2fs-failed'),
              where(namesResize, 'supported', 'status-message'),
            )(view),
      ),
      touched,
    ),
    rule(
      'copy-interrupted',
      onlyAt('encrypt_block_device', otherwisePossible(failedAt('supported', 'encrypt_block_device'))),
      touched,
    ),
    rule(
      'root-layout-unusual',
      otherwisePossible(said(...layout), where(partitionNotFound, 'supported', 'status-message')),
      touched,
    ),
    rule(
      'memory-file-system-full',
      (view) => (partitionNotFound(view) ? null : otherwisePossible(said('linux-os-no-space'))(view)),
      touched,
    ),
    rule('kernel-kills-copy', found(kernelKillsCopy), touched),
    rule('changed-meanwhile', changedMeanwhile, touched),
    rule('cause-only-in-log', inLog, touched),
  ],
  'os-failed-disk-untouched': [
    rule('distribution-not-listed', found(said('linux-os-wrong-machine', 'linux-os-distro-unsupported')), untouched),
    ...busyRoot(untouched),
    rule(
      'memory-file-system-full',
      otherwisePossible(said('linux-os-no-space'), failedAt('supported', 'stripdown')),
      untouched,
    ),
    rule('root-layout-unusual', otherwisePossible(said(...layout)), untouched),
    ...packageCauses(untouched).map((cause) => ({
      ...cause,
      // This step installs the packages; other evidence for one of these causes does not support the other.
      weigh: found(strongest(failedAt('supported', 'prereq'), cause.weigh)),
    })),
    ...unsupported(untouched),
    rule('cause-only-in-log', inLog, untouched),
  ],
  'os-failed-while-resuming': [
    rule('background-copy-stopped', always('shown', 'status-message')),
    rule('cause-only-in-log', inLog),
  ],
  'mount-busy': [
    rule('temporary-disk-in-use', found(said('linux-resource-disk-failed')), retry),
    ...busyRoot(untouched),
  ],
  'memory-too-small': [rule('memory-below-minimum', always('shown', 'status-message'), retry)],
  'lvm-layout-unsupported': [rule('lvm-layout-custom', always('shown', 'status-message'))],
  'distribution-unsupported': [
    rule('kernel-too-old', found(said('linux-pre-kernel')), retry),
    rule(
      'distribution-not-listed',
      otherwisePossible(
        said(
          'linux-distro-not-supported',
          'linux-pre-distro',
          'linux-pre-min-version',
          'linux-os-distro-unsupported',
          'linux-os-wrong-machine',
          'dual-os-not-supported',
        ),
      ),
    ),
  ],
  'kernel-module-missing': [rule('key-volume-module-removed', always('shown', 'status-message'), retry)],
  // Some of these lines have no end of a run behind them: the status is read before a new request.
  'packages-not-installed': packageCauses({ ...retry, check: ['show-encryption'] }),
  'confidential-vm-blocked': [rule('confidential-os-volume', always('shown', 'status-message'), plain)],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
