import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A path outside and where it is mounted inside. */
export interface Mount {
  readonly from: string
  readonly to: string
  readonly writable: boolean
}

export interface Inside {
  /** Folder that becomes the root. */
  readonly root: string
  readonly mounts: readonly Mount[]
  readonly readOnlyRoot: boolean
  /** Folders in memory, empty at the start, like a container's `tmpfs`. */
  readonly scratch: readonly string[]
  readonly workdir: string
  readonly env: Readonly<Record<string, string>>
  /** Numeric user and group; null stays root, as steps of a build do. */
  readonly user: string | null
}

/** Why this machine cannot imitate a container; null if it can. */
export function whyNotHere(): string | null {
  if (process.platform !== 'linux') return 'it takes Linux'
  if (process.getuid?.() !== 0) return 'it needs root, to switch to another user'
  const tried = spawnSync('unshare', ['--mount', '--pid', '--fork', 'mount', '-t', 'tmpfs', 'none', '/mnt'])
  if (tried.status !== 0) return 'this machine allows no private mounts'
  return spawnSync('setpriv', ['--version']).status === 0 ? null : 'it needs setpriv'
}

/** The substitute for the base image: this machine's programs and libraries, mounted read-only. */
const machine = ['/usr', '/etc', '/opt']
const links = ['bin', 'sbin', 'lib', 'lib64', 'lib32']

/** Creates an empty root on which the machine's programs can be mounted. */
export function makeRoot(root: string): void {
  for (const folder of ['proc', 'dev', 'tmp', 'root', ...machine]) mkdirSync(join(root, folder), { recursive: true })
  for (const name of links) {
    if (existsSync(`/${name}`)) symlinkSync(readlinkSync(`/${name}`), join(root, name))
  }
}

const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The commands that mount the inner file system, then replace themselves with the program: it is process 1 inside. */
function script(inside: Inside, command: readonly string[]): string {
  const at = (path: string) => quote(join(inside.root, path))
  const [uid, gid] = inside.user?.split(':') ?? []
  const bind = ({ from, to, writable }: Mount) => [
    `mount --rbind ${quote(from)} ${at(to)}`,
    ...(writable ? [] : [`mount -o remount,bind,ro ${at(to)}`]),
  ]
  const become =
    uid === undefined
      ? []
      : [
          'setpriv',
          `--reuid=${uid}`,
          `--regid=${gid ?? uid}`,
          '--clear-groups',
          '--no-new-privs',
          '--bounding-set=-all',
        ]
  const env = Object.entries(inside.env).map(([name, value]) => `${name}=${value}`)
  const words = ['env', '-i', `--chdir=${inside.workdir}`, ...env, ...become, ...command]
  return [
    'set -e',
    'mount --make-rprivate /',
    `mount --bind ${at('/')} ${at('/')}`,
    ...machine.flatMap((path) => bind({ from: path, to: path, writable: false })),
    `mount -t proc proc ${at('/proc')}`,
    `mount --rbind /dev ${at('/dev')}`,
    ...inside.mounts.flatMap(bind),
    ...inside.scratch.map((path) => `mount -t tmpfs -o mode=1777 tmpfs ${at(path)}`),
    ...(inside.readOnlyRoot ? [`mount -o remount,bind,ro ${at('/')}`] : []),
    `exec chroot ${at('/')} ${words.map(quote).join(' ')}`,
  ].join('\n')
}

/** A program that runs in the sandbox. */
export interface Contained {
  readonly child: ChildProcess
  /** Its output so far. */
  readonly said: () => string
  readonly ended: Promise<number>
  /** Its process id outside; null before it runs. */
  readonly pid: () => number | null
}

function childOf(pid: number): number | null {
  const folder = `/proc/${pid}/task`
  if (!existsSync(folder)) return null
  const children = readdirSync(folder).flatMap((task) =>
    readFileSync(join(folder, task, 'children'), 'utf8')
      .split(' ')
      .filter(Boolean),
  )
  return children[0] === undefined ? null : Number(children[0])
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a program as process 1 of a separate namespace. It ends with this program. */
export function contain(inside: Inside, command: readonly string[]): Contained {
  const args = ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', script(inside, command)]
  const child = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-200_000)
    })
  }
  return {
    child,
    said: () => said,
    ended: new Promise((resolve) =>
      child.on('close', (code) => {
        running.delete(child)
        resolve(code ?? 1)
      }),
    ),
    pid: () => (child.pid === undefined ? null : childOf(child.pid)),
  }
}
