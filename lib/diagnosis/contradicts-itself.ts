import { operationOf } from '@/lib/encryption/request'
import { readReport } from '@/lib/encryption/report'
import type { TextVerdict, VmState } from '@/lib/encryption/types'
import { reportsRun } from '@/lib/facts/azure-words'
import type { DiskViewFacts, StatusFacts, VmFacts } from '@/lib/facts/types'
import { matchStatusMessage } from '@/lib/messages/match'
import { reportedStatus } from '@/lib/messages/reported-status'
import { deniedByMessages } from './guest-evidence'
import { hidesDataDisks } from './data-disks'
import { hasFlag } from './reading'
import { startedBy } from './steps/work'

const atRest: readonly VmState[] = ['encrypted', 'encrypted-unverified', 'partly-encrypted', 'not-encrypted']

/** The message tells of work, of a restart that is due, or of an end that the states of the volumes do not have. */
function messageDenies({ os, data, state, progress: { messageKind, phase } }: TextVerdict): boolean {
  if (messageKind === null || messageKind === 'unrecognised' || !atRest.includes(state)) return false
  const work = startedBy(messageKind)
  if ((work !== null && work !== 'operation') || phase === 'restart-pending') return true
  // On Linux only data volumes can be decrypted.
  const isKept = data.state === 'encrypted' || (messageKind.startsWith('win-') && os.state === 'encrypted')
  return (phase === 'succeeded' && state === 'not-encrypted') || (phase === 'disabled' && isKept)
}

const differ = (words: readonly (string | null)[]): boolean =>
  new Set(words.flatMap((word) => word?.toLowerCase() ?? [])).size > 1

/** Every report of every disk-encryption extension: the verdict rests on the first. */
function reportsDiffer({ adeExtensions }: VmFacts): boolean {
  const reports = adeExtensions.flatMap(({ view }) => (view?.substatuses ?? []).map((each) => readReport([each])))
  return differ(reports.map(({ os }) => os)) || differ(reports.map(({ data }) => data))
}

const isStamp = (code: string): boolean => /^EncryptionState\//i.test(code)

const nameOf = ({ name }: DiskViewFacts): string => name?.toLowerCase() ?? ''

/** A disk that is listed with two stamps, in one view or in two of its name, or with settings that are on and off. */
function stampsDiffer({ diskViews }: VmFacts): boolean {
  const names = new Set(diskViews.map(nameOf))
  return [...names].some((name) => {
    const views = diskViews.filter((view) => nameOf(view) === name)
    return (
      differ(views.flatMap(({ codes }) => codes.filter(isStamp))) ||
      differ(views.flatMap(({ settings }) => settings.map(({ enabled }) => String(enabled))))
    )
  })
}

/** A further status, or one of another disk-encryption extension, tells of work or of an end that the volumes do not have. */
function otherStatusDenies({ adeExtensions, osType }: VmFacts, verdict: TextVerdict): boolean {
  const statuses = adeExtensions.flatMap(({ view }, index) => (view?.statuses ?? []).slice(index === 0 ? 1 : 0))
  return statuses.some((status) => {
    const { kind, phase } = matchStatusMessage({
      ...status,
      // The words count, whatever code they carry.
      code: null,
      level: null,
      displayStatus: null,
      osType: osType.known ? osType.value : null,
      pass: verdict.pass,
    })
    if (kind === null || kind === 'unrecognised') return false
    const other = { ...verdict, progress: { ...verdict.progress, messageKind: kind, phase } }
    return messageDenies(other) || deniedByMessages(verdict, [{ kind, text: status.message ?? '' }])
  })
}

/** A sub-status is written as a failure. */
const reportFailed = ({ adeExtensions }: VmFacts): boolean =>
  adeExtensions.some(({ view }) =>
    (view?.substatuses ?? []).some((each: StatusFacts) => reportedStatus(each) === 'error'),
  )

/** The last request was to decrypt what is still said to be encrypted, and it is not said to have failed. */
function asksForDecryption({ adeExtensions, osType }: VmFacts, verdict: TextVerdict): boolean {
  if (operationOf(adeExtensions[0]) !== 'disable' || hasFlag(verdict, 'last-operation-failed')) return false
  const isWindows = osType.known && osType.value === 'Windows'
  return verdict.data.state === 'encrypted' || (isWindows && verdict.os.state === 'encrypted')
}

/** A message without a meaning of its own, in a status that is being written: it can be one of a run. */
function mayRun(facts: VmFacts, { progress: { messageKind } }: TextVerdict): boolean {
  return (messageKind === 'unrecognised' || messageKind === 'win-generic-prefixed') && reportsRun(facts)
}

/** The report tells of work on data volumes, and no data disk is listed. */
const worksOnNoDisk = ({ data: { total, reported } }: TextVerdict): boolean =>
  total === 0 && (reported === 'EncryptionInProgress' || reported === 'DecryptionInProgress')

/**
 * Whether a pasted VM holds evidence on both sides. The verdict takes the first of several statuses and views, as the
 * contract asks; what the others say is not left out for that.
 */
export function contradictsItself(facts: VmFacts, verdict: TextVerdict): boolean {
  if (messageDenies(verdict)) return true
  if (!atRest.includes(verdict.state)) return false
  if (otherStatusDenies(facts, verdict) || mayRun(facts, verdict)) return true
  if (worksOnNoDisk(verdict) || hidesDataDisks(verdict, facts.toolReading !== null)) return true
  return reportsDiffer(facts) || stampsDiffer(facts) || reportFailed(facts) || asksForDecryption(facts, verdict)
}
