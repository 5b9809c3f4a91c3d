import { describe, expect, it } from 'vitest'
import { answerForPeople } from '@/lib/cli/explain-as-text'
import { both } from '@/lib/encryption/testing/judged'
import { vmBody, type ExtensionOptions, type StatusOptions } from '@/lib/facts/testing/vm-body'
import { messages } from '@/lib/i18n/messages'
import { harmsRunningWork } from '../steps/rest'
import { explainAny, type ExplainedOne } from './explain-any'

const early = '2026-11-20T00:00:00Z'
const late = '2026-11-29T08:50:00Z'
const code = (message: string, time: string): StatusOptions => ({
  code: 'ProvisioningState/failed/19',
  level: 'Error',
  message,
  time,
})
const unmount =
  'Failed to encrypt OS volume with error: Could not unmount /oldroot in 10 attempts, machine state: unmount_oldroot'
const xfs = 'Failed to encrypt data volumes with error: Encryption failed for name:sdc1 fstype:xfs mountpoint:/data1'
const reboot: StatusOptions = { message: 'OS disk successfully encrypted, please reboot the VM', time: early }
const restart = { os: 'VMRestartPending', data: 'NotEncrypted' }
const started = 'OS disk encryption started'
const running = (time?: string): StatusOptions => ({
  code: 'ProvisioningState/transitioning',
  message: started,
  ...(time === undefined ? {} : { time }),
})
const plain = both('NotEncrypted')
const failedUnmount: ExtensionOptions = { status: code(unmount, early), report: plain }
const failedXfs: ExtensionOptions = { status: code(xfs, early), report: plain }
const restartDue: ExtensionOptions = { status: reboot, report: restart }
const judged = [failedUnmount, failedXfs, restartDue] as const
const works: ExtensionOptions = { status: running(late), report: { os: 'EncryptionInProgress', data: 'NotEncrypted' } }

const body = (...extensions: readonly ExtensionOptions[]): object => vmBody({ extensions, data: [{}] })
const text = (...values: readonly object[]): string =>
  values.map((value) => JSON.stringify(value, null, 2)).join('\n\n')
const printed = (pasted: string): Promise<string> =>
  answerForPeople(pasted, 'en', Date.parse('2026-11-29T09:00:00Z')).then(({ output }) => output)

function results(pasted: string): readonly ExplainedOne[] {
  const read = explainAny(pasted)
  if (read.kind === 'vm') return [read]
  if (read.kind === 'vms') return read.vms
  throw new Error(read.kind)
}
const harmful = ({ troubleshooting }: ExplainedOne): readonly string[] =>
  troubleshooting.steps.map(({ kind }) => kind).filter(harmsRunningWork)
const shown = ({ fragments }: ExplainedOne): readonly string[] =>
  fragments.flatMap(({ rows }) => rows.map(({ raw }) => raw))

/** Nothing that harms the run is offered, no step of a message either, and the run is named. */
function expectHeldBack(one: ExplainedOne | undefined, said = started): void {
  if (one === undefined) throw new Error('no result')
  expect(harmful(one)).toEqual([])
  expect(one.troubleshooting.changesAllowed).toBe(false)
  expect(shown(one)).toContain(said)
}

describe('a further report of the same body', () => {
  it.each(judged)('is held against the judged one where it runs: a second extension, %#', (extension) => {
    expect(harmful(results(text(body(extension)))[0]!)).not.toEqual([])
    expectHeldBack(results(text(body(extension, { ...works, name: 'Second' })))[0])
  })

  it.each(judged)('is held against it: a second status, with a time and without one, %#', (extension) => {
    for (const time of [late, undefined]) {
      const statuses = [extension.status ?? {}, running(time)]
      expectHeldBack(results(text(body({ ...extension, statuses })))[0])
    }
  })

  it.each(judged)('is held against it: a second sub-status, %#', (extension) => {
    const said = '{"os":"EncryptionInProgress","data":"NotEncrypted"}'
    const substatuses = [{ message: JSON.stringify(extension.report) }, { message: said }]
    expectHeldBack(results(text(body({ ...extension, substatuses })))[0], said)
  })

  it('is not where it is the older one', () => {
    const status = { ...failedUnmount.status, time: late }
    const older = body({ ...failedUnmount, statuses: [status, running(early)] })
    const [one] = results(text(older))
    expect([shown(one!), harmful(one!)]).toEqual([[], harmful(results(text(body(failedUnmount)))[0]!)])
  })
})

describe('one VM twice in a text', () => {
  const view = (value: object): object => (value as { properties: { instanceView: object } }).properties.instanceView
  const azShow = {
    disks: [{ name: 'web_OsDisk_1', statuses: [] }],
    status: [{ ...running(), displayStatus: 'Transitioning', level: 'Info' }],
    substatus: [{ code: 'x', message: '{"os":"EncryptionInProgress","data":"NotEncrypted"}' }],
  }

  it.each(judged)('keeps no step that harms the run of the other reading: %#', (extension) => {
    const older = body(extension)
    for (const other of [body(works), view(body(works)), azShow]) {
      expectHeldBack(results(text(older, other))[0])
      expectHeldBack(results(text(other, older))[1])
      expectHeldBack(results(JSON.stringify([older, other]))[0])
    }
  })

  it('is not said to be at rest', async () => {
    for (const other of [body(works), view(body(works)), azShow])
      expect(await printed(text(body(), other))).not.toContain('no operation in progress')
  })

  it.each([
    ['without a zone', '2026-11-29T09:00:00', late],
    ['without a zone, as PowerShell prints it', '11/29/2026 9:00:00 AM', late],
    ['without a zone, of the run', '2026-11-29T09:00:00Z', '2026-11-29T08:50:00'],
    ['after now', '2999-01-01T00:00:00Z', late],
  ])('keeps no such step by a time that shows no order: %s', (_name, result, run) => {
    const { status } = failedXfs
    const older = body({ ...failedXfs, status: { ...status, time: result } })
    const other = body({ ...works, status: running(run) })
    expectHeldBack(results(text(older, other))[0])
    expectHeldBack(results(text(other, older))[1])
    expectHeldBack(results(text(body({ ...failedXfs, statuses: [{ ...status, time: result }, running(run)] })))[0])
  })

  it('keeps the steps where the run is the older reading, and those of another VM', () => {
    const newer = { ...failedUnmount, status: code(unmount, '2026-11-29T08:55:00Z') }
    const alone = harmful(results(text(body(newer)))[0]!)
    const another = { ...body(works), id: '/subscriptions/s/resourceGroups/r/virtualMachines/db', name: 'db' }
    for (const other of [body(works), another]) expect(harmful(results(text(body(newer), other))[0]!)).toEqual(alone)
  })

  it('is not said to be in an unknown order where every time is shown', async () => {
    const { several } = messages.en.explain
    const start = (line: string): string => line.replace('{names}', 'web')
    const dated = await printed(text(body(failedXfs), body(works)))
    expect(dated).toContain(start(several.repeatedDated))
    expect(dated).not.toContain('which one is newer is not known')
    expect(await printed(text(body(failedXfs), body(failedXfs)))).toContain(start(several.repeated))
  })
})
