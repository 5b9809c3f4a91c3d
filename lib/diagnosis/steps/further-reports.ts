import { runningRow } from '@/lib/facts/paste/fragments/extension'
import type { Fragment, FragmentRow } from '@/lib/facts/paste/fragments/types'
import type { StatusFacts } from '@/lib/facts/extension-types'
import { isStatusOfRun } from '@/lib/facts/azure-words'
import type { VmFacts } from '@/lib/facts/types'
import { readReport } from '@/lib/encryption/report'
import { matchStatusMessage } from '@/lib/messages/match'
import { valueOrNull } from '@/lib/shared/known'
import { isLaterThan, timeOfStatus } from '../text/line-time'
import { heavier, startedBy, type Copying } from './work'

/** A report of work that the verdict does not rest on, and that is not known to be older than what it rests on. */
export interface FurtherReport {
  readonly work: Copying
  /** Null where the times do not show it. */
  readonly isLater: boolean | null
  /** What it says, for people. */
  readonly shown: readonly FragmentRow[]
}

const isJudgedReport = (status: StatusFacts): boolean => readReport([status]).trouble !== 'substatus-not-json'

/** A percentage of work below 100. */
const isUnfinished = ({ message }: StatusFacts): boolean =>
  [...(message ?? '').slice(0, 16_384).matchAll(/"Percentage"\s{0,8}:\s{0,8}"?(\d{1,3})\b/gi)].some(
    ([, percent]) => Number(percent) < 100,
  )

function workOfReport(status: StatusFacts): Copying | null {
  const { os, data } = readReport([status])
  const words = [os, data]
  if (os === 'EncryptionInProgress') return 'os'
  if (words.includes('DecryptionInProgress')) return 'decryption'
  if (data === 'EncryptionInProgress') return 'data'
  return isUnfinished(status) ? 'operation' : null
}

/** The words count, whatever code they carry; a code of a run counts without words that are known. */
function workOfStatus(status: StatusFacts, osType: string | null): Copying | null {
  const unmarked = { code: null, level: null, displayStatus: null, osType, pass: null }
  const { kind } = matchStatusMessage({ message: status.message, ...unmarked })
  const said = kind === null || kind === 'unrecognised' ? null : startedBy(kind)
  return heavier(said, isStatusOfRun(status) ? 'operation' : null)
}

/**
 * The work that further statuses, sub-statuses and disk-encryption extensions of one VM tell of. The verdict rests on the
 * first of each, which can be the older one; a further one that is older than the judged status says nothing of now.
 */
export function furtherReports({ adeExtensions, osType }: VmFacts): readonly FurtherReport[] {
  const judgedAt = timeOfStatus(adeExtensions[0]?.view?.statuses[0]?.time ?? null)
  return adeExtensions.flatMap(({ view }, index) => {
    const [statuses, reports] = [view?.statuses ?? [], view?.substatuses ?? []]
    const judged = index === 0 ? reports.findIndex(isJudgedReport) : -1
    const found = [
      ...statuses.slice(index === 0 ? 1 : 0).map((each) => [each, workOfStatus(each, valueOrNull(osType))] as const),
      ...reports
        .filter((each, at) => at !== judged || isUnfinished(each))
        .map((each) => [each, workOfReport(each)] as const),
    ]
    return found.flatMap(([status, work]): readonly FurtherReport[] => {
      const at = timeOfStatus(status.time ?? (index === 0 ? null : (statuses[0]?.time ?? null)))
      const isLater = isLaterThan(at, judgedAt)
      if (work === null || isLater === false) return []
      const said = status.message ?? status.displayStatus ?? status.code ?? ''
      return [
        {
          work,
          isLater,
          shown: [runningRow(valueOrNull(osType), said, null)],
        },
      ]
    })
  })
}

/** What a stop would harm most of some reports; null without one. */
export const workOfReports = (reports: readonly FurtherReport[]): Copying | null =>
  reports.map(({ work }) => work).reduce(heavier, null)

/** The work that a VM's own further reports tell of. */
export const furtherWork = (facts: VmFacts | null): Copying | null =>
  facts === null ? null : workOfReports(furtherReports(facts))

/** What is shown of them beside an answer. */
export function fragmentsOf(reports: readonly FurtherReport[]): readonly Fragment[] {
  const rows = reports.flatMap(({ shown }) => shown)
  return rows.length === 0 ? [] : [{ kind: 'extension', rows }]
}
