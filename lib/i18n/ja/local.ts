import type { local as english } from '../en/local'
import type { SameKeys } from '../shape'

export const local: SameKeys<typeof english> = {
  next: {
    'tenant-not-allowed': 'テナントを切り替えるか、このテナントのアカウントでお使いのツールにサインインしてください。',
    'app-only-token': 'ユーザー アカウントでお使いのツールにサインインしてください。',
    'request-invalid': 'リンクを確認するか、フリートから始めてください。',
    'method-not-allowed': 'ページを再読み込みしてください。続く場合は、Sealwatch の最新リリースをお試しください。',
    'arm-untrusted':
      'プロキシの証明機関の PEM ファイルを NODE_EXTRA_CA_CERTS に設定し、Sealwatch を起動し直してください。',
    'arm-unreadable':
      '再試行してください。続く場合は、SEALWATCH_LOG_LEVEL=info を設定して Sealwatch を起動し、ターミナルで要求 ID を探してください。',
    'arm-api-version':
      'Sealwatch の最新リリースをお試しください。すでに最新の場合は、クラウドの対応が遅れている可能性があり、そこではまだ読み取れません。',
    'configuration-invalid':
      '設定の名前は Sealwatch のターミナルに表示されます。修正して、Sealwatch を起動し直してください。',
    internal:
      '再試行してください。続く場合は、SEALWATCH_LOG_LEVEL=info を設定して Sealwatch を起動し、ターミナルで要求 ID を探してください。',
  },
  open: {
    title: 'Sealwatch を開いています',
    opening: 'しばらくお待ちください…',
    needed: 'ターミナルに表示されたアドレスを開いてください',
    neededText:
      'このブラウザーには、プログラムとのセッションがありません。プログラムを実行しているターミナルに、キー付きのアドレスが表示されています。Enter キーを押すと新しいアドレスが表示されます。',
    refused: 'このキーはもう使えません',
    refusedText:
      'キーで開けるブラウザーは 1 つ、1 回だけで、有効期間は 10 分です。ターミナルで Enter キーを押すと、新しいアドレスが表示されます。',
    withdrawn: '誤ったキーが何度も送信されました',
    withdrawnText:
      'このコンピューター上の別のプログラムまたはページが、キーを推測している可能性があります。キーは無効になりました。ターミナルで Enter キーを押すと、新しいアドレスが表示されます。',
    noStorage: 'このブラウザーは、このアドレスのデータを保存しません',
    noStorageText:
      'Sealwatch のセッションには、ブラウザーのサイト データの保存が必要です。保存を許可してから、ターミナルで Enter キーを押してください。',
  },
  banner: {
    title: 'Azure がもう一度サインインを求めています。',
    text: '次のコマンドをターミナルで実行してから、このページを再読み込みしてください。',
    ended: 'このコンピューター上のプログラムは終了しました。',
    endedText:
      '表示中の内容は読み取った時点のままです。プログラムをもう一度開始し、表示されたアドレスを開いてください。',
    command: 'サインインするコマンド',
    copy: 'コピー',
    copied: 'コピーしました',
    copyFailed: 'コピーできませんでした',
  },
  account: {
    end: 'このセッションを閉じる',
    tool: {
      'azure-cli': 'azure-cli を使用',
      powershell: 'Azure PowerShell を使用',
      browser: 'このプログラムがブラウザーで実行',
      'device-code': 'このプログラムがデバイス コードで実行',
      file: 'ファイルから (サインインなし)',
    },
  },
  file: {
    title: '{moment} 時点、ファイル「{name}」の内容',
    text: 'Azure からは何も読み取られません。経過時間はこの時点から数えます。「このファイルには含まれていません」とコード NotInThisFile は、読み取られていないことを示し、存在しないという意味ではありません。「このアカウント」「ご自身の権限」は、ファイルを作成したアカウントのものです。',
    chosen:
      '作成時に選択された {count} 個のサブスクリプションだけを含み、その他のサブスクリプションについては何も示しません。',
    partly: 'ファイルの作成時に {count} 件を読み取れませんでした。',
  },
  bundle: {
    shows: 'ファイル {file} を表示します: VM {vms} 台、{moment} に作成。',
    whole: '要求したものはすべて読み取られました。',
    notWhole: '一部を読み取れませんでした: {count} 件が欠けています。',
    chosen: '作成時に選択されたサブスクリプションだけを含みます: {ids}。',
    nothingSent: 'Azure には何も送信されません。経過時間はファイルの時点から数えます。',
    hidden: '(秘匿済み)',
    refused: {
      foreign: '{file}: sealwatch bundle のファイルではありません',
      'other-version': '{file}: 別のバージョンの形式です。作成したプログラムで開いてください',
      cut: '{file}: 不完全です。内容は表示されません。もう一度作成してください',
      damaged: '{file}: 破損しているか、作成後に変更されています。内容は表示されません',
      'too-large': '{file}: このプログラムで読み取れる大きさを超えています',
      unreadable: '{file}: 読み取れません',
    },
    pages: 'VM のページ {read} / {wanted}',
    taken: '{file}: VM {vms} 台、VM のページ {pages} 件。すべて読み取られました。',
    takenPartly:
      '{file}: VM {vms} 台、VM のページ {pages} 件。{gaps} 件を読み取れませんでした。どれがなぜかはファイルに記録されています。',
    nothing: 'Azure から何も読み取れませんでした ({code})。ファイルは作成されませんでした。',
    notWritten: '{file}: 書き込めないか、すでに存在します',
    cutOff:
      '完了しなかった実行が {files} を残しています。--resume を付けて続行するか、残されたファイルを削除してください。何も読み取られませんでした。',
    resumed: '{moment} に開始した実行を続行します: Azure の応答 {count} 件は再利用されます。',
    notResumed:
      '{files}: 別のアカウント、別のテナント、別のサブスクリプションの指定、別のバージョンのプログラムで開始されたか、開始から 6 時間を超えています。残されたファイルを削除して、最初からやり直してください。',
    review: '名前、ID、アドレスは置き換えられています。渡す前にファイルを確認してください。',
  },
  inPage: {
    title: 'ファイル内のフリート',
    text: 'sealwatch bundle のファイルをここにドロップしてください。ファイルはこのブラウザー内で読み取られます。内容は送信も保存もされず、このページを閉じるか再読み込みすると消えます。',
    choose: 'ファイルを選択',
    opening: 'ファイルを読み取り、確認しています…',
    refused: 'このファイルは開かれませんでした。',
    noScreen: 'ファイルにこのページはありません。ナビゲーションから選択してください。',
  },
  compare: {
    file: '{file}: {moment}、VM {vms} 台',
    filePartly: '{file}: {moment}、VM {vms} 台。一部を読み取れなかったため、数は最小値です。',
    obstacle: {
      redacted: '秘匿済みのファイルは比較できません。同じ VM のハッシュがファイルごとに異なります。',
      'other-tenant': '2 つのファイルのテナントが異なります。',
      order: '最初のファイルの方が新しいものです。古い方を先に指定してください。',
    },
    aspect: { state: '{value}', os: 'OS: {value}', data: 'データ: {value}', pass: '方式: {value}' },
    readAt: '(読み取り: {before} → {after})',
    change: {
      changed: '変更あり: {count}',
      new: '新規: {count}',
      gone: '存在しなくなったもの: {count}',
      'not-known': '一方または両方のファイルで不明: {count}',
      'only-before':
        '2 つ目のファイルに含まれず、そのファイルにサブスクリプションのすべての VM は含まれていません: {count}',
      'only-after':
        '1 つ目のファイルに含まれず、そのファイルにサブスクリプションのすべての VM は含まれていません: {count}',
      same: '変更なし: {count}',
    },
    page: {
      title: '2 つのファイルの比較',
      text: '同じテナントの、以前または以後のファイルを選択するか、ここにドロップしてください。このブラウザーの中で読み取られ、内容が送信または保存されることはありません。',
      choose: '比較するファイルを選択',
      reading: '{file} を読み取っています…',
      waits: '両方のファイルの読み取りが終わると、比較が表示されます。',
      refused: 'もう一方のファイルは比較されませんでした。',
      states: '状態別の VM',
      state: '状態',
      before: '前',
      after: '後',
      vm: 'VM',
      group: 'リソース グループ',
      also: 'その他の違い',
      readAt: '証拠の読み取り',
      notInFile: 'このファイルにはありません',
      more: 'さらに {count, number} 台を表示 (全 {all, number} 台)',
      download: 'JSON としてダウンロード',
    },
  },
  terminal: {
    building: 'ダッシュボードをビルドしています (変更があった場合のみ)…',
    signedIn: '{user} としてサインイン中、テナント {tenant}、{tool}。',
    address: 'Sealwatch のアドレス  {address}',
    once: 'このアドレスで開けるブラウザーは 1 つ、1 回だけです。Enter で新しいアドレスを表示し、Ctrl+C で終了します。',
    notOpened: 'ブラウザーは開かれませんでした。アドレスをコピーしてください。',
    ownRights: 'Azure はご自身の権限で読み取られ、何も変更されません。トークンはこのプログラムの外に出ません。',
    history: '履歴: {folder}',
    noHistory: '履歴: オフ',
    noDriver: '履歴: オフ (データベース better-sqlite3 がこのバージョンの Node.js 用にインストールされていません)',
    collects:
      'バックグラウンド: 暗号化が変化している VM は {moving} 秒ごとに、その他の VM は Resource Graph に変更が現れたとき、または少なくとも {quiet} 秒ごとに読み取られます。',
    collectsNothing: 'バックグラウンド: 履歴が必要なため、何も読み取られません。',
    collectFailed: 'バックグラウンドでの読み取りに失敗しました ({code})。再試行されます。',
    collectFailedRun: 'バックグラウンドでの読み取りに失敗しました ({code})。実行するコマンド: {command}',
    collectWorks: 'バックグラウンドでの読み取りが再びできるようになりました。',
    code: 'サインインするには、{address} を開いてコード {code} を入力してください',
    withBrowser: 'ブラウザーでサインインを完了してください…',
    nothing: 'Azure へのサインインが見つかりませんでした。',
    missing: '{tool}: インストールされていません',
    signedOut: '{tool}: サインインしていません。{code} 実行するコマンド: {command}',
    unreachable: '{tool}: Entra が応答しませんでした',
    failed: '{tool}: 失敗しました。{code} 実行するコマンド: {command}',
    otherCloud:
      '{tool} のサインイン先のクラウドは「{found}」で、「{wanted}」ではありません。実行するコマンド: {command}',
    withdrawn:
      '誤ったキーがこのプログラムに何度も送信されました。キーは無効になりました。Enter で新しいアドレスを表示します。',
  },
}
