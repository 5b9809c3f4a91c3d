import type { Synonyms } from './types'

/** Words of what is done or wanted. */
export const actions: readonly Synonyms[] = [
  {
    term: 'allowed',
    en: ['is it safe to', 'is it ok to', 'is it okay to', 'can i', 'may i', 'should i', 'am i allowed to'],
    ja: [
      'てもいい',
      'てもよい',
      'て良い',
      'ていい',
      'てよい',
      'ても大丈夫',
      'て大丈夫',
      'ても構わない',
      'ても問題ない',
      'ても平気',
    ],
  },
  {
    term: 'restart',
    en: ['reboot', 'power cycle', 'turn off and on', 'bounce the vm', 'bounce the server'],
    ja: ['再起動', 'リブート'],
  },
  {
    term: 'shutdown',
    en: ['shut down', 'power off', 'switch off the vm'],
    ja: ['シャットダウン', '電源を切', '電源オフ'],
  },
  {
    term: 'haltencryption',
    en: ['stop', 'cancel', 'abort', 'kill', 'pause'].flatMap((stop) => [
      `${stop} encryption`,
      `${stop} run encryption`,
    ]),
    ja: ['停止', '中止', '中断', '止め', '途中でやめ', 'キャンセル'].map((stop) => `暗号化を${stop}`),
  },
  { term: 'detach', en: ['unplug', 'take out the disk'], ja: ['取り外', 'デタッチ', '切り離'] },
  {
    term: 'decrypt',
    en: [
      'remove encryption',
      'remove the encryption',
      'remove disk encryption',
      'disable encryption',
      'disable disk encryption',
      'undo encryption',
      'get rid of encryption',
      'remove ade',
      'disable ade',
      'unencrypt',
    ],
    ja: [
      '暗号化を解除',
      '暗号化の解除',
      '暗号化解除',
      '暗号化を無効',
      '暗号化の無効',
      '暗号化を外',
      '暗号化をやめ',
      '暗号化を取り消',
      '暗号化の取り消し',
      '復号',
    ],
  },
  {
    term: 'rotation',
    en: [
      'rotate',
      'rotate the key',
      'key change',
      'change the key',
      'renew the key',
      'update the key',
      'key update',
      'replace the key',
      'new key version',
    ],
    ja: ['キー', '鍵', 'kek'].flatMap((key) =>
      ['更新', 'ローテーション', '変更', '交換', '入れ替え', '差し替え', '替え', '変え', '切り替え'].map(
        (change) => `${key}の${change}`,
      ),
    ),
  },
  { term: 'enlarge', en: ['bigger', 'larger', 'expand', 'grow'], ja: ['拡張', '拡大', '大きくする', '大きくしたい'] },
  {
    term: 'restore',
    en: ['recover', 'get back', 'bring back'],
    ja: ['復元', '復旧', '回復', '取り戻', '復活'],
  },
  {
    term: 'rollback',
    en: ['roll back', 'revert', 'go back', 'undo'],
    ja: ['元に戻', '前に戻', '戻し', '戻す', '戻る', '戻せ', 'ロールバック'],
  },
  { term: 'stop', en: [], ja: ['停止', '止まった', '止まって', '止まる', '止めた', '止める', '止めて'] },
  { term: 'wait', en: [], ja: ['待っ', '待つ', '待て', '待ち'] },
  { term: 'disable', en: ['deactivate'], ja: ['無効', 'オフにする', 'オフ'] },
  { term: 'move', en: [], ja: ['移動', '移し'] },
  {
    term: 'update',
    en: ['upgrade'],
    ja: ['更新', 'アップデート', 'アップグレード', 'バージョンを上げ', '新しくする', '最新にする'],
  },
  {
    term: 'migrate',
    en: ['switch to', 'switch from', 'move to', 'move from', 'go to', 'change over to', 'replace with'],
    ja: ['移行', '乗り換え', '切り替え'],
  },
]
