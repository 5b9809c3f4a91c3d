import type { ProblemKind } from '../kinds'
import { plain, retry, rule, type Frame } from './rule'
import { changedMeanwhile } from './shared'
import type { CauseRule, CauseView } from './types'
import { always, found, logged, onLinux, otherwisePossible, said, strongest, unmet, where, type Weigh } from './weigh'

/** The volume type in the request is the OS disk's. */
const onlyOs = ({ reading: { facts } }: CauseView): boolean => {
  const word = String(facts?.adeExtensions[0]?.resource?.volumeType).toLowerCase()
  return word === 'os' || word === '0'
}
/** The VM's model was read and names data disks; a text alone does not show whether there are any. */
const listsDataDisks = ({ reading: { facts } }: CauseView): boolean => (facts?.dataDisks.length ?? 0) > 0
const osUnderWay = ({ reading: { verdict } }: CauseView): boolean => verdict.os.state === 'encrypting'

/** A text that names ext as the file system: it is one that is encrypted in place. */
const unlessExt =
  (weigh: Weigh): Weigh =>
  (view) =>
    /fstype:ext[234]\b/.test(view.reading.verdict.progress.message ?? '') ? null : weigh(view)

/** The lines before the failure tell the cause: they are read whichever cause is likely. */
const logFirst: Frame = { ...plain, check: ['see-extension-log'] }
/** The device in the text can be half written: where that had begun, its earlier snapshot is restored. */
const halfWritten: Frame = {
  check: ['see-extension-log', 'show-snapshots'],
  first: ['snapshot-disks', 'restore-data-disk'],
  then: [],
}
const halfWrittenRetry: Frame = { ...halfWritten, then: retry.then }

/** A request for the data volumes alone is the one that has failed. */
function withoutSameRequest(cause: CauseRule): CauseRule {
  return { ...cause, steps: cause.steps.filter((kind) => kind !== 'enable-data-only') }
}

/**
 * Data volumes whose encryption failed, or that were skipped.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
 */
export const dataFailures = {
  'data-resume-failed': [rule('data-copy-interrupted', always('shown', 'status-message'), retry)],
  'data-file-system-unsupported': [rule('file-system-not-in-place', always('supported', 'status-message'))],
  'data-encryption-failed': [
    rule('data-volume-in-use', otherwisePossible(logged('supported', 'linux-log-umount-error')), halfWrittenRetry),
    withoutSameRequest(rule('distribution-not-listed', onLinux(always('possible')), halfWritten)),
    rule('no-room-for-header', otherwisePossible(logged('supported', 'linux-log-no-shrink-space')), halfWrittenRetry),
    rule(
      'file-system-not-in-place',
      strongest(
        said('linux-data-failed-xfs'),
        logged('supported', 'linux-log-fs-unsupported', 'linux-log-fs-needs-format'),
        unlessExt(always('possible')),
      ),
      logFirst,
    ),
    rule('changed-meanwhile', changedMeanwhile, halfWrittenRetry),
    rule('cause-only-in-log', always('possible'), halfWrittenRetry),
  ],
  'data-not-encrypted-after-success': [
    rule(
      'data-volume-skipped',
      otherwisePossible(logged('supported', 'linux-log-umount-error', 'linux-log-device-skipped')),
      retry,
    ),
    rule('not-mounted-in-guest', otherwisePossible(), retry),
    rule(
      'file-system-not-in-place',
      otherwisePossible(logged('supported', 'linux-log-fs-unsupported', 'linux-log-fs-needs-format')),
    ),
    rule('stacked-volumes', otherwisePossible()),
  ],
  'data-disk-not-covered': [
    rule('only-os-requested', found(where(onlyOs, 'shown', 'request-volume-type'))),
    rule('attached-after-encryption', otherwisePossible(unmet('data-disk-coverage', 'supported')), retry),
    rule('data-volume-skipped', otherwisePossible(logged('supported', 'linux-log-device-skipped')), retry),
    rule('file-system-not-in-place', otherwisePossible(logged('supported', 'linux-log-fs-unsupported'))),
  ],
  'data-disks-not-mounted': [
    rule('os-encryption-unmounts-data', found(where(osUnderWay, 'shown', 'substatus'))),
    rule(
      'not-mounted-in-guest',
      strongest(
        where((view) => !osUnderWay(view) && listsDataDisks(view), 'supported', 'substatus', 'data-disks'),
        always('possible'),
      ),
      retry,
    ),
    rule(
      'no-data-disk',
      where((view) => !osUnderWay(view) && !listsDataDisks(view), 'possible', 'substatus'),
    ),
  ],
  'decryption-failed': [
    // Only one text names a volume.
    rule('decryption-stopped-on-volume', otherwisePossible(said('linux-decryption-failed-item'))),
    rule('key-volume-detached', onLinux(otherwisePossible(logged('supported', 'linux-bek-not-attached')))),
    rule('cause-only-in-log', always('possible'), plain),
  ],
} satisfies Partial<Record<ProblemKind, readonly CauseRule[]>>
