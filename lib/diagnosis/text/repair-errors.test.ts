import { describe, expect, it } from 'vitest'
import { answerForPeople } from '@/lib/cli/explain-as-text'
import { explainText } from './explain-text'

const uuid = '4b9e2f10-7c31-4c1e-9a55-0d2f6a7b8c9d'

describe('errors on a repair VM', () => {
  it.each([
    ['No key available with this passphrase.', 'guest-key-refused', '--header'],
    ['Device /dev/sdc2 is not a valid LUKS device.', 'guest-key-refused', 'luksFormat'],
    ['Device osencrypt is still in use.', 'guest-mapping-in-use', 'umount -R'],
    [`[ 12.345678] XFS (sdc2): Filesystem has duplicate UUID ${uuid} - can't mount`, 'guest-xfs-uuid-twice', 'nouuid'],
  ])('are known, and lead to a way out: %s', async (line, kind, way) => {
    expect(explainText(line).messages.map((message) => message.kind)).toEqual([kind])
    const { output } = await answerForPeople(line, 'en')
    expect(output).toContain(way)
    expect(output).not.toContain('restart')
  })

  it('hide no boot screen, and no failed change of a key', () => {
    const prompt = 'Please enter passphrase for disk osencrypt:'
    const decides = (text: string) => explainText(text).messages.find((message) => message.decides)?.kind
    expect(decides(`${prompt}\nNo key available with this passphrase.`)).toBe('boot-passphrase-prompt')
    expect(explainText('luksAddKey: No key available with this passphrase.').messages).toEqual([])
  })
})
