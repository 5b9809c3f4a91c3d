import type { explain as en } from '../en/explain'
import type { SameKeys } from '../shape'

export const explain: SameKeys<typeof en> = {
  title: '貼り付け診断',
  lead: '手元にある VM の情報 (1 台または複数) を貼り付けると、そこから言えることを表示します。テキストはどこにも送信されず、このブラウザーの中にとどまります。サインインも不要です。',
  field: 'VM の JSON、PowerShell の出力、ログ、またはメッセージ',
  hint: 'GET virtualMachines/NAME?$expand=instanceView の応答、または az vm get-instance-view、az vm show、az vm encryption show、Get-AzVMDiskEncryptionStatus の出力、それらの一覧、シリアル コンソール ログ、拡張機能のログ、または 1 つのメッセージ。{size, number} MB まで。sealwatch bundle のファイル (.ndjson.gz) はフリートとして表示されます。',
  placeholder: 'ここに貼り付け',
  file: 'ファイルを開く',
  clear: '消去',
  result: 'このテキストから言えること',
  recognised: '{input}として読み取りました。',
  method: '方式: {pass}。',
  methodUnknown: '不明 (テキストからは分かりません)',
  input: {
    'arm-vm': 'Azure Resource Manager の応答',
    'az-vm': 'az vm get-instance-view または az vm show の出力',
    'az-encryption-show': 'az vm encryption show の出力',
    powershell: 'Get-AzVMDiskEncryptionStatus の出力',
    xplat: 'azure vm show-disk-encryption-status (az より前の CLI) の出力',
  },
  message: 'メッセージの意味',
  decides: '判断の根拠',
  others: 'その他のメッセージ (順番どおり)',
  order: {
    time: '行が時刻の順に並んでいないため、時刻の順に読み取りました。',
    unknown:
      'これらのメッセージのどれが最後のものかは不明です。複数の書き手の文章、または時刻を比較できない行が含まれています。以下は、禁止する手順が最も多いメッセージに基づきます。',
    machines:
      'これらのメッセージは複数のマシンのものであるため、まとめて判断することはしません。原因と手順を表示するには、1 台分のテキストを貼り付けてください。',
  },
  unknownAfter:
    'この後に解釈できなかった行があります (下に表示)。判断の根拠となったメッセージの内容は、すでに当てはまらない可能性があります。',
  answered:
    '後の行から、この起動画面の後にシステムが起動したことが分かるため、この画面からは何も判断しません。現在の VM の表示を貼り付けてください。',
  othersOfUnknownOrder: 'その他のメッセージ (記載順)',
  othersOpen: '{count, plural, other {ほかの # 件のメッセージを表示}}',
  causes: '考えられる原因 (可能性の高い順)',
  steps: '原因 {number, number} への対処',
  age: {
    aged: 'この行は {age}前のものです。',
    agedWithoutZone: 'この行は約 {age}前のものです (タイム ゾーンの記載はありません)。',
    dated: 'この行がいつのものかは不明です。タイム ゾーンの記載がないか、時刻がこの端末より進んでいます。',
    undated: 'この行には日付がないため、いつのものかは不明です。',
    after: 'その後に何が起きたかは分かりません。',
  },
  reportedBeside: ' (報告: {word})',
  reportAge: {
    aged: '最後の報告: {at}。これは {age}前です。その後に何が起きたかは分かりません。',
    ahead: '最後の報告: {at}。この端末の時計より進んだ時刻のため、いつのものかは不明です。',
  },
  openHelp: 'すべての原因、手順、コマンド',
  noProblem: 'このメッセージだけからは、問題は認められません。',
  settingsNoProof:
    'enabled や secretUrl などの暗号化設定は証拠になりません。暗号化されていないディスクにも残ることがあります。',
  legend:
    'メッセージの前は、テキストの行番号とコードです。[{decides}]: 結論のもとになるメッセージです。原因の後のかっこ内は、テキストによる裏付けの強さです。',
  commandsTitle: '上の手順のコマンド ({placeholder})',
  keyNote: 'キー暗号化キーを使わない場合は、その 2 つのオプションを省きます。キーの URL はバージョンまで含めます。',
  dualPassNote:
    'az が `Please provide --aad-client-id` と答える場合はデュアル パスです。代わりに `Set-AzVMDiskEncryptionExtension` を Entra のパラメーター付きで使います。',
  zoneNote: '古いディスクにゾーンがない場合は、ゾーンを省きます。',
  commandsCut: '長いため、「ヘルプ」のページを参照してください',
  tooLittle: 'このテキストだけでは判定できません。',
  failureUnknown: '失敗の報告あり、暗号化の状態は不明',
  blockCut: '出力に ProgressMessage がありません。途中で切れている可能性があり、メッセージがあればさらに分かります。',
  failureReported: 'このテキストは失敗を報告しています。何が暗号化されているかは示していません。',
  listedTwice: '同じボリュームが異なる状態で並んでいます。複数の VM か時点の出力のため、どの行も全体を表しません。',
  contradicted:
    'テキストの別の部分は処理中であること、別の要求、失敗、またはボリュームの別の状態を示しているため、これは当てはまらない可能性があります。',
  besideUnread:
    'この出力のほかにも文がありますが、判定には使っていません。出力が古い、例にすぎない、もう正しくないなどと書かれている可能性があります。',
  verifyHow:
    'VM の中では、Windows は manage-bde -status、Linux は lsblk と sudo cryptsetup status osencrypt で確認します。',
  noDisk: 'メッセージはディスクの状態の証明にはなりません。VM の暗号化設定とサブステータスで判断してください。',
  foreignTitle: 'ほかの拡張機能のメッセージ',
  foreignText: 'Azure またはログが別の拡張機能の名前を示しているため、ディスクの暗号化については何も判断しません。',
  unknownTitle: '不明なテキスト',
  unknownText: 'カタログにないテキストのため、ここからは何も判断しません。',
  nearest: '近いもの',
  missing: '一致しない理由: {words} がありません',
  nearTitle: 'このテキストに出てくる事柄のヘルプ',
  nearText:
    '次の記事には、テキストと同じ言葉が出てきます。この VM に当てはまるかどうかは、テキストからは分かりません。',
  tryIt: '手元にテキストがない場合は、次の例を試せます:',
  example: {
    log: 'ログ',
    console: 'シリアル コンソール',
    client: 'クライアントのエラー',
    part: 'ツールの出力',
    unknown: '不明なテキスト',
  },
  fragment: {
    substatus: {
      title: 'サブステータス',
      proves: '拡張機能が最後に報告した OS とデータ ボリュームの状態が分かります。',
      cannot: 'プラットフォームの暗号化設定、報告の古さ、マウントされていないディスクは分かりません。',
    },
    disk: {
      title: 'ディスクの状態',
      proves: 'プラットフォームがディスクに暗号化設定を書き込んだか、消したかが分かります。',
      cannot: 'この設定は暗号化そのものより先に書き込まれます。データが暗号化済みかどうかは分かりません。',
    },
    'request-settings': {
      title: '要求の設定',
      proves: '何が要求されたかが分かります。',
      cannot:
        '要求にすぎません。暗号化が始まったか、終わったかは分かりません。状態は az vm encryption show で読み取れます。',
    },
    extension: {
      title: '拡張機能',
      proves: 'その時点で、Azure が拡張機能の操作を実行中だったかが分かります。',
      cannot:
        'ディスクが暗号化済みか、VM の中で何が実行中かは分かりません。状態は az vm encryption show で読み取れます。',
    },
    lsblk: {
      title: 'lsblk の出力',
      proves: 'その時点で、どのデバイスが開いている暗号化マッピングだったかが分かります。',
      cannot:
        '署名のないパーティションも暗号化されていることがあります (OS ディスクのヘッダーは別の場所にあります)。アタッチされていないディスクは含まれません。',
    },
    blkid: {
      title: 'blkid の出力',
      proves:
        '一覧の各デバイスにあった署名が分かります。UUID が変わっていれば、ボリュームが再フォーマットされたか、別のディスクです。',
      cannot:
        '一覧にないデバイスや種類のないデバイスからは何も言えません (暗号化された OS パーティションには署名がありません)。/etc/fstab に nofail のない古い UUID が残っていると起動が止まります。',
    },
    fstab: {
      title: '/etc/fstab の行',
      proves: 'VM が起動時に何をマウントするか、デバイスがないと起動が止まるかが分かります。',
      cannot: 'デバイスが存在するか、暗号化されているかは分かりません。',
    },
    crypttab: {
      title: '/etc/crypttab の行',
      proves: 'VM が起動時にどのデバイスからどのマッピングを、どのキー ファイルで開くかが分かります。',
      cannot: 'デバイスやキーが存在するか、データが暗号化されているかは分かりません。',
    },
    'manage-bde': {
      title: 'manage-bde -status の出力',
      proves: '一覧の各ボリュームでの BitLocker の状態と、保護がオンかどうかが分かります。',
      cannot: 'キーが Azure Disk Encryption のキー コンテナーにあるかどうかは分かりません。',
    },
    'bitlocker-volume': {
      title: 'Get-BitLockerVolume の出力',
      proves: '一覧の各ボリュームでの BitLocker の状態と、保護がオンかどうかが分かります。',
      cannot:
        'キーが Azure Disk Encryption のキー コンテナーにあるかどうかは分かりません。使用領域だけが暗号化された場合も「完全に暗号化」と表示されます。',
    },
    'cryptsetup-status': {
      title: 'cryptsetup status の出力',
      proves: 'その時点で、このマッピングが開いていたかどうかが分かります。',
      cannot: 'ほかのボリュームや Azure 側の設定については分かりません。',
    },
    'luks-dump': {
      title: 'cryptsetup luksDump の出力',
      proves: 'デバイスに LUKS ヘッダーがあることと、使われているキー スロットが分かります。',
      cannot: 'ヘッダーがあっても、その先のデータがすべて暗号化されているとは限りません。',
    },
  },
  finding: {
    'says-encrypted': '拡張機能は「暗号化済み」と報告',
    'says-not-encrypted': '拡張機能は「暗号化されていない」と報告',
    'says-in-progress': '拡張機能は「処理中」と報告',
    'says-decrypting': '拡張機能は「暗号化解除中」と報告',
    'says-restart-pending': '拡張機能は再起動を待っています',
    'says-not-mounted': 'データ ボリュームがマウントされていません',
    'says-other': '不明な語',
    'stamp-encrypted': 'ディスクに暗号化設定が書き込まれています',
    'stamp-not-encrypted': 'ディスクの暗号化設定は有効ではありません',
    'stamp-absent': 'ディスクに暗号化設定はありません',
    asked: '要求されています',
    'not-a-vault-url':
      'リソース ID が入っています。ここにはキー コンテナーの URL (https://my-vault.vault.azure.net/ など) を指定します',
    'not-a-vault-id':
      'URL が入っています。ここにはキー コンテナーのリソース ID (/subscriptions/…/vaults/my-vault など) を指定します',
    'not-a-key-url': 'キーのバージョンの URL ではありません。その URL はキーの名前とバージョンで終わります',
    'operation-runs': 'Azure が操作を実行中です。終わるまで待ってください',
    'operation-ended': 'Azure の最後の操作は終わっています',
    'operation-failed': 'Azure の最後の操作は失敗しました',
    'operation-canceled': 'Azure の最後の操作は取り消されました',
    luks: 'LUKS ヘッダーがあります (暗号化済みか暗号化中)',
    bitlocker: 'BitLocker のヘッダーがあります (暗号化済み、暗号化中、または暗号化解除中)',
    'crypt-open': '開いている暗号化マッピング',
    'crypt-inactive': '開いていません',
    'mounted-plain': '暗号化マッピングを通さずにマウントされています',
    'plain-file-system': 'この層では暗号化されていないファイル システム',
    'no-signature': '署名がないため判断できません',
    'uuid-changed':
      '一覧の前と後で UUID が異なります。古い順のテキストなら、ボリュームが再フォーマットされたか (EncryptFormatAll ではそうなります)、別のディスクです。/etc/fstab に古い UUID の行が nofail なしで残っていると起動が止まります。その行を削除するか、/dev/mapper のデバイス名と nofail に直してください。VM がもう起動しない場合は、シリアル コンソールか修復 VM から直します',
    'key-volume': 'キー ボリューム: 触れないでください',
    'mapper-mount': 'マッピング経由でマウントされます',
    'uuid-mount-with-nofail': 'デバイスがなくても起動は止まりません (nofail)',
    'uuid-mount-without-nofail': 'デバイスがないと起動が止まります (nofail なし)',
    'opened-by-key-file': '起動時にキー ファイルで開かれます',
    'opened-by-passphrase': '起動時に入力されたパスフレーズで開かれます',
    'opening-without-nofail': 'デバイスまたはキーがないと起動が止まります (nofail なし)',
    'fully-encrypted-protected': '完全に暗号化され、保護はオンです',
    'fully-encrypted-unprotected': '完全に暗号化されていますが、保護はオフです (キーはディスク上で保護されていません)',
    'fully-encrypted': '完全に暗号化されています (保護の状態は不明)',
    'used-space-encrypted-protected':
      '使用領域のみが暗号化され、保護はオンです (以前に削除されたデータは暗号化されていない可能性があります)',
    'used-space-encrypted-unprotected':
      '使用領域のみが暗号化されていますが、保護はオフです (キーはディスク上で保護されておらず、以前に削除されたデータは暗号化されていない可能性があります)',
    'used-space-encrypted':
      '使用領域のみが暗号化されています (保護の状態は不明で、以前に削除されたデータは暗号化されていない可能性があります)',
    'partly-encrypted': '途中か一時停止中で、一部は暗号化されていません',
    'fully-decrypted': '暗号化されていません',
    locked: 'ロックされています。解除するまで読み取れません',
    'slot-enabled': '使用中のキー スロット',
    reencrypting: 'データの暗号化処理が途中です',
  },
  within: {
    'arm-extension-sentence': '拡張機能についての Azure の文の中',
    'arm-additional-info': 'PowerShell のレコードの中',
    'go-error': 'Terraform または Go のエラーの中',
    'failed-with-message': 'デプロイ エラーの中',
    'error-label': 'Error という語の後',
    'event-xml': 'Windows のイベントの中',
    json: 'JSON の中',
    escaped: '外側のテキストの円記号 (バックスラッシュ) 付き',
  },
  unnamed: 'VM (名前の記載なし)',
  several: {
    title: '各 VM について言えること (出現順)',
    repeated:
      '同じ VM が 2 回以上あります: {names}。時点の異なる結果のことがあり、どちらが新しいかは分かりません。より慎重なほうに従ってください。',
    repeatedDated:
      '同じ VM が 2 回以上あります: {names}。最後の報告の時刻が異なり、古いほうの結果は今の状態ではないことがあります。より慎重なほうに従ってください。',
    unnamed: '名前のない部分は、1 台の VM の異なる時点の出力のこともあります。',
    open: '根拠、ボリューム、メッセージ',
    unreadable: '一覧の次の位置からは VM を読み取れませんでした: {places}',
    leftOut: '判定していない項目が一覧にあと {count, number} 件あります。読み取るのは先頭の {limit, number} 件です。',
    hasMore: 'これは一覧の 1 ページです。次のページ (nextLink) にも VM があります。',
  },
  waiting: 'テキストを読み取れると、ここに判定が表示されます。',
  error: {
    empty: { title: 'まだテキストがありません', next: '1 台の VM のテキストを貼り付けてください。' },
    'too-large': {
      title: 'テキストが大きすぎます',
      next: '1 台の VM で十分です。読み取れるのは {size, number} MB までです。テキストは切り詰めていません。',
    },
    'json-invalid': {
      title: '完全な JSON ではありません',
      next: '最初の中かっこから最後の中かっこまでコピーされているか確認してください。テキストはそのまま残しています。',
    },
    'not-a-vm': {
      title: 'このテキストに VM が見つかりません',
      next: '読み取ることはできますが、上に挙げた出力のどれでもなく、既知のメッセージの行もありません。',
    },
    compressed: {
      title: '圧縮されたファイルです',
      next: 'ここではテキストを読み取ります。先に展開してください。sealwatch bundle のファイル (.ndjson.gz) は展開せずにここにドロップするか、npx sealwatch open ファイル名 を実行すると、すべてのページを表示できます。',
    },
    bundle: {
      title: 'フリート全体のファイルです',
      next: '展開されたファイルです。フリートとそのすべてのページを表示するには、展開前のファイル (.ndjson.gz) をここにドロップするか、npx sealwatch open ファイル名 を実行してください。',
    },
  },
}
