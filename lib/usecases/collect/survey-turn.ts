import 'server-only'
import { leaseHolder, releaseLease, takeLease } from '@/lib/store/leases'
import { isMeasured } from '@/lib/telemetry/measure'
import { noteWrite } from '../history/health'
import { measurePeriodically, prunePeriodically } from '../history/record-observations'
import { scoreEstimates } from '../history/score-estimates'
import { failedStep, type Collector } from './collector'
import { withdrawFleet } from './fleet-now'
import { survey } from './survey'

/** How often one of the collectors takes the inventory. */
const surveyMilliseconds = 60_000
/** While an inventory takes longer, its lease is renewed this often. */
const renewMilliseconds = 20_000

/** Where another collector takes the inventory now, it exports the numbers of the fleet, and this one no longer does. */
async function measureElsewhere({ store, holder }: Collector, lease: string): Promise<void> {
  if (!isMeasured()) return
  const last = await leaseHolder(store, lease)
  if (last.ok && last.value?.startsWith(`${holder}#`) === false) withdrawFleet()
}

/** Says that the inventory failed once for each reason in a row, and how often it did once it is taken again. */
function surveyTurns({ say }: Collector): (code: string | null) => void {
  let last: string | null = null
  let failures = 0
  return (code) => {
    if (code !== null && code !== last) say(failedStep('survey', code))
    if (code === null && failures > 0) say({ event: 'recovered', what: 'survey', failures })
    failures = code === null ? 0 : failures + 1
    last = code
  }
}

/** A collector's turns to take the inventory, which one of them takes once a minute. */
export interface SurveyTurn {
  /** Takes the inventory where it is due and no other collector is taking it. */
  readonly surveyIfDue: (signal: AbortSignal) => Promise<void>
  /** Keeps others from beginning the inventory that this collector is still taking; called often. */
  readonly keep: () => Promise<void>
}

export function surveyTurn(collector: Collector): SurveyTurn {
  const { store, watching, now } = collector
  const name = `survey|${watching.cloud}|${watching.tenantId}`
  const turned = surveyTurns(collector)
  let renewing: Promise<unknown> = Promise.resolve()
  let held: { readonly holder: string; renewedAt: number } | null = null

  /** Whether the survey ended; false where the collector was shut down meanwhile. */
  const taken = async (signal: AbortSignal): Promise<boolean> => {
    const done = await survey(collector, signal)
    if (signal.aborted) return false
    if (done.ok) turned(null)
    else if (typeof done.failure === 'string') turned(done.failure)
    else noteWrite(done.failure)
    return true
  }
  const surveyIfDue = async (signal: AbortSignal): Promise<void> => {
    const begun = now()
    const holder = `${collector.holder}#${begun}`
    const first = await takeLease(store, { name, holder, milliseconds: surveyMilliseconds }, begun)
    if (!first.ok || !first.value) {
      await measureElsewhere(collector, name)
      return
    }
    const mine = { holder, renewedAt: begun }
    held = mine
    const isDone = await taken(signal).finally(() => {
      held = null
    })
    await renewing
    // It is released only where the collector was shut down during the survey; otherwise it marks this minute's as done.
    if (!isDone) {
      await releaseLease(store, name, holder)
      return
    }
    const milliseconds = Math.max(0, begun + surveyMilliseconds - now())
    if (mine.renewedAt > begun)
      await takeLease(store, { name, holder, milliseconds, longest: surveyMilliseconds }, now())
    await measurePeriodically()
    await prunePeriodically()
    await scoreEstimates(store, now())
  }
  const keep = async (): Promise<void> => {
    if (held === null || now() < held.renewedAt + renewMilliseconds) return
    held.renewedAt = now()
    renewing = takeLease(store, { name, holder: held.holder, milliseconds: surveyMilliseconds }, now())
    await renewing
  }
  return { surveyIfDue, keep }
}
