import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as readFleetDirectly } from '@/app/api/v1/fleet/route'
import { languages } from '@/lib/i18n/languages'
import { ask, readFleet, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { azureCliClientId } from '../simulator/names'
import { listen, type Listening } from './testing/listen'

/** Tools that read the document as its users do. They are installed for this test alone: together 90 MB. */
const tools = [
  'openapi-typescript@7.13.0',
  'openapi-fetch@0.17.0',
  'typescript@5.9.3',
  '@stoplight/spectral-core@1.24.1',
  '@stoplight/spectral-rulesets@1.23.1',
]

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-clients-'))
const person = 'Aiko Tanaka'
let stack: Stack
let tenant: TenantClient
let server: Listening

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stdout}${done.stderr}`)
  return done.stdout
}

interface Seen {
  readonly states: [string, string][]
  readonly name: string
  readonly first: string
  readonly code: string
}

/** A program that asks the server of this process, which must not be blocked meanwhile. */
function asking(program: string, args: readonly string[]): Promise<Seen> {
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text) as Seen) : reject(new Error(`exit code ${code}`)),
    )
  })
}

beforeAll(async () => {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...tools])
  stack = await startStack()
  process.env['SEALWATCH_API_CLIENTS'] = azureCliClientId
  tenant = await stack.tenant({ scenario: 'mixed', seed: 3, bucketScale: 1000 })
  await tenant.clock({ freeze: true })
  server = await listen()
  await saveDocuments()
})
afterAll(async () => {
  await server.close()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const documentOf = (language: (typeof languages)[number]): string => join(folder, `openapi-${language}.json`)

/** Before the first tool runs: it blocks this process, so that the server's connections end meanwhile. */
async function saveDocuments(): Promise<void> {
  for (const language of languages) {
    const answer = await fetch(`${server.origin}/api/v1/openapi.json`, { headers: { 'accept-language': language } })
    writeFileSync(documentOf(language), await answer.text())
  }
}

const lint = `
import { readFileSync } from 'node:fs'
import core from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
const spectral = new core.Spectral()
spectral.setRuleset({ extends: [[rulesets.oas, 'all']] })
const found = await spectral.run(JSON.parse(readFileSync(process.argv[2], 'utf8')))
process.stdout.write(JSON.stringify(found.map(({ severity, code, path, message }) => [severity, code, path.join('.'), message])))
`

it.each(languages)('Spectral, with all of its rules for OpenAPI, finds no error and no warning: %s', (language) => {
  writeFileSync(join(folder, 'lint.mjs'), lint)
  const found = JSON.parse(run(process.execPath, ['lint.mjs', documentOf(language)])) as [number, string][]
  // 0 is an error, 1 a warning (https://docs.stoplight.io/docs/spectral).
  expect(found.filter(([severity]) => severity === 0)).toEqual([])
  const asked = ['info-contact', 'license-url', 'openapi-tags-alphabetical']
  expect(found.filter(([, code]) => !asked.includes(code))).toEqual([])
})

const program = `
import createClient from 'openapi-fetch'
import type { components, paths } from './schema.js'

declare const process: { readonly argv: readonly string[]; readonly stdout: { write(text: string): void } }
type FleetEvent = components['schemas']['FleetEvent']

const [, , baseUrl = '', token = ''] = process.argv
const api = createClient<paths>({ baseUrl, headers: { authorization: \`Bearer \${token}\` } })
const fleet = await api.GET('/api/v1/fleet', { parseAs: 'text' })
const events = (fleet.data ?? '').split('\\n').filter((line) => line !== '').map((line): FleetEvent => JSON.parse(line))
const sent = events.flatMap((event) => (event.type === 'rows' ? event.rows : []))
// A later row of a VM replaces an earlier one.
const rows = [...new Map(sent.map((row) => [row.key, row])).values()]
const [first] = rows
if (first === undefined) throw new Error('no rows')
const path = { subscription: first.subscriptionId, group: first.resourceGroup, name: first.name }
const vm = await api.GET('/api/v1/vms/{subscription}/{group}/{name}', { params: { path } })
const lost = await api.GET('/api/v1/vms/{subscription}/{group}/{name}', { params: { path: { ...path, name: 'gone' } } })
const states = rows.map(({ key, state }) => [key, state])
const code: string | undefined = lost.error?.code
process.stdout.write(JSON.stringify({ states, name: vm.data?.name, first: first.name, code }))
`

describe('a client generated in TypeScript', () => {
  it('compiles, and reads the fleet, a VM and a refusal', async () => {
    const bin = (name: string): string => join(folder, 'node_modules', '.bin', name)
    run(bin('openapi-typescript'), [documentOf('en'), '-o', 'schema.ts'])
    writeFileSync(join(folder, 'client.ts'), program)
    const compilerOptions = { strict: true, target: 'es2022', module: 'nodenext', lib: ['es2022', 'dom'], types: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['client.ts'] }))
    run(bin('tsc'), [])
    const token = await tenant.token({ person, overrides: { azp: azureCliClientId } })
    const seen = await asking(process.execPath, ['client.js', server.origin, token])
    const direct = await readFleet(await ask(readFleetDirectly, tenant, person))
    expect(seen.states.sort()).toEqual([...direct.rows].map(([key, { state }]) => [key, state]).sort())
    expect([seen.name, seen.code, seen.states.length > 100]).toEqual([seen.first, 'not-found', true])
  })
})

/** Debian’s package python3-datamodel-code-generator, which runs with Debian's own Python. */
const python = '/usr/bin/python3'
const hasGenerator = spawnSync(python, ['-c', 'import datamodel_code_generator, pydantic']).status === 0

const pythonProgram = `
import json, sys, urllib.error, urllib.request
from pydantic import TypeAdapter
from models import ApiError, FleetEvent, VmDetail

_, origin, token = sys.argv

def get(path):
    request = urllib.request.Request(origin + path, headers={"authorization": "Bearer " + token})
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()

event = TypeAdapter(FleetEvent)
rows = {}
for line in filter(None, get("/api/v1/fleet").split("\\n")):
    parsed = event.validate_json(line).root
    if parsed.type == "rows":
        rows.update({row.key: row for row in parsed.rows})
first = next(iter(rows.values()))
path = f"/api/v1/vms/{first.subscriptionId}/{first.resourceGroup}/"
vm = VmDetail.model_validate_json(get(path + first.name))
try:
    get(path + "gone")
    code = None
except urllib.error.HTTPError as refusal:
    code = ApiError.model_validate_json(refusal.read()).code.value
states = [[key, row.state.value] for key, row in rows.items()]
json.dump({"states": states, "name": vm.name, "first": first.name, "code": code}, sys.stdout)
`

describe.skipIf(!hasGenerator)('classes generated in Python', () => {
  it('take the fleet, a VM and a refusal', async () => {
    const kind = ['--input-file-type', 'openapi', '--output-model-type', 'pydantic_v2.BaseModel']
    const files = ['--input', documentOf('en'), '--output', join(folder, 'models.py')]
    run(python, ['-m', 'datamodel_code_generator', ...kind, ...files])
    writeFileSync(join(folder, 'client.py'), pythonProgram)
    const token = await tenant.token({ person, overrides: { azp: azureCliClientId } })
    const seen = await asking(python, ['client.py', server.origin, token])
    const direct = await readFleet(await ask(readFleetDirectly, tenant, person))
    expect(seen.states.sort()).toEqual([...direct.rows].map(([key, { state }]) => [key, state]).sort())
    expect([seen.name, seen.code, seen.states.length > 100]).toEqual([seen.first, 'not-found', true])
  })
})
