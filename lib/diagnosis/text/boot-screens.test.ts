import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { nearestTexts } from '@/lib/messages/normalise/nearest'
import { readMessages } from '@/lib/messages/normalise/read-messages'
import { waitsAtBoot } from './boot-screens'
import { explainAny } from './explain-any'
import type { ExplainedText } from './explain-text'

function read(text: string): ExplainedText {
  const found = explainAny(text)
  if (found.kind !== 'text') throw new Error(`taken for ${found.kind}`)
  return found.text
}
const stepsOf = (text: string): readonly string[] => read(text).steps.map(({ kind }) => kind)

const prompt = 'Please enter passphrase for disk Virtual_Disk (osencrypt): '
const recovery = 'Enter the recovery key for this drive\nBitLocker recovery'
const rows = 'NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINT\n└─osencrypt   253:0    0 29.9G  0 crypt '

describe('a boot screen that was answered', () => {
  it.each([
    [
      'a prompt of a login',
      `${prompt}\n[   20.000000] cloud-init: done\n\nUbuntu 22.04 LTS lotus ttyS0\n\nlotus login: `,
    ],
    ['a target of systemd', `${prompt}\n[  OK  ] Reached target Multi-User System.`],
    ['/ on the mapping', `${prompt}\n${rows}/`],
    ['/ on the mapping, by mount', `${prompt}\n\n/dev/mapper/osencrypt on / type ext4 (rw)`],
    ['Windows', `${recovery}\n\nWe typed the key, and Windows started.`],
    ['a login after a copy', `${samples['linux-os-please-reboot']}\n${prompt}\nlotus login: ops`],
  ])('decides nothing and stops no VM: %s', (_name, text) => {
    const { answered, problems, messages } = read(text)
    expect([answered, problems, messages.some(({ decides }) => decides)]).toEqual([true, [], false])
    expect(stepsOf(text)).toEqual([])
  })

  it('adds no advice to a later failure', () => {
    const text = `${prompt}\n\nlotus login: ops\n\n${samples['linux-update-settings-failed']}`
    expect(read(text).messages.find(({ decides }) => decides)?.kind).toBe('linux-update-settings-failed')
    expect(read(text).problems.map(({ kind }) => kind)).not.toContain('boot-waits-for-key')
  })

  it.each([
    ['the login is the older line', `lotus login: \n${prompt}`],
    ['the login is older by its time', `[   90.100000] ${prompt}\n[   20.000000] lotus login: `],
    ['it asks again', `${prompt}\nlotus login: \n${prompt}`],
    ['the mapping is not mounted on /', `${prompt}\n${rows}/root`],
    ['a denial', `${recovery}\n\nIt is not clear whether Windows started.`],
  ])('is still open where %s', (_name, text) => {
    const { answered, messages } = read(text)
    expect([answered, messages.some(({ decides }) => decides)]).toEqual([false, true])
  })
})

describe('a boot screen above a message of the extension', () => {
  const due = samples['linux-os-please-reboot']
  const harmful = ['restart-vm', 'start-vm', 'enable-again', 'enable-format-all']
  const offered = (text: string): readonly string[] => {
    const { steps, problems } = read(text)
    const own = steps.map(({ kind }) => kind)
    return [...own, ...problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))]
  }
  it.each([
    ['the passphrase', `${prompt}\n\nProgressMessage            : ${due}`],
    ['the passphrase, above a failure', `${prompt}\n\n${samples['linux-os-unmount-exhausted']}`],
    ['the passphrase, above a file system', `${prompt}\n\n${samples['linux-data-failed-xfs']}`],
    ['the emergency mode', `You are in emergency mode. After logging in, type "journalctl -xb"\n\n${due}`],
    ['the root device', `Gave up waiting for root device.\n\n${due}`],
    [
      'BitLocker',
      `${recovery}\n\n[2.4.0.21] Failed to configure bitlocker as expected. Exception: Volume E: is locked`,
    ],
  ])('is not ended by one without a time: %s', (_name, text) => {
    expect(offered(text).filter((kind) => harmful.includes(kind))).toEqual([])
  })

  it('is ended by one with a later time of the same clock', () => {
    const line = (time: string, words: string): string => `2026-11-28T${time}Z ${words}`
    const [screen, later] = [line('10:05:00', prompt), samples['linux-os-please-reboot']]
    const waits = (text: string): boolean => waitsAtBoot(readMessages(text).known)
    expect(waits(`${screen}\n${line('10:09:00', later)}`)).toBe(false)
    expect(waits(`${screen}\n${line('10:01:00', later)}`)).toBe(true)
    expect(waits(`${screen}\n${later}`)).toBe(true)
  })
})

describe('a boot screen of a computer outside Azure', () => {
  const alert = 'ALERT!  /dev/mapper/lotus--vg-root does not exist.  Dropping to a shell!'
  it.each([
    ['another mapping', alert],
    ['another mapping, by dracut', 'Warning: /dev/mapper/lotus-root does not exist'],
    ['a laptop', `This is my Surface laptop:\n${recovery}`],
    ['a laptop, in Japanese', `ノート PC の画面です。\n${recovery}`],
    ['a small board', `${samples['boot-grub-rescue']}\n\nIt is a Raspberry Pi.`],
    ['a phone', 'No space left on device\nThat is what my phone said when I copied photos.'],
    ['a phone, in Japanese', 'No space left on device\nスマホに写真を入れるときに出ました。'],
    ['a new computer', `${recovery} My neighbour asks where she finds it for her new Dell.`],
    ['a desktop at home', 'E: Could not get lock /var/lib/dpkg/lock - open (11) on my home PC'],
  ])('is not taken for a screen of an encrypted VM: %s', (_name, text) => {
    expect(explainAny(text).kind).toBe('none')
  })

  it.each([
    ['the serial console', `${alert}\n\nThis is what the serial console shows, on my laptop.`],
    ['the name of the mapping', `On my laptop I see:\n${samples['boot-root-not-found']}`],
    ['a message of the extension', `On my laptop:\n${samples['linux-os-please-reboot']}\n${recovery}`],
    ['a disk of Hyper-V', `sd 0:0:0:0: Msft Virtual Disk\n${alert}`],
    ['nothing else', recovery],
    ['a line of the extension', `On my laptop:\nNo space left on device\n${samples['linux-os-please-reboot']}`],
    ['no device named', 'No space left on device'],
  ])('counts with %s', (_name, text) => {
    expect(read(text).problems.length).toBeGreaterThan(0)
  })
})

describe('the text of a recovery screen', () => {
  it('is compared by whole words', () => {
    expect(nearestTexts('recovery key, please')).toContainEqual({
      kind: 'boot-bitlocker-recovery',
      shared: ['recovery', 'key'],
      missing: ['enter', 'the'],
    })
  })
})

describe('a volume of which BitLocker encrypted the used space only', () => {
  it.each([
    ['On', 'used-space-encrypted-protected'],
    ['Off', 'used-space-encrypted-unprotected'],
    ['Unknown', 'used-space-encrypted'],
  ])('is not called fully encrypted: protection %s', (word, finding) => {
    const text = `Volume C: [Windows]\n[OS Volume]\n\n    Conversion Status:    Used Space Only Encrypted\n    Percentage Encrypted: 100.0%\n    Protection Status:    Protection ${word}`
    const found = explainAny(text)
    expect(found.kind === 'text' && found.fragments.flatMap(({ rows }) => rows.map((row) => row.finding))).toEqual([
      finding,
    ])
  })
})
