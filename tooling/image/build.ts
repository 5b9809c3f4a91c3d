import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { configOf, contextOf, pairsOf, parseDockerfile, type ImageConfig, type Stage } from './dockerfile'
import { contain, makeRoot, type Mount } from './sandbox'

export interface BuiltImage {
  readonly root: string
  readonly config: ImageConfig
}

/** This machine's settings for the package registry; a container engine passes its own to a build. */
const handedOn = /^(npm_config_\w+|https?_proxy|no_proxy|ssl_cert_file|node_extra_ca_certs)$/i

function registryEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && handedOn.test(name) ? [[name, value] as const] : [],
  )
  return Object.fromEntries(entries)
}

/** npm's settings and its cache of packages. */
function registryMounts(root: string): Mount[] {
  const mounts: Mount[] = []
  const home = join(root, 'root')
  if (existsSync(join(homedir(), '.npmrc'))) {
    spawnSync('touch', [join(home, '.npmrc')])
    mounts.push({ from: join(homedir(), '.npmrc'), to: '/root/.npmrc', writable: false })
  }
  if (existsSync(join(homedir(), '.npm'))) {
    mkdirSync(join(home, '.npm'), { recursive: true })
    mounts.push({ from: join(homedir(), '.npm'), to: '/root/.npm', writable: true })
  }
  return mounts
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  const done = spawnSync('cp', ['-a', '--no-preserve=ownership', '-T', from, to])
  if (done.status !== 0) throw new Error(`cp: ${done.stderr.toString()}`)
}

/** The target path of a name in the context: below the target if that is a folder, or the target itself. */
function copyInto(from: string, target: string, name: string, isFolder: boolean): void {
  copy(from, isFolder ? join(target, name) : target)
}

interface Building {
  readonly top: string
  readonly work: string
  readonly root: string
  workdir: string
  env: Record<string, string>
}

/** `COPY a b ./` from the context, `COPY --from=stage /a/ ./` from an earlier stage. */
function carryCopy(building: Building, text: string): void {
  const words = text.split(/\s+/)
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
  const paths = words.filter((word) => !word.startsWith('--'))
  const target = resolve('/', building.workdir, paths.at(-1) ?? '.')
  const into = join(building.root, target)
  mkdirSync(into, { recursive: true })
  for (const source of paths.slice(0, -1)) {
    if (from !== undefined) copy(join(building.work, from, source), into)
    else {
      const allowed = contextOf(readFileSync(join(building.top, '.dockerignore'), 'utf8'))
      const names = source === '.' ? allowed : [source]
      for (const name of names) {
        if (!allowed.includes(name)) throw new Error(`.dockerignore keeps out ${name}`)
        copyInto(join(building.top, name), into, name, true)
      }
    }
  }
}

async function carryRun(building: Building, command: string): Promise<void> {
  const { root, workdir, env } = building
  const done = contain(
    {
      root,
      mounts: registryMounts(root),
      readOnlyRoot: false,
      scratch: [],
      workdir,
      env: { PATH: process.env['PATH'] ?? '', HOME: '/root', ...registryEnvironment(), ...env },
      user: null,
    },
    ['sh', '-c', command],
  )
  const code = await done.ended
  if (code !== 0) throw new Error(`RUN ${command} ended with ${code}\n${done.said().slice(-4000)}`)
}

async function carryOut(stage: Stage, building: Building, say: (line: string) => void): Promise<void> {
  for (const { instruction, text } of stage.steps) {
    const since = Date.now()
    if (instruction === 'WORKDIR') {
      building.workdir = text
      mkdirSync(join(building.root, text), { recursive: true })
    } else if (instruction === 'ENV') building.env = { ...building.env, ...pairsOf(text) }
    else if (instruction === 'COPY') carryCopy(building, text)
    else if (instruction === 'RUN') await carryRun(building, text)
    else continue
    say(`  ${instruction} ${text} (${((Date.now() - since) / 1000).toFixed(0)} s)`)
  }
}

/**
 * Runs the steps of the Dockerfile, with this machine instead of the base images.
 * @param top folder of the project
 * @param work empty folder; every stage becomes a folder in it
 */
export async function buildImage(top: string, work: string, say: (line: string) => void): Promise<BuiltImage> {
  const stages = parseDockerfile(readFileSync(join(top, 'Dockerfile'), 'utf8'))
  const last = stages.at(-1)
  if (last === undefined) throw new Error('no stage')
  for (const [index, stage] of stages.entries()) {
    const root = join(work, stage.name ?? String(index))
    makeRoot(root)
    say(`FROM ${stage.base}: this machine is used instead`)
    await carryOut(stage, { top, work, root, workdir: '/', env: {} }, say)
  }
  const root = join(work, last.name ?? String(stages.length - 1))
  if (!statSync(root).isDirectory()) throw new Error('nothing was built')
  return { root, config: configOf(last) }
}
