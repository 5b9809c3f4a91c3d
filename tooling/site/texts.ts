import type { Language } from '@/lib/i18n/languages'

type Answer = 'yes' | 'partly' | 'none' | 'unchecked'
const tools = ['Sealwatch', 'Azure portal', 'azure-cli', 'PowerShell', 'Advisor'] as const

/** What each tool shows, in the order of `tools`; read in public sources and documentation on 2026-11-24. */
const shown = {
  fleet: ['yes', 'unchecked', 'none', 'none', 'partly'],
  volumes: ['yes', 'partly', 'yes', 'yes', 'none'],
  message: ['yes', 'partly', 'yes', 'yes', 'none'],
  percent: ['yes', 'none', 'none', 'none', 'none'],
  timeline: ['yes', 'none', 'none', 'none', 'none'],
  stuck: ['yes', 'none', 'none', 'none', 'none'],
  restart: ['yes', 'partly', 'partly', 'partly', 'none'],
  cause: ['yes', 'partly', 'partly', 'partly', 'none'],
  retirement: ['yes', 'none', 'none', 'none', 'yes'],
  plan: ['yes', 'none', 'none', 'none', 'none'],
  rights: ['yes', 'yes', 'yes', 'yes', 'yes'],
} as const satisfies Readonly<Record<string, readonly Answer[]>>

export const comparison = { tools, shown } as const

export interface SiteTexts {
  readonly title: string
  readonly description: string
  readonly lead: string
  readonly links: { readonly product: string; readonly demo: string; readonly file: string }
  readonly demoNote: string
  readonly start: string
  readonly commands: readonly (readonly [command: string, does: string])[]
  readonly pictures: Readonly<Record<'fleet.png' | 'vm.png' | 'tour.webp', string>>
  readonly compared: string
  readonly comparedNote: string
  readonly feature: string
  readonly answer: Readonly<Record<Answer, string>>
  readonly row: Readonly<Record<keyof typeof shown, string>>
  /** Paragraphs under a heading. */
  readonly sections: readonly (readonly [title: string, ...texts: string[]])[]
  readonly faq: string
  readonly questions: readonly (readonly [question: string, answer: string])[]
}

const en: SiteTexts = {
  title: 'The truth about Azure Disk Encryption across a fleet',
  description:
    'Sealwatch shows for every virtual machine that you may read what Azure Disk Encryption has encrypted, what not, what failed, and what cannot be known.',
  lead: 'For every virtual machine that you may read, Sealwatch shows what is encrypted, what is not, what is in progress, what failed, and what cannot be known. Every verdict shows its evidence and its age. It reads with your own Azure rights and changes nothing in Azure.',
  links: { product: 'Sealwatch', demo: 'Live demo', file: 'Open a file' },
  demoNote:
    'The demo is the product itself, in your browser, on a file of a fake Azure. It has no server, so nothing is followed, acknowledged or stored.',
  start: 'Start',
  commands: [
    [
      'npm run local',
      'your own Azure, with your sign-in of azure-cli or Azure PowerShell; nothing has to be registered',
    ],
    ['npm run demo', 'a fake Azure with about 120 VMs and thirty days of history'],
  ],
  pictures: {
    'fleet.png': 'The fleet: counts by state, then one row per VM',
    'vm.png': 'One VM: two sources contradict each other',
    'tour.webp': 'From the fleet to one command for a group of VMs, and to the steps for one of them',
  },
  compared: 'Compared with other tools',
  comparedNote:
    'Read in public sources and documentation on 2026-11-24; nothing was compared on a live tenant. “Advisor” is Azure Advisor with its workbook of service retirements.',
  feature: 'What it shows',
  answer: { yes: 'yes', partly: 'partly', none: 'not found', unchecked: 'not checked' },
  row: {
    fleet: 'All VMs with their ADE state in one table',
    volumes: 'OS and data volumes apart',
    message: 'The extension’s message',
    percent: 'Percentage read from that message',
    timeline: 'Timeline of a VM’s states',
    stuck: 'Whether a run is possibly stuck',
    restart: 'That a restart is needed',
    cause: 'Causes of a failure',
    retirement: 'What must leave ADE by 15 September 2028',
    plan: 'Waves and blockers of that migration',
    rights: 'Reads with your own rights',
  },
  sections: [
    [
      'How it decides',
      'The portal shows “encrypted” as soon as key settings are written on a disk, hours before the first block is encrypted. Sealwatch keeps three sources apart: the requested settings, the key settings stamped on the disk, and the report of the extension inside the VM.',
      'It never claims more than they show. Where they contradict each other, it says so; where one is missing or old, it says that too. Unknown is a valid answer.',
    ],
    [
      'Limits',
      'Sealwatch was built and tested against a fake Azure that real clients accept, and against recorded answers. It has not run on a live tenant yet.',
      'A verdict shows what Azure and the extension report. It cannot show what only the guest knows, such as a manual mount or a disk encrypted by other means.',
      'Azure keeps only the newest status. What happened before the first observation is known only as far as Azure’s own records go back: 90 days of the activity log, 14 days of resource changes.',
      'No native speaker has reviewed the Japanese texts yet.',
    ],
  ],
  faq: 'Questions',
  questions: [
    ['Does it change anything in Azure?', 'No. It hands you commands; you decide whether to run them.'],
    [
      'Does anything have to be registered?',
      'Not for yourself: it takes your sign-in of azure-cli or Azure PowerShell. A server for a team needs two app registrations, which a command creates.',
    ],
    ['Which rights does it need?', 'Reader on what you want to see. What you may not read is named, never guessed.'],
    [
      'Can it show a fleet without Azure?',
      'Yes. One command takes a fleet into a file. Any Sealwatch opens it, also this site: it is read in your browser and not sent.',
    ],
    [
      'Does “encrypted” mean that every disk is encrypted?',
      'The verdict counts the volumes that the sources report. What they do not report is unknown, and is shown as unknown.',
    ],
  ],
}

const ja: SiteTexts = {
  title: 'Azure Disk Encryption の実際の状態を、すべての VM について',
  description:
    'Sealwatch は、閲覧できるすべての仮想マシンについて、Azure Disk Encryption で暗号化されたもの、されていないもの、失敗したもの、判断できないものを示します。',
  lead: 'Sealwatch は、閲覧できるすべての仮想マシンについて、暗号化済み、未暗号化、処理中、失敗、不明のどれであるかを示します。どの判定にも、根拠とその時刻が付きます。読み取りにはご自身の Azure の権限を使い、Azure を変更することはありません。',
  links: { product: 'Sealwatch', demo: 'デモ', file: 'ファイルを開く' },
  demoNote:
    'デモは製品そのものです。模擬 Azure のファイルを、お使いのブラウザーの中で表示します。サーバーがないため、フォロー、確認の記録、保存はできません。',
  start: '始め方',
  commands: [
    ['npm run local', 'ご自身の Azure を、azure-cli または Azure PowerShell のサインインで表示します。登録は不要です'],
    ['npm run demo', '約 120 台の VM と 30 日分の履歴を持つ模擬 Azure'],
  ],
  pictures: {
    'fleet.png': 'フリート: 状態ごとの台数と、VM ごとの行',
    'vm.png': '1 台の VM: 2 つの情報源が食い違っている',
    'tour.webp': 'フリートから、複数の VM に対する 1 つのコマンドと、1 台の VM の手順まで',
  },
  compared: '他のツールとの比較',
  comparedNote:
    '2026-11-24 に、公開されているソースと文書を読んだ結果です。実際のテナントでの比較はしていません。「Advisor」は、Azure Advisor と、サービスの提供終了のブックを指します。',
  feature: '表示する内容',
  answer: { yes: 'あり', partly: '一部', none: '見つからず', unchecked: '未確認' },
  row: {
    fleet: 'すべての VM の ADE の状態を 1 つの表に表示',
    volumes: 'OS ボリュームとデータ ボリュームを区別',
    message: '拡張機能のメッセージ',
    percent: 'メッセージから読み取った進捗率',
    timeline: 'VM の状態のタイムライン',
    stuck: '処理が停止している可能性',
    restart: '再起動が必要であること',
    cause: '失敗の原因',
    retirement: '2028 年 9 月 15 日までに ADE から移行するもの',
    plan: 'その移行の順序と、妨げになるもの',
    rights: 'ご自身の権限で読み取り',
  },
  sections: [
    [
      '判定の方法',
      'ポータルは、キーの設定がディスクに書かれた時点で「暗号化済み」と表示します。最初のブロックが暗号化されるのは、その数時間後です。Sealwatch は、要求された設定、ディスクに書かれたキーの設定、VM 内の拡張機能の報告という 3 つの情報源を区別します。',
      '情報源が示す以上のことは断定しません。互いに食い違う場合も、欠けている場合や古い場合も、そのまま示します。「不明」も正しい答えです。',
    ],
    [
      '制限事項',
      'Sealwatch は、実際のクライアントで動作する模擬 Azure と、記録した応答を使って作り、テストしました。実際のテナントではまだ動かしていません。',
      '判定は、Azure と拡張機能の報告に基づきます。手動のマウントや、別の方法で暗号化されたディスクなど、ゲスト OS だけが知っていることは示せません。',
      'Azure は最新の状態だけを保持します。最初の観測より前のことは、Azure の記録が残る範囲でのみ分かります。アクティビティ ログは 90 日、リソースの変更は 14 日です。',
      '日本語の文章は、まだ母語話者の確認を受けていません。',
    ],
  ],
  faq: 'よくある質問',
  questions: [
    ['Azure を変更しますか。', 'いいえ。コマンドを示すだけです。実行するかどうかは、ご自身で判断してください。'],
    [
      '登録は必要ですか。',
      'ご自身だけで使う場合は不要です。azure-cli または Azure PowerShell のサインインを使います。チーム用のサーバーには 2 つのアプリの登録が必要で、コマンドで作成できます。',
    ],
    [
      'どの権限が必要ですか。',
      '見たいものに対する閲覧者ロールです。読み取れないものは、推測せずに、その旨を示します。',
    ],
    [
      'Azure に接続せずに表示できますか。',
      'はい。1 つのコマンドで、フリートをファイルに保存できます。どの Sealwatch でも、このサイトでも開けます。ファイルはブラウザーの中で読み取られ、送信されません。',
    ],
    [
      '「暗号化済み」は、すべてのディスクが暗号化されているという意味ですか。',
      '判定は、情報源が報告したボリュームを数えます。報告されないものは不明であり、不明と表示します。',
    ],
  ],
}

export const siteTexts: Readonly<Record<Language, SiteTexts>> = { en, ja }
