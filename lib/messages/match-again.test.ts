import { expect, it } from 'vitest'
import { matchStatusMessage, type StatusMessage } from './match'

const failed = { code: 'ProvisioningState/failed/19', displayStatus: 'Provisioning failed', level: 'Error' } as const
const cause = 'Encryption failed for name:sdc1 type:part fstype:xfs'
const long = 'x'.repeat(3_000)

// A recognised text is cached for the next VM with the same text, unless it is long.
it.each<[string, Pick<StatusMessage, 'message' | 'displayStatus'>, string]>([
  [
    'an ordinary text',
    { message: `Failed to encrypt data volumes with error: ${cause}`, displayStatus: null },
    'linux-data-failed-xfs',
  ],
  [
    'a long text',
    { message: `Failed to encrypt data volumes with error: ${cause}, stack trace: ${long}`, displayStatus: null },
    'linux-data-failed-xfs',
  ],
  [
    'a text beside a long display status',
    { message: 'Encryption settings updated', displayStatus: long },
    'unrecognised',
  ],
  ['no text', { message: null, displayStatus: 'Provisioning failed' }, 'display-provisioning-failed'],
])('recognises %s the same each time', (_, text, kind) => {
  const match = matchStatusMessage({ ...failed, osType: 'Linux', pass: 'single', ...text })
  expect(match.kind).toBe(kind)
  expect(matchStatusMessage({ ...failed, osType: 'Linux', pass: 'single', ...text })).toEqual(match)
})

it('does not confuse equal texts of different systems, passes or statuses', () => {
  const linux = {
    message: '',
    displayStatus: 'Provisioning succeeded',
    level: 'Info',
    osType: 'Linux',
    pass: 'single',
  } as const
  const code = 'ProvisioningState/succeeded'
  const kindOf = (changes: Partial<StatusMessage>) => matchStatusMessage({ ...linux, code, ...changes }).kind
  expect(kindOf({})).toBe('linux-daemon-started-success')
  expect(kindOf({ osType: 'Windows' })).toBe('win-empty-success')
  expect(kindOf({ pass: 'dual' })).toBe('display-provisioning-succeeded')
  expect(kindOf(failed)).toBe('display-provisioning-failed')
  expect(kindOf({})).toBe('linux-daemon-started-success')
})

it('recognises every text of a fleet with more distinct texts than the cache holds', () => {
  const percentOf = (label: string, percent: number) => {
    const message = `Background encrypting ${label} - Progress: ${percent}%, ETA 00:21`
    const code = 'ProvisioningState/succeeded'
    return matchStatusMessage({ message, code, displayStatus: null, level: 'Info', osType: 'Linux', pass: 'single' })
      .percent
  }
  const devices = Array.from({ length: 1_001 }, (_, index) => `/dev/sda${index}`)
  expect(devices.filter((device, index) => percentOf(device, index % 100) !== index % 100)).toEqual([])
  expect(percentOf('/dev/sda0', 0)).toBe(0)
})
