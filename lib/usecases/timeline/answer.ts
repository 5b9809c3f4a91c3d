import 'server-only'
import type { VmTimeline } from '@/lib/contract/timeline'
import { backtest } from '@/lib/timeline/estimate/backtest'
import { qualityOf } from '@/lib/timeline/estimate/quality'
import { workViewOf } from '@/lib/timeline/estimate/work-view'
import type { Observation } from '@/lib/timeline/observation'
import type { Polling } from '@/lib/timeline/polling'
import { timelineOf } from '@/lib/timeline/timeline'
import type { Gap, Interval, Lane, MachineTimeline } from '@/lib/timeline/types'
import { askedAtOf, requestedAtOf, workRequestOf, type WorkRequest } from '@/lib/timeline/work-request'
import type { KnownHistory } from './history-of'
import type { Around } from './read-around'

/** Intervals of a lane that are sent at most, the newest; a screen shows fewer. */
const mostIntervals = 2000
const mostItems = 1000

/** Copies into mutable contract values; those of the pure module are read-only. */
function laneFor<Value>({ intervals, gaps }: Lane<Value>, cut: { yes: boolean }) {
  if (intervals.length > mostIntervals || gaps.length > mostIntervals) cut.yes = true
  return {
    intervals: intervals
      .slice(-mostIntervals)
      .map((each: Interval<Value>) => ({ ...each, sources: [...each.sources] })),
    gaps: gaps.slice(-mostIntervals).map((gap: Gap) => ({ ...gap })),
  }
}

function machineTimelineFor(machine: MachineTimeline, cut: { yes: boolean }): VmTimeline['machines'][number] {
  const { vm, os, data, message, power } = machine.lanes
  return {
    ...machine,
    places: machine.places.map((place) => ({ ...place })),
    lanes: {
      vm: laneFor(vm, cut),
      os: laneFor(os, cut),
      data: laneFor(data, cut),
      message: laneFor(message, cut),
      power: laneFor(power, cut),
    },
    percents: machine.percents.slice(-mostIntervals).map((reading) => ({ ...reading })),
  }
}

function activityFor(around: ReturnType<typeof timelineOf>['activity']): VmTimeline['activity'] {
  return around.slice(-mostItems).map((item) => ({
    ...item,
    sources: [...item.sources],
    changes: item.changes.map((change) => ({ ...change })),
    stamps: item.stamps.map((stamp) => ({ ...stamp })),
  }))
}

export interface AnswerInput {
  readonly observation: Observation
  readonly known: KnownHistory
  readonly around: Around
  readonly polling: Polling
  /** ISO time of the present, on Azure's clock. */
  readonly now: string
}

function workFor(
  { observation, known: { observations }, around, polling, now }: AnswerInput,
  requested: WorkRequest | null,
): VmTimeline['work'] {
  const { osTraffic, dataTraffic, past } = around
  const requestedAt = requestedAtOf(requested, observation.facts)
  const askedAt = askedAtOf(requested)
  const view = workViewOf({ observations, osTraffic, dataTraffic, past, polling, requestedAt, askedAt, now })
  const quality = qualityOf(backtest({ observations, osTraffic, dataTraffic, polling, now }))
  return { ...view, stuck: [...view.stuck], quality: quality.map((each) => ({ ...each })) }
}

/** Combines the observations of one VM with what other systems recorded. */
export function timelineAnswer(input: AnswerInput): VmTimeline {
  const { observation, known, around, polling, now } = input
  const timeline = timelineOf({
    observations: known.observations,
    formerMachines: known.formerMachines,
    activityLog: around.events,
    resourceChanges: around.changes,
    polling,
    now,
  })
  const requested = workRequestOf(timeline.activity, observation.facts)
  const cut = { yes: known.next !== null }
  const machines = timeline.machines.map((machine) => machineTimelineFor(machine, cut))
  return {
    id: observation.id,
    now,
    machines,
    activity: activityFor(timeline.activity),
    leftOut: timeline.leftOut,
    work: workFor(input, requested),
    requested: requested && { ...requested, actor: { ...requested.actor } },
    sources: around.sources.map((line) => ({ ...line })),
    polling: { ...polling },
    historyFailure: known.failure,
    truncated: cut.yes,
    unreadable: known.unreadable,
    formerMachines: known.formerMachines.map((machine) => ({ ...machine })),
  }
}
