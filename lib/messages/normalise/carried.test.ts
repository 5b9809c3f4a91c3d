import { describe, expect, it } from 'vitest'
import { carriedLines } from './carried'
import { readMessages } from './read-messages'

const kinds = (text: string): readonly (readonly [string | null, number])[] =>
  readMessages(text).known.map(({ kind, line }) => [kind, line] as const)

describe('lines that a carrier broke', () => {
  it.each([
    [
      'parts of Kubernetes, each stream by itself',
      `2026-05-02T08:15:00.1Z stderr P OS disk encryp
2026-05-02T08:15:00.2Z stdout F Starting
2026-05-02T08:15:00.3Z stderr F tion started
2026-05-02T08:15:00.4Z stderr F end`,
      [
        [1, 'OS disk encryption started'],
        [2, 'Starting'],
        [4, 'end'],
      ],
    ],
    [
      'parts of Docker',
      `{"log":"OS disk encryp","stream":"stderr","time":"2026-05-02T08:15:00.1Z"}
{"log":"tion started\\n","stream":"stderr","time":"2026-05-02T08:15:00.2Z"}`,
      [[1, 'OS disk encryption started']],
    ],
    [
      'a mail',
      'a =3D b =E6=97=A5=\n=E6=9C=AC and on=\n ward\nend',
      [
        [1, 'a = b 日本 and on ward'],
        [4, 'end'],
      ],
    ],
    [
      'a line of syslog',
      'x#012  y#011z',
      [
        [1, 'x'],
        [1, '  y\tz'],
      ],
    ],
  ])('are joined under their first line number: %s', (_, text, expected) => {
    expect(carriedLines(text).map(({ no, raw }) => [no, raw])).toEqual(expected)
  })

  it.each(['a = b\nc =\nd', 'x=3D4F and y = 2', '{"log":"cut', '{"log":7}', 'Attempt #0 of #013', 'ts stderr P x'])(
    'stay unchanged in another text: %j',
    (text) => {
      expect(carriedLines(text).map(({ raw }) => raw)).toEqual(text.split('\n'))
    },
  )

  it('keep the line numbers of the paste for later lines', () => {
    const text = `2026-05-02T08:15:00.1Z stderr P OS disk encryp
2026-05-02T08:15:00.3Z stderr F tion started

Encryption succeeded for all volumes`
    expect(kinds(text)).toEqual([
      ['linux-os-encryption-started', 1],
      ['linux-all-succeeded', 4],
    ])
  })
})

describe('an event of Windows as XML', () => {
  it('returns its texts, and nothing of its other elements', () => {
    const event = (text: string): string =>
      `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><EventID>7</EventID></System><EventData><Data Name='a'>C:</Data><Data>${text}</Data></EventData></Event>`
    const [found] = readMessages(
      event('[2.4.0.21] Failed to configure bitlocker as expected. Exception: &lt;x&gt;'),
    ).known
    expect([found?.kind, found?.within]).toEqual(['win-bitlocker-config-failed', ['event-xml']])
    expect(readMessages(event('The lotus pond is full')).known).toEqual([])
  })
})

describe('JSON on one line', () => {
  const far = (length: number): string =>
    JSON.stringify({ filler: 'lotus '.repeat(length / 6), error: { message: 'OS disk encryption started' } })

  it.each([20_000, 400_000, 900_000])('is read to its end: %d characters', (length) => {
    const { known, cut } = readMessages(far(length))
    expect([known.map(({ kind }) => kind), cut]).toEqual([['linux-os-encryption-started'], false])
  })

  it('that is longer than the limit is marked as truncated', () => {
    expect(readMessages(far(1_200_000)).cut).toBe(true)
  })
})

describe('an error inside its wrapper', () => {
  it('is read where the wrapper breaks the line before it, and its quotation is cut', () => {
    const text = `Deployment failed. VM has reported a failure when processing extension 'AzureDiskEncryptionForLinux'.
Error message: "Failed to enable the extension with error: No module named parted, stack trace: Traceback (most recent call last):
  File "/var/lib/waagent/main/handle.py", line 2209, in daemon`
    expect(readMessages(text).known.at(-1)?.kind).toBe('linux-enable-failed')
  })

  it('is the sentence beside the code of ARM, not the code', () => {
    const error = {
      code: 'VMExtensionProvisioningError',
      message:
        "One or more VM extension handlers failed to resolve for VM 'vm-1'. Please check individual extension status for more details.",
    }
    const text = JSON.stringify({
      code: 'DeploymentFailed',
      details: [{ code: 'Conflict', message: error.message }, error],
    })
    expect(readMessages(text).known.at(-1)?.kind).toBe('arm-handlers-unresolved')
  })
})
