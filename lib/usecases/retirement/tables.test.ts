import { describe, expect, it } from 'vitest'
import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import { known, unknown } from '@/lib/shared/known'
import { readTables } from './tables'

const subscription = '11111111-1111-4111-8111-111111111111'
const refusal = (code: string): FakeAnswer => ({
  status: 400,
  json: { error: { code: 'BadRequest', details: [{ code, message: 'x' }] } },
})
const disk = {
  id: `/subscriptions/${subscription}/resourceGroups/RG/providers/Microsoft.Compute/disks/d`,
  managedBy: '',
  stamped: 1,
  sse: '',
}

async function tables(respond: (query: string) => FakeAnswer) {
  const made = fakeSession((request) => respond((JSON.parse(request.body as string) as { query: string }).query))
  return made.settle(readTables(made.session, [subscription]))
}
const nothing: FakeAnswer = { json: { data: [], totalRecords: 0 } }
const disksAre = (row: object) => (query: string) =>
  query.includes('compute/disks') ? { json: { data: [row], totalRecords: 1 } } : nothing

describe('readTables', () => {
  it('returns a table that the cloud does not have as unavailable, and reads the others', async () => {
    const found = await tables((query) =>
      query.startsWith('desktopvirtualizationresources') ? refusal('DisallowedLogicalTableName') : nothing,
    )
    expect(found).toEqual({
      disks: known([]),
      domainJoined: known([]),
      sessionHosts: unknown('unavailable'),
      backedUp: known([]),
      setMembers: known([]),
    })
  })

  it.each([
    ['desktopvirtualizationresources', 'sessionHosts'],
    ['recoveryservicesresources', 'backedUp'],
  ] as const)('concludes of no VM that %s do not name it where a row names no VM', async (table, part) => {
    const rows = [
      { id: 'a', vm: disk.id.replace('disks', 'virtualMachines') },
      { id: 'b', vm: '' },
    ]
    const found = await tables((query) => {
      // The query itself must request the rows without a VM, and not leave them out.
      expect(query).not.toMatch(/isnotempty\(tostring\(properties\.(resourceId|sourceResourceId)/)
      return query.startsWith(table) ? { json: { data: rows, totalRecords: rows.length } } : nothing
    })
    expect(found[part]).toEqual(unknown('unreadable'))
  })

  it('treats a request whose subscriptions may not be read as denied', async () => {
    const found = await tables(() => refusal('NoValidSubscriptionsInQueryRequest'))
    for (const part of Object.values(found)) expect(part).toEqual(unknown('denied'))
  })

  it.each([
    [1, true],
    ['True', true],
    [0, false],
    ['false', false],
  ])('parses a stamp that is sent as %j', async (stamped, expected) => {
    const found = await tables(disksAre({ ...disk, stamped }))
    expect(found.disks).toMatchObject({ known: true, value: [{ stamped: expected, vm: null }] })
  })

  it.each([{ stamped: null }, { stamped: '' }, { managedBy: null }, { sse: 7 }, { stamped: undefined }])(
    'does not conclude that a disk has no stamp, no VM or one key where a row has %j',
    async (change) => {
      expect((await tables(disksAre({ ...disk, ...change }))).disks).toEqual(unknown('unreadable'))
    },
  )
})
