import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

export interface Usage {
  /** Peak memory, megabytes. */
  readonly rssMb: number
  /** Processor time during the measurement, seconds. */
  readonly cpuSeconds: number
}

interface Sample {
  readonly rssMb: number
  readonly cpuSeconds: number
}

const ticksPerSecond = 100

async function fromProc(pid: number): Promise<Sample> {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ])
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    rssMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
  }
}

/** For systems without `/proc`. */
function fromPs(pid: number): Promise<Sample> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=,time=', '-p', String(pid)], (_error, stdout) => {
      const [rss = '0', time = '0'] = stdout.trim().split(/\s+/)
      const cpuSeconds = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0)
      resolve({ rssMb: Number(rss) / 1024, cpuSeconds })
    })
  })
}

/** The current usage of a process; zeros if it has ended. */
export async function usageNow(pid: number): Promise<Sample> {
  return fromProc(pid).catch(() => fromPs(pid))
}

/** Waits until a process has been nearly idle for a second: deferred work of earlier loads is done then. */
export async function untilIdle(pid: number): Promise<void> {
  for (let quiet = 0, tries = 0; quiet < 2 && tries < 60; tries += 1) {
    const before = await usageNow(pid)
    await new Promise((resolve) => setTimeout(resolve, 500))
    quiet = (await usageNow(pid)).cpuSeconds - before.cpuSeconds < 0.05 ? quiet + 1 : 0
  }
}

/** Samples a process until `stop`. */
export async function watchUsage(pid: number): Promise<{ readonly stop: () => Promise<Usage> }> {
  const first = await usageNow(pid)
  let most = first.rssMb
  const observation = async (): Promise<Sample> => {
    const sample = await usageNow(pid)
    most = Math.max(most, sample.rssMb)
    return sample
  }
  const timer = setInterval(() => void observation(), 100)
  return {
    stop: async () => {
      clearInterval(timer)
      const last = await observation()
      return { rssMb: Math.round(most), cpuSeconds: Number((last.cpuSeconds - first.cpuSeconds).toFixed(2)) }
    },
  }
}
