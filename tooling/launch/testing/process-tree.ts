import { spawnSync, type ChildProcess } from 'node:child_process'
import { setTimeout as rest } from 'node:timers/promises'
import { isFree } from '@/lib/shared/testing/free-port'

interface Row {
  readonly pid: number
  readonly parent: number
}

/** All processes that have not ended. A container without an init keeps ended ones in the list, marked Z. */
function processes(): readonly Row[] {
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).stdout
  const rows = listed.split('\n').map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([pid, parent, state = 'Z']) =>
    state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent) }],
  )
}

/** A process and everything that it started. */
function treeOf(root: number): ReadonlySet<number> {
  const all = processes()
  const tree = new Set([root])
  for (let size = 0; size < tree.size;) {
    size = tree.size
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid)
  }
  return tree
}

const isAlive = (pids: ReadonlySet<number>): boolean => processes().some(({ pid }) => pids.has(pid))

/** Waits until the program wrote this, or fails with all of it when the program ends first. */
export function written(program: ChildProcess, text: RegExp): Promise<void> {
  let all = ''
  return new Promise((resolve, reject) => {
    const take = (part: Buffer): void => {
      all += part.toString()
      if (text.test(all)) resolve()
    }
    program.stdout?.on('data', take)
    program.stderr?.on('data', take)
    program.once('exit', () => reject(new Error(`it ended: ${all}`)))
  })
}

/**
 * Sends SIGTERM to a program, or SIGHUP to its group, as a terminal that closes does. Waits until everything that it
 * started has ended and its port is free; the time limit of the test ends the waiting.
 * @returns the number of processes that it was
 */
export async function endedBy(program: ChildProcess, port: number, signal: 'SIGTERM' | 'SIGHUP'): Promise<number> {
  const pid = program.pid ?? 0
  const tree = treeOf(pid)
  try {
    process.kill(signal === 'SIGHUP' ? -pid : pid, signal)
    // A process whose first thread has ended counts as ended in the list, and can hold its port until its last thread has.
    while (isAlive(tree) || !(await isFree(port))) await rest(50)
    return tree.size
  } finally {
    for (const { pid } of processes()) if (tree.has(pid)) process.kill(pid, 'SIGKILL')
  }
}
