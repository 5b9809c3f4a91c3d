import { readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { localSecretEntry } from '@/lib/contract/local-session'
import { messages } from '@/lib/i18n/messages'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { test } from '../fixtures/local-test'
import { expect, people } from '../fixtures/test'

const { frame, local } = messages.en

test('a person sees their own fleet with their own rights, and no token leaves the program', async ({
  localAs,
  browserFor,
}) => {
  const program = await localAs(people.aiko)
  const page = await browserFor(program)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())}`))
  await page.goto(program.address)
  await expectLoaded(page)
  expect(page.url()).toBe(`${program.origin}/`)
  await expect(fleetOn(page).table.getByRole('rowheader').first()).toBeVisible()
  await page.getByRole('button', { name: /Aiko Tanaka/ }).click()
  await expect(page.getByText(local.account.tool['azure-cli'])).toBeVisible()
  await expect(page.getByRole('menuitem', { name: frame.account.add })).toHaveCount(0)
  await page.keyboard.press('Escape')
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  for (const text of [...sent, stored, program.output(), await page.content()]) expect(text).not.toMatch(/eyJ[\w-]{20}/)
  expect(await page.evaluate(() => document.cookie)).not.toContain('sealwatch-local')
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.startsWith('sealwatch-local-'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 })
  expect(statSync(program.data).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(program.data)) expect(statSync(join(program.data, name)).mode & 0o077).toBe(0)
})

test('a key opens one browser; Enter in the terminal gives another; without one a browser learns what to do', async ({
  localAs,
  browserFor,
}) => {
  const program = await localAs(people.ben, ['--no-history'])
  expect(program.output()).toContain(local.terminal.noHistory)
  const first = await browserFor(program)
  await first.goto(program.address)
  await expectLoaded(first)
  const second = await browserFor(program)
  await second.goto(`${program.origin}/`)
  await expect(second.getByRole('heading', { name: local.open.needed })).toBeVisible()
  await second.goto(program.address)
  await expect(second.getByRole('heading', { name: local.open.refused })).toBeVisible()
  await second.goto('about:blank')
  await second.goto(await program.enter())
  await expectLoaded(second)
  // A reload and a link in a new tab need no key.
  await second.reload()
  await expectLoaded(second)
  await second.getByRole('button', { name: /Ben Ortiz/ }).click()
  await second.getByRole('menuitem', { name: local.account.end }).click()
  await expect(second.getByRole('heading', { name: local.open.needed })).toBeVisible()
  expect((await first.reload())?.status()).toBe(200)
})

test('a page of another port of this machine reads nothing and changes nothing', async ({ localAs, browser }) => {
  const program = await localAs(people.ben, ['--no-history'])
  const page = await (await browser.newContext()).newPage()
  await page.goto(program.address)
  await expectLoaded(page)
  const received: string[] = []
  const foreign = createServer((request, response) => {
    received.push(request.headers.cookie ?? '')
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>foreign</title>')
  })
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done))
  const tab = await page.context().newPage()
  await tab.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`)
  const outcome = await tab.evaluate(async (origin) => {
    const attempt = async (path: string, init: RequestInit) =>
      fetch(`${origin}${path}`, { credentials: 'include', ...init }).then(
        (response) => `${response.type} ${response.status}`,
        () => 'refused',
      )
    const answers = [
      await attempt('/', {}),
      await attempt('/api/local/state', {}),
      await attempt('/api/v1/fleet', {}),
      await attempt('/api/local/session', { method: 'POST', body: 'guess' }),
      await attempt('/', { mode: 'no-cors' }),
    ]
    const socket = await new Promise((done) => {
      const made = new WebSocket(origin.replace('http', 'ws'))
      made.addEventListener('open', () => done('open'))
      made.addEventListener('error', () => done('refused'))
    })
    const events = await new Promise((done) => {
      const made = new EventSource(`${origin}/api/v1/fleet`, { withCredentials: true })
      made.addEventListener('open', () => done('open'))
      made.addEventListener('error', () => done('refused'))
    })
    return [...answers, socket, events, localStorage.length]
  }, program.origin)
  expect(outcome).toEqual([...Array<string>(7).fill('refused'), 0])
  // Cookies ignore ports, so the foreign server receives ours; alone it reads no data.
  const cookie = received.find((each) => each.includes('sealwatch-local-')) ?? ''
  expect(cookie).not.toBe('')
  const stolen = await fetch(`${program.origin}/api/v1/fleet`, { headers: { cookie } })
  expect(stolen.status).toBe(401)
  const html = await (await fetch(`${program.origin}/`, { headers: { cookie } })).text()
  const secret = await page.evaluate((entry) => localStorage.getItem(entry), localSecretEntry)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(html).not.toContain(secret)
  foreign.close()
  foreign.closeAllConnections()
  await page.context().close()
})

test('shows the command when Azure requires more of the person', async ({ localAs, browserFor, tenant }) => {
  const program = await localAs(people.chiara, ['--no-history'])
  const page = await browserFor(program)
  await page.goto(program.address)
  await expectLoaded(page)
  await tenant.addFault({ kind: 'claims-challenge', routes: ['resource-graph'] })
  await page.reload()
  const command = page.getByRole('figure', { name: local.banner.command })
  await expect(command).toContainText(`az login --tenant ${tenant.tenantId} --scope `)
  await expect(command).toContainText(/--claims-challenge "[\w+/=-]+"/)
})

test('names the program’s end', async ({ localAs, browserFor }) => {
  const program = await localAs(people.ben, ['--no-history'])
  const page = await browserFor(program)
  await page.goto(program.address)
  await expectLoaded(page)
  await program.stop()
  await expect(page.getByText(local.banner.ended)).toBeVisible()
})
