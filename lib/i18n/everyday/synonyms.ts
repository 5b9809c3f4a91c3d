/** Words of both languages that mean the same in a question to Help. */
export interface Synonyms {
  /** The term that replaces each of them, in the index and in a question. */
  readonly term: string
  /** English words and phrases in small letters; their inflected forms are included. */
  readonly en: readonly string[]
  /** Japanese words and phrases as they are written, without spaces. */
  readonly ja: readonly string[]
}

const actions: readonly Synonyms[] = [
  {
    term: 'allowed',
    en: ['is it safe to', 'is it ok to', 'is it okay to', 'can i', 'may i', 'should i', 'am i allowed to'],
    ja: ['してもいい', 'してもよい', 'して良い', 'していい', 'してよい', 'しても大丈夫', 'しても構わない'],
  },
  { term: 'restart', en: ['reboot'], ja: ['再起動', 'リブート'] },
  {
    term: 'shutdown',
    en: ['shut down', 'power off', 'switch off the vm'],
    ja: ['シャットダウン', '電源を切', '電源オフ'],
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
      'turn off encryption',
      'undo encryption',
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
      '復号',
    ],
  },
  {
    term: 'rotation',
    en: ['rotate', 'rotate the key', 'key change', 'change the key', 'renew the key', 'update the key', 'key update'],
    ja: ['キー', '鍵'].flatMap((key) =>
      [
        'の更新',
        '更新',
        'のローテーション',
        'ローテーション',
        'の変更',
        '交換',
        'の交換',
        'を更新',
        'を変更',
        'を交換',
      ].map((change) => `${key}${change}`),
    ),
  },
  { term: 'enlarge', en: ['bigger', 'larger', 'expand', 'grow'], ja: ['拡張', '拡大', '大きくする', '大きくしたい'] },
  { term: 'restore', en: ['roll back', 'revert'], ja: ['復元', '元に戻', 'から戻'] },
  { term: 'move', en: [], ja: ['移動'] },
  { term: 'migrate', en: ['switch to', 'move to'], ja: ['移行', '乗り換え', '切り替え'] },
]

const states: readonly Synonyms[] = [
  {
    term: 'unbootable',
    en: [
      'does not boot',
      'doesn t boot',
      'won t boot',
      'will not boot',
      'not booting',
      'cannot boot',
      'can t boot',
      'fails to boot',
      'boot failure',
      'vm does not start',
      'vm doesn t start',
      'vm won t start',
      'vm will not start',
      'kernel panic',
      'blue screen',
    ],
    ja: [
      'カーネルパニック',
      'ブルースクリーン',
      '起動しない',
      '起動しません',
      '起動できない',
      '起動できません',
      '起動に失敗',
      '起動失敗',
      '立ち上がらない',
    ],
  },
  { term: 'fail', en: ['failure', 'error'], ja: ['失敗', 'エラー', '異常終了'] },
  { term: 'progress', en: ['percentage', 'how far'], ja: ['進捗', '進行状況', '進行率'] },
  {
    term: 'stuck',
    en: ['hang', 'no progress', 'frozen', 'freeze'],
    ja: ['進まない', '止まった', '止まって', '固まっ', '進捗がない'],
  },
  {
    term: 'duration',
    en: ['how long', 'how many hours', 'how much time', 'take hour', 'take day', 'take forever', 'take too long'],
    ja: ['所要時間', '何時間', '何日', 'いつ終わ', 'いつ完了', 'れくらいかか', 'のくらいかか', '時間がかか', '長時間'],
  },
  {
    term: 'full',
    en: ['no space', 'out of space', 'out of disk space', 'not enough space', 'no free space', 'not enough disk space'],
    ja: ['いっぱい', '一杯', '満杯', '容量不足', '領域不足', '容量が足りない', '領域がない', '空き容量がない'],
  },
  {
    term: 'delete',
    en: ['gone', 'lost', 'purge', 'no longer exist'],
    ja: ['削除', '消えた', '消した', 'なくなった', '存在しない', '存在しなくな'],
  },
  { term: 'expire', en: ['expiration', 'expiry'], ja: ['期限切れ', '有効期限', '失効', '期限が切れ'] },
  {
    term: 'permission',
    en: ['access denied', 'forbidden', 'authorization', 'unauthorized', 'not authorized'],
    ja: ['権限', 'アクセス許可', 'アクセス権'],
  },
]

const things: readonly Synonyms[] = [
  { term: 'vm', en: ['virtual machine'], ja: ['仮想マシン'] },
  { term: 'antivirus', en: ['anti virus', 'virus scanner', 'malware scanner'], ja: ['ウイルス対策', 'アンチウイルス'] },
  { term: 'extension', en: [], ja: ['拡張機能'] },
  { term: 'encrypt', en: [], ja: ['暗号化'] },
  { term: 'disk', en: [], ja: ['ディスク'] },
  { term: 'volume', en: [], ja: ['ボリューム'] },
  { term: 'data', en: [], ja: ['データ'] },
  { term: 'vault', en: ['key vault', 'keyvault'], ja: ['キーコンテナー', 'キーコンテナ', 'キーボールト'] },
  { term: 'secret', en: [], ja: ['シークレット'] },
  { term: 'policy', en: [], ja: ['ポリシー'] },
  { term: 'agent', en: [], ja: ['エージェント'] },
  { term: 'lock', en: [], ja: ['ロック'] },
  { term: 'キー', en: [], ja: ['鍵'] },
  { term: 'role', en: [], ja: ['ロール', '役割'] },
  {
    term: 'attach',
    en: ['connect the disk', 'mount the disk on another vm'],
    ja: ['アタッチ', 'ディスクを接続', 'ディスクの接続'],
  },
  { term: 'othervm', en: ['another vm', 'other vm', 'different vm'], ja: ['別の vm', '別のvm', '他の vm', '他のvm'] },
  { term: 'memory', en: ['ram'], ja: ['メモリ', 'メモリー'] },
  { term: 'backup', en: ['back up'], ja: ['バックアップ'] },
  { term: 'snapshot', en: [], ja: ['スナップショット'] },
  { term: 'firewall', en: [], ja: ['ファイアウォール', 'ファイアーウォール', 'ファイヤーウォール'] },
  { term: 'softdelete', en: ['soft delete'], ja: ['論理的な削除', '論理削除'] },
  {
    term: 'packagemanager',
    en: ['package manager', 'apt', 'apt get', 'dpkg', 'yum', 'dnf', 'tdnf', 'zypper'],
    ja: ['パッケージマネージャー', 'パッケージマネージャ', 'パッケージ管理'],
  },
  {
    term: 'bootlog',
    en: ['boot diagnostics', 'boot log', 'serial console log', 'serial console', 'serial log'],
    ja: ['ブート診断', '起動診断', 'シリアルコンソール', 'シリアルログ', 'ブートログ'],
  },
  { term: 'hostencryption', en: ['encryption at host'], ja: ['ホストでの暗号化', 'ホストベースの暗号化'] },
  { term: 'generation2', en: ['gen2', 'gen 2', 'generation 2', 'second generation'], ja: ['第2世代', '世代2'] },
  { term: 'retirement', en: ['retire', 'sunset', 'discontinue'], ja: ['提供終了', '廃止'] },
  {
    term: 'dataonly',
    en: [
      'only the data disk',
      'only data disk',
      'data disk only',
      'only the data volume',
      'data volume only',
      'data volumes only',
    ],
    ja: ['データディスクだけ', 'データディスクのみ', 'データボリュームのみ', 'データボリュームだけ'],
  },
]

/** Each group once, for both languages: no word stands in two of them. */
export const synonyms: readonly Synonyms[] = [...actions, ...states, ...things]
