import { describe, expect, it } from 'vitest'
import { explainAny } from './explain-any'
import type { ExplainedText } from './explain-text'

const agent = '[Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]:'
const started = 'OS disk encryption started'
const reboot = 'OS disk successfully encrypted, please reboot the VM'
const succeeded = 'Encryption succeeded for all volumes'
const failed = 'Failed to encrypt data volumes with error: lotus, stack trace: pond'
const keyLost = 'BEK disk is missing or not initialized. BEK disk is not attached.'

function read(text: string): ExplainedText {
  const found = explainAny(text)
  if (found.kind !== 'text') throw new Error(`read as ${found.kind}`)
  return found.text
}

const deciding = (text: string): string | undefined => read(text).messages.find(({ decides }) => decides)?.kind
const stepsIn = (text: string): readonly string[] =>
  read(text).problems.flatMap(({ causes }) => causes.flatMap(({ steps }) => steps))
const stopping = ['restart-vm', 'deallocate-and-start', 'restore-os-disk']

describe('the order of messages', () => {
  it.each([
    ['a remark', `${started}\n${reboot}\n(newest on top)`],
    ['a Japanese remark', `新しい順です\n${started}\n${reboot}`],
    ['moments', `Now\n${started}\n\n2 days ago\n${reboot}`],
    ['Japanese moments', `現在\n${started}\n\n2日前\n${reboot}`],
    ['an addition to a post', `${started}\nEDIT: earlier it said\n${reboot}`],
    ['a chat', `[10:02] Bob: vm-a says\n${started}\n[10:05] Ann: mine says\n${reboot}`],
  ])('is unknown after %s, and nothing is advised that stops a copy', (_, text) => {
    expect([read(text).order, deciding(text)]).toEqual(['unknown', 'linux-os-encryption-started'])
    expect(stepsIn(text).filter((step) => stopping.includes(step))).toEqual([])
  })

  it('follows the times where a log has the newest entry first', () => {
    const log = [
      `2026/03/09 14:00:07 ${agent} [StatusReport (8)] msg: ${failed}`,
      `2026/03/09 11:30:00 ${agent} [StatusReport (5)] msg: ${succeeded}`,
      `2026/03/09 11:02:00 ${agent} [StatusReport (4)] msg: ${started}`,
    ]
    for (const lines of [log, log.toReversed()]) {
      expect(deciding(lines.join('\n'))).toBe('linux-data-failed')
      expect(read(lines.join('\n')).messages.map(({ at }) => at)).toEqual([
        '2026-03-09T11:02:00.000',
        '2026-03-09T11:30:00.000',
        '2026-03-09T14:00:07.000',
      ])
    }
    expect([read(log.join('\n')).order, read(log.toReversed().join('\n')).order]).toEqual(['time', 'text'])
  })

  it.each([
    ['journal', `Mar 09 12:00:00 lotus ade[9]: ${started}\nMar 09 08:00:00 lotus ade[9]: ${reboot}`],
    [
      'journal over the turn of a year',
      `Jan 01 01:00:00 lotus ade[9]: ${started}\nDec 31 23:00:00 lotus ade[9]: ${reboot}`,
    ],
    ['ISO with zones', `2026-03-09T12:00:00+09:00 ${reboot}\n2026-03-09T02:00:00-04:00 ${started}`],
    [
      'JSON',
      JSON.stringify([
        { TimeGenerated: '2026-03-09T12:00:00Z', Message: started },
        { TimeGenerated: '2026-03-08T12:00:00Z', Message: reboot },
      ]),
    ],
    [
      'JSON Lines',
      `{"time":"2026-03-09T12:00:00Z","msg":"${started}"}\n{"time":"2026-03-09T11:00:00Z","msg":"${reboot}"}`,
    ],
  ])('never offers to stop the VM while the newest entry says that the OS disk is copied: %s', (_name, text) => {
    expect(deciding(text)).toBe('linux-os-encryption-started')
    expect(stepsIn(text).filter((step) => stopping.includes(step))).toEqual([])
  })

  it('gives a line without a time the time of the line that it continues', () => {
    const text = [
      `2026/03/09 14:00:00 ${agent} 77: [Info] Executing`,
      started,
      `2026/03/09 08:00:00 ${agent} 77: [Info] ${reboot}`,
    ].join('\n')
    expect([read(text).order, deciding(text)]).toEqual(['time', 'linux-os-encryption-started'])
  })

  it.each([
    ['a mail that quotes an older one', `> Tom wrote:\n> status is now: ${started}\n>\n>> Ana wrote:\n>> ${keyLost}`],
    [
      'mails one below the other',
      `From: Tom\nSent: Monday\n${reboot}\n\nFrom: Ana\nSent: Sunday\nThe status says: ${started}`,
    ],
    ['times on some lines only', `2026-03-09 14:00:00 ${started}\n\n2026-03-09 08:00:00 ${reboot}\n\n${keyLost}`],
    ['seconds since a start that fall', `[  900.100] ${started}\n[   12.300] ${reboot}`],
    [
      'two messages in the newest second',
      `2026-03-09 14:00:00 ${started}\n2026-03-09 14:00:00 ${reboot}\n2026-03-09 13:00:00 ${succeeded}`,
    ],
  ])('is unknown in %s, and the message that forbids most steps decides', (_name, text) => {
    expect([read(text).order, deciding(text)]).toEqual(['unknown', 'linux-os-encryption-started'])
    expect(stepsIn(text).filter((step) => stopping.includes(step))).toEqual([])
  })

  it('is unknown where the steps of OS encryption decrease in lines without times', () => {
    const log = (states: readonly string[]): string =>
      states.map((state) => `[AzureDiskEncryption] 901: [Info] ======= MACHINE STATE: ${state} =======`).join('\n')
    const backwards = log(['completed', 'encrypt_block_device', 'unmount_oldroot'])
    expect([read(backwards).order, deciding(backwards)]).toEqual([
      'unknown',
      'linux-machine-state-encrypt-block-device',
    ])
    expect(read(log(['unmount_oldroot', 'stripdown', 'unmount_oldroot', 'encrypt_block_device'])).order).toBe('text')
  })

  it('treats a lost key as more dangerous than a due restart', () => {
    const text = `> please reboot\n> ${reboot}\n>> Failed to store BEK in BEK VOLUME with error: lotus`
    expect(deciding(text)).toBe('linux-log-key-not-stored')
  })

  it('stays that of the text where a VM restarted in between', () => {
    const text = `[  900.100] ${agent} 7: [Info] a\n[  901.100] ${started}\n[   12.300] ${reboot}\n[   14.000] ${succeeded}`
    expect([read(text).order, deciding(text)]).toEqual(['text', 'linux-all-succeeded'])
  })

  it('does not take a negated text or a question for a report', () => {
    const found = explainAny(`The portal does not say: ${reboot}`)
    expect(found.kind).toBe('none')
  })
})
