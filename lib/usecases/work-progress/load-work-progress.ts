import 'server-only'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmSession } from '@/lib/azure/session'
import type { Caller } from '@/lib/auth/caller'
import { historyConfig } from '@/lib/config/history-config'
import type { WorkProgress } from '@/lib/contract/work-progress'
import type { Flag, Verdict } from '@/lib/encryption/types'
import type { VmFacts } from '@/lib/facts/types'
import { readMachineState } from '@/lib/store/machine-states'
import { mergeActivity } from '@/lib/timeline/activity/merge'
import { documentedDuration } from '@/lib/timeline/estimate/documented'
import { workViewOf } from '@/lib/timeline/estimate/work-view'
import type { Observation } from '@/lib/timeline/observation'
import { isMoving } from '@/lib/timeline/polling'
import { seenNow } from '@/lib/timeline/seen-state'
import { askedAtOf, requestedAtOf, workRequestOf } from '@/lib/timeline/work-request'
import { history } from '../history/handle'
import { openSession } from '../open-session'
import { historyOf } from '../timeline/history-of'
import { readVmActivity } from '../timeline/read-activity'
import { readTraffic, trafficSpanOf } from '../timeline/read-traffic'
import { flagsOfWork, historyOfRow, workOfView } from './row-work'
import { similarWork } from './similar-work'

/** How long a page waits for the work progress; the verdict does not depend on it. */
const deadlineMilliseconds = 6_000

export interface LoadedWorkProgress {
  readonly workProgress: WorkProgress
  /** Added to the flags of the verdict. */
  readonly flags: readonly Flag[]
  /** Requests to ARM for it. */
  readonly requests: number
}

const resting = { work: null, requested: null, documented: null } as const

/** Since when the VM is in its state, from the history alone. */
async function since(observation: Observation): Promise<Pick<WorkProgress, 'history' | 'failure'>> {
  const opened = await history()
  const known = opened.ok ? await readMachineState(opened.value, observation) : opened
  if (!known.ok) return { history: null, failure: known.failure.kind }
  const seen = seenNow(known.value, observation.facts.state, Date.parse(observation.lastSeen))
  return { history: seen && historyOfRow(seen, null), failure: null }
}

interface Subject {
  readonly vm: VmName
  readonly facts: VmFacts
  readonly observation: Observation
}

function diskIdsOf({ osDisk, dataDisks }: VmFacts): readonly string[] {
  return [osDisk, ...dataDisks].flatMap((disk) => (disk === null || disk.id === null ? [] : [disk.id]))
}

/**
 * The work in progress in a VM, from its history, the Activity Log and the metrics of its disks, each where the reader
 * may read it.
 */
async function work(
  session: ArmSession,
  { vm, facts, observation }: Subject,
): Promise<Omit<LoadedWorkProgress, 'requests'>> {
  const state = await since(observation)
  const { observations } = await historyOf(observation)
  const { polling } = historyConfig()
  const now = Date.parse(observation.lastSeen)
  const span = trafficSpanOf(observations, polling, now)
  const [activity, traffic, past] = await Promise.all([
    readVmActivity(session, {
      vm,
      diskIds: diskIdsOf(facts),
      extensions: facts.adeExtensions.flatMap(({ resource }) => resource?.name ?? []),
      now,
    }),
    span === null ? null : readTraffic(session, vm, span),
    similarWork(session, { vm: observation, observations, polling, now }),
  ])
  const requested = activity.ok
    ? workRequestOf(mergeActivity(activity.value.events, [], now).items, observation.facts)
    : null
  const points = traffic?.ok === true ? traffic.value : []
  const view = workViewOf({
    observations,
    osTraffic: span?.disks === 'os' ? points : [],
    dataTraffic: span?.disks === 'data' ? points : [],
    past,
    polling,
    requestedAt: requestedAtOf(requested, observation.facts),
    askedAt: askedAtOf(requested),
    now: observation.lastSeen,
  })
  const found = workOfView(view, null)
  const documented = view.run === null ? null : documentedDuration[view.run.work]
  return {
    workProgress: {
      at: observation.lastSeen,
      ...state,
      work: found,
      requested: requested && { ...requested, actor: { ...requested.actor } },
      documented: documented && { ...documented },
    },
    flags: flagsOfWork(found),
  }
}

/** The work progress, read through an open session. */
export async function workProgressOf(session: ArmSession, subject: Subject): Promise<LoadedWorkProgress> {
  if (!isMoving(subject.observation.facts)) {
    return {
      workProgress: { at: subject.observation.lastSeen, ...(await since(subject.observation)), ...resting },
      flags: [],
      requests: 0,
    }
  }
  const before = session.usage.requests
  const known = await work(session, subject)
  return { ...known, requests: session.usage.requests - before }
}

/**
 * The work progress for one observation of an opened VM. Metrics and the Activity Log are requested only while work is
 * running, with the reader's rights, and for a few seconds at most.
 */
export async function loadWorkProgress(
  caller: Caller,
  subject: Subject,
  signal: AbortSignal,
): Promise<LoadedWorkProgress> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    return await workProgressOf(session, subject)
  } finally {
    session.close()
  }
}

/** The verdict with the flags of the work progress, most severe first. */
export function withFlags(verdict: Verdict, flags: readonly Flag[]): Verdict {
  return flags.length === 0 ? verdict : { ...verdict, flags: [...flags, ...verdict.flags] }
}
