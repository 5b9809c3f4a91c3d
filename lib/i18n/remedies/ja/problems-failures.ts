import type { ProblemWords } from '../types'

/** Failures, and what stands around a VM and gets in the way. */
export const failureProblems = {
  'os-failed-disk-touched': {
    title: '書き込みの開始後に OS の暗号化が失敗しました',
    meaning:
      'OS ディスクを変更する段階で処理が止まりました。ディスクには新旧のデータが混在している可能性があり、VM が起動しなくなることがあります。',
    consequence: '自動では直りません。再起動すると、VM が起動しなくなることがあります。',
  },
  'os-failed-disk-untouched': {
    title: '書き込みの前に OS の暗号化が失敗しました',
    meaning: 'OS ディスクを解放する段階で処理が止まりました。ディスクの内容は元のままのはずです (段階からの推定)。',
    consequence:
      'ディスクは暗号化されていないままです。再起動するまで、VM はメモリ上の小さなシステムで動いていることがあり、再起動後に次の試行が自動で始まることがあります (推定)。',
  },
  'os-failed-while-resuming': {
    title: 'OS ディスクのバックグラウンド暗号化が止まりました',
    meaning: 'VM の動作中に行われていた暗号化が、終わる前に止まりました。ディスクの一部は暗号化されています。',
    consequence: '処理を再開するまで、残りは暗号化されません。',
  },
  'data-resume-failed': {
    title: '中断したデータ ボリュームの処理を再開できませんでした',
    meaning:
      'データ ボリュームの暗号化中に VM が再起動し、再開に失敗しました。ボリュームの一部は暗号化され、残りは暗号化されていません。',
    consequence: 'このボリュームのデータは危険な状態です。書き込むたびに悪化します。',
  },
  'data-file-system-unsupported': {
    title: 'データ ボリュームのファイル システムはインプレースで暗号化できません',
    meaning: 'ボリュームは xfs や btrfs など、フォーマットし直す方法でしか暗号化できないファイル システムです。',
    consequence: 'このボリュームと、その後に処理されるはずだったボリュームは暗号化されません。',
  },
  'data-encryption-failed': {
    title: 'データ ボリュームの暗号化が失敗しました',
    meaning:
      '拡張機能は、あるデータ ボリュームの処理を中止しました。先に終わったボリュームは暗号化されたまま、ほかは暗号化されていないままです。',
    consequence: '自動ではやり直されません。ディスクに暗号化設定が残り、ポータルでは暗号化済みに見えることがあります。',
  },
  'mount-busy': {
    title: 'ボリュームのマウントを解除できませんでした',
    meaning: '暗号化の前に解放しなければならないボリュームを、VM 内の何かが使っていました。',
    consequence: '処理は失敗して終了しました。原因を取り除くまで、やり直しても同じ結果になります。',
  },
  'host-rejected-key-settings': {
    title: 'プラットフォームが暗号化設定を受け付けませんでした',
    meaning:
      'VM のホストがキーを保存できなかったか、応答しませんでした。ほとんどの場合、原因はキー コンテナー、そのファイアウォール、キー、ポリシーのどれかです。',
    consequence: 'この要求ではどのディスクも暗号化されません。繰り返しても同じように失敗します。',
  },
  'key-vault-reference-invalid': {
    title: '要求のキー コンテナーの指定が正しくありません',
    meaning:
      '要求に書かれたキー コンテナーの URL や ID が、不完全か、形式が違うか、互いに食い違っています。処理は始まっていません。',
    consequence: '要求を直すまで、ディスクは元のままです。',
  },
  'key-encryption-key-invalid': {
    title: '要求のキーの指定が正しくありません',
    meaning:
      'キー暗号化キーの URL が不完全か、バージョンがないか、キー コンテナーと合っていません。処理は始まっていません。',
    consequence: '要求を直すまで、ディスクは元のままです。',
  },
  'key-volume-missing': {
    title: 'VM の中にキーが見つかりません',
    meaning: 'キーの入った小さいディスクが、アタッチされていないか、マウントされていないか、空です。',
    consequence: '暗号化されたボリュームのロックを解除できず、再起動後に VM が起動しないことがあります。',
  },
  'packages-not-installed': {
    title: '拡張機能が必要なものをインストールできませんでした',
    meaning: 'VM のパッケージ マネージャーが失敗したか、応答を得られませんでした。暗号化は始まっていません。',
    consequence: 'ディスクは暗号化されません。パッケージを入手できるまで、繰り返しても失敗します。',
  },
  'memory-too-small': {
    title: 'OS の暗号化に必要なメモリが足りません',
    meaning: '拡張機能は開始前に拒否しました。ディスクをコピーする間、システムがメモリに収まる必要があるためです。',
    consequence: 'VM のサイズを大きくするまで、OS ディスクは暗号化されません。',
  },
  'lvm-layout-unsupported': {
    title: 'OS ディスクの LVM の構成がサポートされていません',
    meaning: 'OS の暗号化に必要な論理ボリュームの一部がありません。処理は始まっていません。',
    consequence: 'OS ディスクは暗号化されません。データ ディスクだけなら暗号化できます。',
  },
  'distribution-unsupported': {
    title: 'このシステムでは OS ディスクを暗号化できません',
    meaning:
      'ディストリビューション、バージョン、カーネルのどれかが、OS の暗号化に対応していません。処理は始まっていません。',
    consequence: 'OS ディスクは暗号化されません。',
  },
  'volume-type-rejected': {
    title: 'ボリュームの種類が拒否されました',
    meaning: '指定された種類が、存在しないか、この VM では使えないか、前回の種類からは変更できません。',
    consequence: 'ディスクは元のままです。',
  },
  'confidential-vm-blocked': {
    title: '機密 VM ではできません',
    meaning: '機密 VM では、拡張機能は要求された処理を行いません。OS ディスクは Azure が別の方法で保護しています。',
    consequence: 'ディスクは元のままです。失われたものはありません。',
  },
  'secure-key-release-failed': {
    title: '機密 VM がキーを受け取れませんでした',
    meaning: '要求で指定された ID では、キーがリリースされませんでした。',
    consequence: 'ID とキーのポリシーが合うまで、ディスクは暗号化されません。',
  },
  'kernel-module-missing': {
    title: 'キー ボリュームに必要なカーネル モジュールがありません',
    meaning: 'キー ボリュームの形式である `vfat` を読み込めません。処理は始まっていません。',
    consequence: 'どのディスクも暗号化できません。暗号化済みのディスクは、次の起動時にロックを解除できません。',
  },
  'metadata-service-unreachable': {
    title: 'VM が自分の情報を取得できません',
    meaning:
      '拡張機能が Azure Instance Metadata Service に問い合わせましたが、使える応答がありませんでした (トレースからの推定)。',
    consequence: '要求は開始前に失敗します。繰り返しても同じです。',
  },
  'request-rejected': {
    title: '拡張機能が要求を理解できません',
    meaning: 'このバージョンにない操作か、別のシステム用の操作か、設定が読み取れません。',
    consequence: '何も行われていません。前回のステータスは、この拒否で上書きされました。',
  },
  'bitlocker-rejected': {
    title: 'BitLocker が拒否しました',
    meaning: 'Windows がキーの保護機能を受け付けませんでした。多くの場合、原因はポリシーかボリュームの種類です。',
    consequence: 'ボリュームは暗号化されません。繰り返しても同じように失敗します。',
  },
  'windows-extension-fault': {
    title: 'Windows の拡張機能で障害が起きました',
    meaning: '原因は拡張機能か Windows のサービスにあり、ディスクやキーではありません。',
    consequence: '要求は実行されていません。すでに暗号化されているものはそのままです。',
  },
  'dual-pass-vault-access-failed': {
    title: 'VM がキーをキー コンテナーに保存できませんでした',
    meaning:
      'デュアル パスでは、VM 自身が Entra にサインインしてキー コンテナーに書き込みます。そのどちらかが失敗しました。',
    consequence: 'この要求ではどのディスクも暗号化されません。',
  },
  'decryption-failed': {
    title: '暗号化の解除が失敗しました',
    meaning: '暗号化の無効化がエラーで止まりました。1 つのボリュームだけの場合もあります。',
    consequence: '暗号化されたボリュームとそうでないボリュームが混在している可能性があります。自動では続きません。',
  },
  'key-update-failed': {
    title: 'キーの変更が失敗しました',
    meaning: 'VM は以前のキーとキー コンテナーを使い続けています。新しいものには切り替わっていません。',
    consequence: '以前のキーは有効なままにしておく必要があります。なくなると VM は起動しません。',
  },
  'migration-failed': {
    title: 'シングル パスへの移行が失敗しました',
    meaning: 'デュアル パスからの移行が止まりました。ディスクは以前の設定で暗号化されたままです。',
    consequence: 'VM は引き続き Entra アプリケーションに依存します。',
  },
  'failed-without-known-cause': {
    title: '前回の操作が失敗し、メッセージに理由がありません',
    meaning: '拡張機能が報告した失敗のメッセージに、既知の理由が書かれていません。',
    consequence: '自動ではやり直されません。ディスクに暗号化設定があっても、暗号化されていないことがあります。',
  },
  'vault-unfit': {
    title: 'キー コンテナーかキーが、ディスク暗号化の条件を満たしていません',
    meaning: '読み取ったキー コンテナーまたはキーの状態では、要求が失敗します。次の起動も失敗する可能性があります。',
    consequence:
      '暗号化された VM が、次の起動時にディスクのロックを解除できないことがあります。新しい要求は失敗します。',
  },
  'network-unfit': {
    title: '暗号化に必要な通信がネットワークの規則で拒否されています',
    meaning:
      'ネットワーク インターフェイスかサブネットのセキュリティ規則が、拡張機能やエージェントに必要な宛先を拒否しています。',
    consequence: '要求が失敗したり、報告が届かなくなったりします。',
  },
  'policy-denies-encryption': {
    title: 'ポリシーがディスク暗号化のシークレットを拒否しています',
    meaning: '効果が Deny のポリシーにより、ディスク暗号化が作る形のシークレットを作成できません。',
    consequence: '要求も、キーの変更も失敗します。',
  },
  'lock-blocks-changes': {
    title: 'ロックにより、この VM を変更できません',
    meaning: '読み取り専用ロックが、VM、リソース グループ、サブスクリプションのどれかに設定されています。',
    consequence: 'ロックがある間は、暗号化も、ほとんどの対処も実行できません。',
  },
} satisfies Readonly<Record<string, ProblemWords>>
