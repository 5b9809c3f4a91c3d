import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { explainText } from './explain-text'
import { workInWords } from './work-in-words'

const running: readonly string[] = [
  'Die Verschlüsselung des Betriebssystemdatenträgers läuft noch.',
  'Der Datenträger wird gerade verschlüsselt.',
  'Konvertierungsstatus: Verschlüsselung wird durchgeführt',
  'Le chiffrement du disque du système est en cours.',
  'Le chiffrement n’est pas encore terminé.',
  'El cifrado del disco sigue en curso',
  'A criptografia do disco está em andamento',
  'La crittografia del disco è in corso',
  'De schijf wordt nu versleuteld.',
  'Szyfrowanie dysku trwa.',
  'Шифрование диска ещё выполняется',
  '磁盘加密正在进行',
  '디스크 암호화가 진행 중입니다',
]

describe('work that a person reports in another language', () => {
  it.each(running)('holds back a restart and a request: %s', (sentence) => {
    expect(workInWords(sentence)).toBe('os')
    const { changesAllowed, problems } = explainText(`${samples['linux-bek-not-attached']}\n\n${sentence}`)
    expect(changesAllowed).toBe(false)
    expect(problems.flatMap(({ causes }) => causes.flatMap(({ steps }) => steps))).not.toContain('deallocate-and-start')
  })

  it.each(['Die Entschlüsselung läuft.', 'Le déchiffrement est en cours.', '解密正在进行'])(
    'is a decryption: %s',
    (said) => {
      expect(workInWords(said)).toBe('decryption')
    },
  )

  it.each([
    'Die Verschlüsselung ist abgeschlossen.',
    'Le chiffrement est terminé.',
    'El cifrado ha terminado.',
    '加密已完成',
    'Erreur : la commande a échoué',
  ])('is none where it ended: %s', (said) => {
    expect(workInWords(said)).toBeNull()
  })
})
