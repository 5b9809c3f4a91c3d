import type { RecognisedPaste } from '@/lib/facts/paste/recognise'
import { runningRow } from '@/lib/facts/paste/fragments/extension'
import { judge } from '@/lib/encryption/judge'
import { judgeText } from '@/lib/encryption/judge-text'
import type { TextVerdict } from '@/lib/encryption/types'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { readingOf } from '../reading'
import type { FurtherReport } from '../steps/further-reports'
import { situationOf } from '../steps/situation'
import { heavier, type Copying } from '../steps/work'
import { isLaterThan, timeOfStatus, type LineTime } from './line-time'

/** One answer of a text, as far as another answer on the same VM needs it. */
export interface VmReading {
  /** In lower case; null where the answer does not contain it. */
  readonly id: string | null
  readonly name: string | null
  readonly work: Copying | null
  /** The time of the extension's status, otherwise of the agent's last report. */
  readonly at: LineTime | null
  /** The later of both. */
  readonly latestAt: LineTime | null
  readonly osType: string | null
  /** What it says of its work. */
  readonly said: string
}

const workOf = (facts: VmFacts | null, verdict: TextVerdict): Copying | null =>
  situationOf(readingOf(facts, verdict)).copying

const saidBy = ({ progress, os, data }: TextVerdict): string => progress.message ?? os.reported ?? data.reported ?? ''

/** The later one of two times of Azure; null where that is not known. */
function laterOf(one: string | null, other: string | null): LineTime | null {
  const [first, second] = [timeOfStatus(one), timeOfStatus(other)]
  const isLater = isLaterThan(first, second)
  if (isLater === null) return first?.clock === second?.clock && first?.value === second?.value ? first : null
  return isLater ? first : second
}

/** Reads what an answer says of its VM and of work. */
export function sameVmReading(paste: RecognisedPaste): VmReading {
  if ('status' in paste) {
    const { name, osType } = paste.status
    const verdict = judgeText(paste.status)
    const undated = { at: null, latestAt: null }
    return {
      id: null,
      name: name?.toLowerCase() ?? null,
      work: workOf(null, verdict),
      ...undated,
      osType,
      said: saidBy(verdict),
    }
  }
  const { facts } = paste
  const verdict = judge(facts)
  const status = facts.adeExtensions[0]?.view?.statuses[0]?.time ?? null
  const heartbeat = facts.agent.known ? facts.agent.value.heartbeatAt : null
  return {
    id: valueOrNull(facts.id)?.toLowerCase() ?? null,
    name: valueOrNull(facts.name)?.toLowerCase() ?? null,
    work: workOf(facts, verdict),
    at: timeOfStatus(status ?? heartbeat),
    latestAt: laterOf(status ?? heartbeat, heartbeat ?? status),
    osType: valueOrNull(facts.osType),
    said: saidBy(verdict),
  }
}

/** By the resource ids, otherwise by the names; an answer that contains neither can be of any VM. */
function mayBeSame(one: VmReading, other: VmReading): boolean {
  if (one.id !== null && other.id !== null) return one.id === other.id
  return one.name === null || other.name === null || one.name === other.name
}

/**
 * The work that other answers of a text report of the VM of one answer, and that is not known to be older than it: the
 * result of an answer that came before it, or whose time is not known, is no reason to change the VM.
 * @param index of the one answer
 */
export function othersOfSame(readings: readonly VmReading[], index: number): readonly FurtherReport[] {
  const own = readings[index]
  if (own === undefined) return []
  return readings.flatMap((other, place): readonly FurtherReport[] => {
    const { work, name, osType, said } = other
    if (place === index || work === null || !mayBeSame(own, other)) return []
    // What the answer says itself holds back as much.
    if (heavier(own.work, work) === own.work || isLaterThan(own.at, other.latestAt) === true) return []
    const isLater = isLaterThan(other.at, own.at) === true ? true : null
    return [{ work, isLater, shown: [runningRow(osType, said, name)] }]
  })
}
