import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settingsInput } from '@/e2e/simulator/control/shapes'
import { faultKinds } from '@/e2e/simulator/model/faults'
import { collectorApplication, demoTenantIds } from '@/e2e/simulator/names'
import { productSettings } from './launch/environment'
import { demoPorts, portOptions, portUsage } from './launch/options'

const text = readFileSync(join(import.meta.dirname, '../docs/simulator.md'), 'utf8')

it('has every variable with which server and collector start against the simulator, with its value', () => {
  const written = [...text.matchAll(/^export ([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value.replace(/^'(.*)'$/, '$1'),
  ])
  const expected: Record<string, string> = {
    ...productSettings(demoPorts),
    SEALWATCH_COLLECTOR_CLIENT_ID: collectorApplication.clientId,
    SEALWATCH_COLLECTOR_CLIENT_SECRET: collectorApplication.clientSecret,
  }
  const own = Object.fromEntries(written.filter(([name = '']) => name.startsWith('SEALWATCH_')))
  for (const name of ['SEALWATCH_BROWSER_AUTHORITY_METADATA', 'SEALWATCH_COLLECTOR_CLIENT_SECRET'])
    expect(Object.keys(own)).toContain(name)
  expect(Object.keys(own).length).toBeGreaterThanOrEqual(12)
  for (const [name, value] of Object.entries(own)) expect([name, value]).toEqual([name, expected[name]])
})

it('describes every kind of fault and every setting', () => {
  const cells = text.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split('|')[1] ?? ''] : []))
  const named = new Set(cells.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name)))
  for (const kind of faultKinds) expect(named).toContain(kind)
  for (const name of Object.keys(settingsInput.shape)) expect(named).toContain(name)
})

it('says how a recording is opened, and that it is a part', () => {
  expect(text).toContain(`SEALWATCH_TENANT=${demoTenantIds.recorded}`)
  expect(text).toMatch(/A recording is a part of its tenant/)
})

it('explains the ports of the demo, in the document and by --help', () => {
  expect(portOptions(demoPorts, ['--help'])).toBeNull()
  expect(portOptions(demoPorts, ['--http-port', '5000'])).toEqual({ ...demoPorts, http: 5000 })
  for (const option of ['--product-port', '--http-port', '--https-port']) {
    expect(portUsage('npm run demo --', demoPorts)).toContain(option)
    expect(text).toContain(option)
  }
})

it('has no row of a table without its heading', () => {
  const lines = text.split('\n')
  const first = lines.flatMap((line, at) =>
    line.startsWith('|') && lines[at - 1]?.startsWith('|') !== true ? [at] : [],
  )
  expect(first.length).toBeGreaterThan(3)
  for (const at of first) expect(lines[at + 1], lines[at]).toMatch(/^\| ?-/)
})
