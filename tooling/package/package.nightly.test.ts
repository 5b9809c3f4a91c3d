import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedInAzureCli, type SignedIn } from '@/e2e/azure-cli/signed-in'
import { azureCliInstalled } from '@/e2e/simulator/server/testing/azure-cli'
import { programVersion } from '@/lib/config/version'
import { messages } from '@/lib/i18n/messages'
import { freePort } from '@/lib/shared/testing/free-port'
import { hasOtherNodes, nodeVersions, otherNode, type NodeVersion } from '../launch/other-node'
import { top } from '../launch/paths'
import { endedBy, written } from '../launch/testing/process-tree'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-package-'))
const bin = join(folder, 'node_modules', 'sealwatch', 'bin', 'sealwatch.mjs')
/** The Node.js executables by version; empty where the registry has none for this system. */
const nodes = new Map<NodeVersion, string>()
const nodeOf = (version: NodeVersion): string => nodes.get(version) ?? ''

function npm(args: readonly string[], cwd: string): string {
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')}: ${done.stderr}`)
  return done.stdout
}

let azure: SignedIn
beforeAll(async () => {
  azure = await signedInAzureCli()
  const made = spawnSync(process.execPath, ['tooling/launch/run.mjs', 'package'], { cwd: top, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stdout + made.stderr)
  writeFileSync(join(folder, 'package.json'), '{}')
  // No script of any package runs: what npm does for a person who allows none.
  npm(['install', '--ignore-scripts', join(top, `sealwatch-${programVersion}.tgz`)], folder)
  for (const version of nodeVersions) {
    const node = otherNode(version)
    if (node !== null) nodes.set(version, join(node, 'bin', 'node'))
  }
})
afterAll(async () => {
  await azure.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcessWithoutNullStreams
  readonly said: () => string
  readonly address: Promise<string>
  readonly ended: Promise<number>
}

const addressPattern = /http:\/\/127\.0\.0\.1:\d+\/local#[\w-]{43}/

/** The environment of a program that is signed in by the real azure-cli, with its own history. */
const signedIn = (history: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...azure.cli.environment,
  NODE_EXTRA_CA_CERTS: azure.simulator.certificate.caFile,
  XDG_DATA_HOME: join(folder, `data-${history}`),
})

/** Local mode of the installed package. */
function startLocal(version: NodeVersion, args: readonly string[] = []): Run {
  const env = signedIn(version)
  const child = spawn(nodeOf(version), [bin, '--no-browser', ...args], { cwd: folder, env })
  let text = ''
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += String(chunk)
      const [found] = addressPattern.exec(text) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((code) => reject(new Error(`ended with ${code}: ${text}`)))
  })
  return { child, said: () => text, address, ended }
}

/** Opens a session with the key, as the page does, and reads the fleet up to its first rows. */
async function firstRows(address: string): Promise<string> {
  const { origin, hash } = new URL(address)
  const opened = await fetch(`${origin}/api/local/session`, { method: 'POST', body: hash.slice(1) })
  const [cookie = ''] = (opened.headers.get('set-cookie') ?? '').split(';')
  const { secret } = (await opened.json()) as { secret: string }
  const headers = { cookie, authorization: `Bearer ${azure.tenant.tenantId}.${secret}` }
  const answer = await fetch(`${origin}/api/v1/fleet`, { headers })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (/"rows":\[\{/.test(text)) break
  }
  return `${answer.status} ${text}`
}

describe('the package', () => {
  it('contains no script of its own, no link, no map and no path of the machine that built it', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/sealwatch/package.json'), 'utf8'))
    expect(manifest).toMatchObject({ bin: { sealwatch: 'bin/sealwatch.mjs' } })
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts', 'private', 'dependencies']))
    const entries = readdirSync(join(folder, 'node_modules/sealwatch'), { recursive: true, withFileTypes: true })
    expect(entries.length).toBeGreaterThan(1000)
    const files = entries.filter((entry) => !entry.isDirectory())
    expect(files.filter((entry) => !entry.isFile() || /\.map$|^\.env/.test(entry.name))).toEqual([])
    const named = files.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(`${top}/`))
    expect(named.map(({ name }) => name)).toEqual([])
  })
})

it('serves the demo with every file that its page names', async () => {
  const ports = { product: await freePort(), http: await freePort(), https: await freePort() }
  const names = Object.entries(ports).flatMap(([name, port]) => [`--${name}-port`, String(port)])
  const child = spawn('npx', ['--no-install', 'sealwatch', 'demo', ...names], { cwd: folder })
  await written(child, /Aiko Tanaka/)
  const origin = `http://localhost:${ports.product}`
  const page = await (await fetch(origin)).text()
  const paths = [...page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(5)
  const answers = await Promise.all([...new Set(paths)].map((path) => fetch(`${origin}${path}`)))
  expect(answers.filter(({ ok }) => !ok).map(({ url }) => url)).toEqual([])
  const styles = await Promise.all(answers.filter(({ url }) => url.endsWith('.css')).map((answer) => answer.text()))
  const faces = styles.flatMap((style) => [...style.matchAll(/url\(([^)]+\.woff2)\)/g)]).map(([, path = '']) => path)
  expect(faces.length).toBeGreaterThan(5)
  const [face = ''] = faces
  expect((await fetch(new URL(face, answers.find(({ url }) => url.endsWith('.css'))?.url))).status).toBe(200)
  // npx, what it started, and what that started.
  expect(await endedBy(child, ports.product, 'SIGTERM')).toBeGreaterThan(2)
})

it('ends with npx, and frees its port', async (context) => {
  if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
  const port = await freePort()
  const local = ['--no-install', 'sealwatch', '--no-browser', '--port', String(port)]
  const child = spawn('npx', local, { cwd: folder, env: signedIn('npx') })
  await written(child, addressPattern)
  expect(await endedBy(child, port, 'SIGTERM')).toBeGreaterThan(1)
})

describe.skipIf(!hasOtherNodes).each(nodeVersions)('on Node %s', (version) => {
  const sealwatch = (...args: readonly string[]) =>
    spawnSync(nodeOf(version), [bin, ...args], { cwd: folder, encoding: 'utf8' })

  it('prints one help for all commands, and that of each', () => {
    const help = sealwatch('--help')
    expect(help.status).toBe(0)
    for (const command of [
      'local',
      'demo',
      'explain',
      'bundle',
      'open',
      'compare',
      'check-azure',
      'doctor',
      'simulator',
    ]) {
      expect(help.stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'))
      const own = sealwatch(command, '--help')
      expect([own.status, own.stdout]).toEqual([0, expect.stringContaining('Usage: ')])
      expect(own.stdout).not.toContain('npm run')
    }
    expect(sealwatch('--version').stdout).toBe(`${programVersion}\n`)
    expect(sealwatch('nothing').status).toBe(2)
  })

  it('explains a file as the project does', () => {
    const file = join(folder, 'vm.json')
    writeFileSync(file, JSON.stringify({ name: 'vm', properties: { instanceView: {} } }))
    const own = spawnSync(process.execPath, ['tooling/launch/run.mjs', 'explain', file], { cwd: top, encoding: 'utf8' })
    expect(sealwatch('explain', 'vm.json').stdout).toBe(own.stdout)
    expect(own.stdout).toContain('"state": "unknown"')
  })

  it('shows the first rows of the fleet with the sign-in of the real azure-cli', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const since = Date.now()
    const run = startLocal(version)
    const rows = await firstRows(await run.address)
    const [load = 0] = loadavg()
    console.info(`Node ${version}: first rows ${Date.now() - since} ms after the command, load ${load.toFixed(1)}`)
    expect(rows).toMatch(/^200 /)
    expect(rows).toMatch(/"rows":\[\{/)
    run.child.kill('SIGINT')
    await run.ended
    // No script has run, so the binary of the history is missing: that is said, and nothing else is lost.
    expect(run.said()).toContain(messages.en.local.terminal.noDriver)
    expect(run.said()).not.toMatch(/eyJ[\w-]{20}/)
  })
})
