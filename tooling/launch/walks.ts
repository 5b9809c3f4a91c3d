import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { simulatorClient, type TenantClient } from '@/e2e/simulator/control/client'
import { demoTenantIds } from '@/e2e/simulator/names'
import { leaveToSignIn, people, pickPerson } from '@/e2e/fixtures/test'
import { mostClicks, walkAuditor, walkers, walkManager, walkOnCall, type Walk, type Walker } from '@/e2e/fixtures/walks'
import { sharedPagePath } from '@/lib/contract/snapshots'
import { ensureBrowser } from './browser'
import { startDemo } from './demo-servers'
import { publishSnapshot } from './demo-snapshot'
import { benchPorts } from './options'
import { top } from './paths'
import { stopAll } from './processes'

const auditedVms = 2000

interface Timed extends Walk {
  readonly seconds: number
}

async function timed(walk: () => Promise<Walk>): Promise<Timed> {
  const since = performance.now()
  const walked = await walk()
  return { ...walked, seconds: (performance.now() - since) / 1000 }
}

/** A signed-in page on the fleet of a tenant; the walk begins here. */
async function fleetOf(browser: Browser, address: string, tenantId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })
  const page = await context.newPage()
  await page.goto(`${address}/?tenant=${tenantId}`)
  await leaveToSignIn(page)
  await pickPerson(page, people.aiko)
  return page
}

const users: Readonly<Record<Walker, string>> = {
  'on-call': 'On call: the command for all VMs of the largest group',
  auditor: 'Auditor: every VM with its times and the exceptions, in one file',
  manager: 'Manager: how many VMs are confirmed encrypted',
}

function document(walks: Readonly<Record<Walker, Timed>>, results: Readonly<Record<Walker, string>>): string {
  const rows = walkers.map((walker) => {
    const { clicks, path, seconds } = walks[walker]
    const way = path.length === 0 ? 'opens the share link' : path.join(' → ')
    return `| ${users[walker]} | ${way} | ${clicks} | ${mostClicks[walker]} | ${seconds.toFixed(1)} | ${results[walker]} |`
  })
  return `# Three users at work

Written by \`npm run walks\`: a browser plays each user against the demo, from the page after sign-in. The seconds include
loading; no user stops to read. \`e2e/specs/walks.spec.ts\` asserts the clicks.

| User and question | Clicks | Number | At most | Seconds | At the end |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

async function playAll(
  address: string,
  azure: ReturnType<typeof simulatorClient>,
  audited: TenantClient,
): Promise<void> {
  const path = ensureBrowser()
  if (path === null) throw new Error('There is no browser.')
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const onCall = await fleetOf(browser, address, demoTenantIds.demo)
    const auditor = await fleetOf(browser, address, audited.tenantId)
    const manager = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })).newPage()
    const token = await publishSnapshot(address, azure)
    const walks = {
      'on-call': await timed(() => walkOnCall(onCall)),
      auditor: await timed(() => walkAuditor(auditor, (file) => readFile(file, 'utf8'))),
      manager: await timed(() => walkManager(manager, `${address}${sharedPagePath(token)}`)),
    }
    const results = {
      'on-call': `a command of ${walks['on-call'].result.trim().split('\n').length} lines`,
      auditor: `a file of ${auditedVms.toLocaleString('en')} VMs`,
      manager: `“${walks.manager.result}”`,
    }
    await writeFile(join(top, 'docs', 'walks.md'), document(walks, results))
    process.stdout.write(document(walks, results))
  } finally {
    await browser.close()
  }
}

/** `npm run walks`: plays the three users against the demo, and writes docs/walks.md. */
try {
  const { address } = await startDemo(benchPorts)
  const azure = simulatorClient(`http://localhost:${benchPorts.http}`)
  const audited = await azure.createTenant({ scenario: 'fleet', vms: auditedVms, subscriptions: 4, ade: 0.1, seed: 1 })
  await playAll(address, azure, audited)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
