import type { SimRun, SimStep, SimVm } from '../model/vm'
import { inPlaceTraffic, secondsPerPercentage } from './data-copy'

const ready: SimStep = { name: 'agent ready', seconds: Infinity, restart: 'rest', agentReady: true }

/** The sub-status of the last report at or before the current step, for reports that repeat it. */
function lastWords(run: SimRun): { readonly os: string; readonly data: string } | null {
  for (let index = run.step; index >= 0; index -= 1) {
    const report = run.steps[index]?.report
    if (report !== undefined) return report.words
  }
  return null
}

/** The enable that the agent repeats at every boot finds the job's marker and starts the daemon: an empty success. */
function daemonStarted(run: SimRun, seconds: number): SimStep {
  return {
    name: 'enabled at boot',
    seconds,
    restart: 'continue',
    agentReady: true,
    report: { status: 'success', code: 0, message: '', words: lastWords(run) },
  }
}

/** Steps of the volumes after `volume`, with a new count: the loop starts again with the remaining ones. */
function remainingVolumes(run: SimRun, volume: number): SimStep[] {
  const rest = run.steps.slice(run.step + 1).filter((step) => step.volume === undefined || step.volume > volume)
  const left = new Set(rest.map((step) => step.volume).filter((each) => each !== undefined)).size
  const renumber = (text: string): string =>
    text.replace(/(\d+)\/\d+/, (_, index: string) => `${Number(index) - volume}/${left}`)
  const counted: SimStep = {
    name: 'data volumes counted',
    seconds: 10,
    restart: 'continue',
    report: { status: 'success', code: 0, message: `Encrypting ${left} data volumes`, words: lastWords(run) },
  }
  const renumbered = rest.map((step): SimStep => {
    if (step.volume === undefined) return step
    const report =
      step.report === undefined ? {} : { report: { ...step.report, message: renumber(step.report.message) } }
    return { ...step, ...report, name: renumber(step.name), volume: step.volume - volume }
  })
  return [counted, ...renumbered]
}

function resumeVolume(vm: SimVm, run: SimRun, current: SimStep): SimStep[] {
  const volume = current.volume ?? 1
  const from = current.percent ?? 0
  const size = vm.disks.filter(({ role }) => role === 'data')[volume - 1]?.sizeGiB ?? 128
  const isCopying = current.name.startsWith('EncryptingData') || current.name.startsWith('resuming')
  const first = isCopying ? from : 0
  const seconds = secondsPerPercentage(size)
  const traffic = inPlaceTraffic(current.traffic?.[0]?.disk ?? volume - 1, (size * 1024) / 100, seconds)
  const percents = Array.from({ length: 101 - first }, (_, index): SimStep => ({
    name: `resuming ${volume}: ${first + index}%`,
    seconds,
    restart: 'resume-volume',
    traffic,
    volume,
    percent: first + index,
    report: {
      status: 'success',
      code: 0,
      message: `Resuming encryption after reboot: ${first + index}%`,
      words: lastWords(run),
    },
  }))
  return [daemonStarted(run, 60), ...percents, ...remainingVolumes(run, volume)]
}

/** The memory system is gone and the real root boots: the marker repeats the stripdown, also after a reported failure. */
function redoOs(run: SimRun): SimStep[] {
  const from = run.steps.findIndex(({ name }) => name === 'stripdown')
  const start = from < 0 ? run.steps.findIndex(({ name }) => name === 'prereq') : from
  return [daemonStarted(run, 60), ...run.steps.slice(Math.max(start, 0))]
}

/** What a VM does after booting, by the step of its run. */
export function stepsAfterBoot(vm: SimVm): readonly SimStep[] {
  const { run } = vm
  const current = run?.steps[run.step]
  if (run === null || current === undefined) return [ready]
  switch (current.restart) {
    case 'rest':
      return [ready]
    case 'continue':
      return [daemonOrRequest(run, current), ...run.steps.slice(run.step)]
    case 'next':
      return run.steps.slice(run.step + 1).filter(({ name }) => name !== 'rebooting')
    case 'resume-volume':
      return resumeVolume(vm, run, current)
    case 'redo-os':
      return redoOs(run)
    case 'no-boot':
      return [{ name: 'does not boot', seconds: Infinity, restart: 'no-boot', agentReady: false }]
    case 'stuck':
      return [{ ...daemonStarted(run, Infinity), restart: 'stuck' }]
  }
}

/** Before the first report there is no marker to resume from: the agent delivers the request again. */
function daemonOrRequest(run: SimRun, current: SimStep): SimStep {
  if (current.name === 'requested' || lastWords(run) === null)
    return { name: 'agent ready', seconds: 10, restart: 'continue', agentReady: true }
  return daemonStarted(run, 30)
}
