import { readFile } from 'node:fs/promises'
import { snapshotPreviewSchema, snapshotPublishedSchema } from '@/lib/contract/snapshots'
import { messages } from '@/lib/i18n/messages'
import { findings } from '../fixtures/axe'
import { expect, people, test } from '../fixtures/test'
import { mostClicks, walkAuditor, walkManager, walkOnCall } from '../fixtures/walks'

const { fleet: texts, inbox } = messages.en

test('on call: the command for all VMs of the largest group is copied with few clicks', async ({
  page,
  context,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(people.chiara)
  const walk = await walkOnCall(page)
  expect(walk.clicks).toBeLessThanOrEqual(mostClicks['on-call'])
  // The command names every VM of the group, and the copied text is what is shown.
  const names = page.getByRole('table', { name: inbox.table.label }).getByRole('rowheader')
  expect(await names.count()).toBeGreaterThan(2)
  for (const name of await names.allInnerTexts()) expect(walk.result).toContain(name.trim().split(/\s/)[0])
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(walk.result)
  expect(await findings(page, 'all')).toEqual([])
})

test.describe('with 2,000 VMs', () => {
  test.use({ world: { scenario: 'fleet', vms: 2000, subscriptions: 4, ade: 0.1 } })

  test('auditor: one file has every VM with its times, and the exceptions', async ({ page, tenant, signIn }) => {
    const [first] = await tenant.vms()
    await tenant.addFault({ kind: 'server-error', routes: ['vm-get'], status: 500, path: `/${first?.name ?? ''}` })
    await signIn(people.aiko)
    const walk = await walkAuditor(page, (path) => readFile(path, 'utf8'))
    expect(walk.clicks).toBeLessThanOrEqual(mostClicks.auditor)
    const lines = walk.result.split('\r\n')
    const header = lines.findIndex((line) => line.includes(texts.column.evidence))
    for (const column of [texts.export.column.firstSeen, texts.export.column.readError, texts.export.column.problem])
      expect(lines[header]).toContain(column)
    const rows = lines.filter((line) => /,\/subscriptions\/[^,]+\/virtualMachines\//i.test(line))
    expect(rows).toHaveLength(2000)
    expect(walk.result).toContain(texts.export.about.notRead)
    expect(walk.result).toContain(texts.export.about.oldest)
  })
})

test('manager: a share link answers in its first window', async ({ page, tenant, request, otherBrowser, signIn }) => {
  await signIn(people.aiko)
  const headers = { authorization: `Bearer ${await tenant.token({ person: people.aiko })}` }
  const subject = { kind: 'view', query: '' }
  const preview = await request.post('/api/v1/snapshots/preview', { headers, data: { subject, reveal: [] } })
  const { draft } = snapshotPreviewSchema.parse(await preview.json())
  const made = await request.post('/api/v1/snapshots', { headers, data: { draft, hours: 24, passphrase: null } })
  const { token } = snapshotPublishedSchema.parse(await made.json())
  const visitor = await otherBrowser()
  const walk = await walkManager(visitor, `/shared#${token ?? ''}`)
  expect(walk.clicks).toBe(mostClicks.manager)
  expect(walk.result).toMatch(/\d+ of (at least )?\d+ VMs confirmed encrypted/i)
  await page.close()
})
