import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simulatorClient } from '@/e2e/simulator/control/client'
import { collectorEnvironment, ports, startAzure } from '../bench/collect-stage'
import { readFleet } from '../bench/read-fleet'
import { simulatorData } from '../launch/environment'
import type { BuiltImage } from './build'
import { claim, type Claim } from './claims'
import { contain, type Contained, type Inside } from './sandbox'

/** A container engine kills a container ten seconds after the signal to stop. */
const patienceSeconds = 10

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The fake Azure's certificate at a path that another user can read; its original folder contains keys and is closed. */
function certificateFolder(image: BuiltImage): string {
  const folder = `${image.root}-config`
  for (const each of [folder, join(image.root, 'config')]) mkdirSync(each, { recursive: true, mode: 0o755 })
  copyFileSync(join(simulatorData(ports), 'ca.pem'), join(folder, 'ca.pem'))
  chmodSync(join(folder, 'ca.pem'), 0o644)
  return folder
}

/** The container as an operator would start it: read-only root, a volume, a scratch folder, configuration by environment. */
function containerOf(image: BuiltImage, tenantId: string): Inside {
  return {
    root: image.root,
    mounts: [
      { from: certificateFolder(image), to: '/config', writable: false },
      ...image.config.volumes.map((to) => ({ from: join(image.root, to), to, writable: true })),
    ],
    readOnlyRoot: true,
    scratch: ['/tmp'],
    workdir: image.config.workdir,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...image.config.env,
      ...collectorEnvironment(tenantId),
      SEALWATCH_DATA_DIR: image.config.env['SEALWATCH_DATA_DIR'] ?? '',
      PORT: String(ports.product),
      // The image listens on all addresses, so its proxy must be declared.
      SEALWATCH_PROXIES: '127.0.0.1',
      // The same time as for operators, not the tests' shorter one.
      SEALWATCH_STOP_DRAIN_SECONDS: '',
      NODE_EXTRA_CA_CERTS: '/config/ca.pem',
    },
    user: image.config.user,
  }
}

async function until(seconds: number, program: Contained, ready: () => Promise<boolean>): Promise<boolean> {
  const state = { ended: false }
  void program.ended.then(() => (state.ended = true))
  for (const end = Date.now() + seconds * 1000; Date.now() < end && !state.ended; await pause(200)) {
    if (await ready().catch(() => false)) return true
  }
  return false
}

/** Runs a program in the image to its end. */
async function runIn(inside: Inside, command: readonly string[]): Promise<{ code: number; said: string }> {
  const program = contain(inside, command)
  return { code: await program.ended, said: program.said() }
}

/** Sends SIGTERM, as a container engine does, and returns the seconds until the end; null if the program had to be killed. */
async function stop(program: Contained): Promise<number | null> {
  const pid = program.pid()
  if (pid === null) return null
  const since = Date.now()
  process.kill(pid, 'SIGTERM')
  const ended = await Promise.race([program.ended.then(() => true), pause(patienceSeconds * 1000).then(() => false)])
  if (!ended) program.child.kill('SIGKILL')
  return ended ? (Date.now() - since) / 1000 : null
}

function statusOf(pid: number): Record<string, string> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n')
  return Object.fromEntries(lines.map((line) => [line.split(':')[0] ?? '', line.split(/:\s*/)[1] ?? '']))
}

function whoIs(program: Contained, user: string): Claim {
  const status = statusOf(program.pid() ?? 0)
  const uid = user.split(':')[0] ?? ''
  const seen = { name: status['Name'], uid: status['Uid'], ...pick(status, ['CapEff', 'NoNewPrivs', 'NSpid']) }
  const mine = (status['Uid'] ?? '').split(/\s+/).every((each) => each === uid)
  const powerless = /^0+$/.test(status['CapEff'] ?? '') && status['NoNewPrivs'] === '1'
  const first = (status['NSpid'] ?? '').endsWith('\t1')
  return claim('the first process is node, not root, without capabilities', mine && powerless && first, seen)
}

function pick(from: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, from[name] ?? '']))
}

/** The sign-in page, and every file that it references. */
async function signInPage(address: string): Promise<Claim> {
  const page = await fetch(address)
  const html = await page.text()
  const files = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, path = '']) => path)
  const answers = await Promise.all([...new Set(files)].map((path) => fetch(`${address}${path}`)))
  const failed = answers.filter(({ ok }) => !ok).map(({ url, status }) => `${status} ${url}`)
  const held = page.status === 200 && html.includes('Sealwatch') && files.length > 5 && failed.length === 0
  return claim('the sign-in page and all its files are served', held, {
    status: page.status,
    files: files.length,
    failed,
  })
}

async function probes(address: string): Promise<Claim[]> {
  const health = await fetch(`${address}/healthz`)
  const ready = await fetch(`${address}/readyz`)
  const standing = await ready.text()
  const well = ready.status === 200 && !/"(degraded|failed)"/.test(standing)
  return [
    claim('/healthz answers 200', health.status === 200, await health.text()),
    claim('/readyz reports that everything works, including the history in the volume', well, standing),
  ]
}

async function fleetOf(address: string, token: string): Promise<Claim> {
  const said = 'it reads the fleet for a user'
  try {
    const fleet = await readFleet(address, token)
    return claim(said, fleet.rows > 50, fleet)
  } catch (error) {
    return claim(said, false, String(error))
  }
}

/** Output lines about a refused write. */
const refusedWrites = /EROFS|EACCES|EPERM|read-only file system|ERR_MODULE_NOT_FOUND|Cannot find module/i

async function server(image: BuiltImage, tenantId: string, token: string): Promise<Claim[]> {
  const inside = containerOf(image, tenantId)
  const address = `http://localhost:${ports.product}`
  const program = contain(inside, image.config.command)
  const since = Date.now()
  const up = await until(60, program, async () => (await fetch(`${address}/healthz`)).ok)
  if (!up) return [claim('the server starts', false, program.said())]
  const claims = [claim('the server starts', true, `${((Date.now() - since) / 1000).toFixed(1)} s`)]
  claims.push(whoIs(program, image.config.user), ...(await probes(address)), await signInPage(address))
  claims.push(await fleetOf(address, token))
  const health = await runIn(inside, image.config.health)
  claims.push(claim('the container’s own health check passes', health.code === 0, health))
  const took = await stop(program)
  claims.push(claim(`SIGTERM ends it within ${patienceSeconds} s`, took !== null, `${took} s`))
  claims.push(
    claim('it tried to write to no other path', !refusedWrites.test(program.said()), program.said().slice(-600)),
  )
  const after = await runIn(inside, image.config.health)
  claims.push(claim('then the health check fails', after.code === 1, after))
  return claims
}

async function collector(image: BuiltImage, tenantId: string): Promise<Claim[]> {
  const inside = containerOf(image, tenantId)
  const program = contain(inside, ['node', 'collect.mjs'])
  const reads = await until(60, program, () => Promise.resolve(program.said().includes('"event":"read"')))
  const claims = [claim('the collector starts from the same image and reads', reads, program.said().slice(-600))]
  const took = await stop(program)
  claims.push(claim(`SIGTERM ends the collector within ${patienceSeconds} s`, took !== null, `${took} s`))
  const store = await runIn(inside, ['node', 'store.mjs', 'status'])
  claims.push(
    claim(
      'the store command finds no pending migration',
      store.code === 0 && store.said.includes('"pending":[]'),
      store,
    ),
  )
  const doctor = await runIn(inside, ['node', 'doctor.mjs', '--help'])
  claims.push(claim('the doctor command runs', doctor.code === 0, doctor))
  return claims
}

async function walls(image: BuiltImage, tenantId: string): Promise<Claim[]> {
  const write = (path: string) => ['node', '-e', `require('node:fs').writeFileSync(${JSON.stringify(path)}, 'x')`]
  const inside = containerOf(image, tenantId)
  const refused = await Promise.all(['/app/x', '/app/.next/x', '/x'].map((path) => runIn(inside, write(path))))
  const held = refused.every(({ code, said }) => code !== 0 && said.includes('EROFS'))
  const unset = Object.fromEntries(Object.entries(inside.env).filter(([name]) => !name.startsWith('SEALWATCH_')))
  const bare = await runIn({ ...inside, env: unset }, image.config.command)
  const named = bare.code !== 0 && bare.said.includes('SEALWATCH_TENANT')
  return [
    claim(
      'the root is read-only',
      held,
      refused.map(({ said }) => /E[A-Z]+:[^\n]*/.exec(said)?.[0]),
    ),
    claim('without configuration it ends and names the missing variables', named, bare.said.slice(-600)),
  ]
}

/** Starts the image's programs against the fake Azure, and checks what they must do. */
export async function tryImage(image: BuiltImage): Promise<Claim[]> {
  const taken = await fetch(`http://localhost:${ports.product}/`).then(
    () => true,
    () => false,
  )
  if (taken) throw new Error(`Port ${ports.product} is in use; SEALWATCH_BENCH_PORT moves all ports.`)
  await startAzure()
  const azure = simulatorClient(`http://localhost:${ports.http}`)
  const tenant = await azure.createTenant({ scenario: 'mixed' })
  const token = await tenant.token({ person: 'Aiko Tanaka' })
  return [
    ...(await walls(image, tenant.tenantId)),
    ...(await server(image, tenant.tenantId, token)),
    ...(await collector(image, tenant.tenantId)),
  ]
}
