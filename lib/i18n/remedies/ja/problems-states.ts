import type { ProblemWords } from '../types'

/** States that are not what they seem, or that wait for someone. */
export const stateProblems = {
  'stamped-but-not-encrypted': {
    title: '暗号化済みと表示されますが、VM は暗号化されていないと報告しています',
    meaning:
      'ディスクに暗号化設定があるため、ポータルでは暗号化済みに見えます。VM 内の拡張機能は、暗号化されていないと報告しています。報告のほうが正しい情報です。',
    consequence: '設定だけを見る監査は合格しますが、ディスクを入手した人はデータを読めます。',
  },
  'restart-pending': {
    title: 'VM は再起動を待っています',
    meaning:
      'OS ディスクの暗号化コピーは終わりました。VM はまだメモリ上で動いており、暗号化されたディスクから一度起動する必要があります。',
    consequence:
      'それまで VM は使えず、サービスは止まったままです。新しいバージョンでは、数分以内に自動で再起動します。',
  },
  'encrypted-but-not-stamped': {
    title: 'VM は暗号化済みと報告していますが、ディスクに暗号化設定がありません',
    meaning: '拡張機能はボリュームを暗号化済みと報告していますが、Azure にはその暗号化設定がありません。',
    consequence:
      '割り当てを解除して起動すると、プラットフォームがキーを渡せず、ディスクがロックされたままになる可能性があります (推定)。',
  },
  'stamped-after-failed-run': {
    title: '失敗した処理の暗号化設定が残っています',
    meaning:
      '設定は、最初のブロックを暗号化する前に書き込まれます。失敗しても、暗号化されたかどうかにかかわらず残ります。',
    consequence: 'ポータルや設定を見る監査では、ディスクが暗号化済みに見えます。',
  },
  'data-not-encrypted-after-success': {
    title: '成功と報告されましたが、データ ボリュームは暗号化されていません',
    meaning:
      '使用中のボリュームや、マウントされていないボリュームは、エラーなしでスキップされます。暗号化されたボリュームの上に重ねたボリュームも、同じように見えます。',
    consequence: '暗号化済みと思われているデータが、暗号化されていない可能性があります。',
  },
  'data-disk-not-covered': {
    title: '暗号化済みのディスクのほかに、暗号化されていないデータ ディスクがあります',
    meaning: '暗号化の後にアタッチされたか、処理中にマウントされていなかったか、要求に含まれていませんでした。',
    consequence: '新しい要求に含めるまで、このディスクのデータは暗号化されません。',
  },
  'data-disks-not-mounted': {
    title: 'データ ディスクがマウントされていないか、存在しません',
    meaning:
      '拡張機能はマウントされたデータ ディスクを 1 つも見つけていないため、暗号化について何も報告していません。VM にデータ ディスクがない場合も同じ報告になります。',
    consequence: 'マウントされていないディスクは確認されていないため、暗号化されていない可能性があります。',
  },
  'decryption-not-resuming': {
    title: '暗号化の解除が途中で止まっています',
    meaning:
      '解除中の印は残っていますが、拡張機能は解除を行っていません。途中で再起動すると、続きは行われません (推定)。',
    consequence: 'データの一部は暗号化が解除され、残りは暗号化されています。このままではボリュームを使えません。',
  },
  'encryption-overdue': {
    title: '通常より時間がかかっています',
    meaning: '通常より長い間、進行が見られません。遅いだけのことも、止まっていることもあります。',
    consequence:
      'OS ディスクのコピー中は VM を使えません。再起動はディスクを壊すことがあります。コピーの終了が確実になるまで、VM を実行したままにしてください。',
  },
  'decryption-running': {
    title: 'ボリュームの暗号化を解除しています',
    meaning: 'VM の中で処理が進んでいます。開始した時点から、データは保護されているとは言えません。',
    consequence: 'Linux では、途中で止まった解除は自動では再開されません (推定)。',
  },
  'disable-refused-os-encrypted': {
    title: '暗号化の無効化が拒否されました',
    meaning: 'Linux では、暗号化された OS ディスクの暗号化は解除できません。その VM のデータ ディスクも同じです。',
    consequence: '何も変わっていません。すべてのディスクは元のままです。',
  },
  'query-sent-to-single-pass': {
    title: '状態の照会により、前回のステータスが上書きされました',
    meaning: 'シングル パスの拡張機能には照会の操作がありません。本来のステータスの場所に、拒否が表示されています。',
    consequence: 'ディスクは元のままですが、ツールには失敗と表示されます。',
  },
  'extension-removed': {
    title: '拡張機能がなくなり、暗号化設定だけが残っています',
    meaning:
      'ディスクには暗号化設定がありますが、状態を報告するものも、新しいデータ ディスクのロックを解除するものもありません。',
    consequence:
      '削除で暗号化は解除されていません。どのディスクが暗号化されているかは外から確認できず、無効化も正しく行えません。',
  },
  'extension-deprecated': {
    title: '以前の発行元の拡張機能が入っています',
    meaning: '`Microsoft.OSTCExtensions` はサポートが終わり、`Microsoft.Azure.Security` に置き換えられました。',
    consequence: '更新されず、いつ失敗してもおかしくありません。',
  },
  'extension-wrong-os': {
    title: '別のシステム用の拡張機能です',
    meaning: 'Linux の VM に Windows 用の拡張機能が入っているか、その逆です。動作しません。',
    consequence: 'この拡張機能では何も暗号化されません。',
  },
  'other-extension-failed': {
    title: 'ほかの拡張機能が失敗しています',
    meaning: '失敗した拡張機能があると、Azure は VM のほかの変更を拒否することがあります。',
    consequence: '暗号化の要求が拒否されたり、一緒に失敗したりすることがあります。',
  },
  'other-extension-running': {
    title: 'ほかの拡張機能が同時に動いています',
    meaning: 'ディスク暗号化は、ほかの変更がない VM を必要とします。同時に変更があると失敗することがあります。',
    consequence: '必要な時にボリュームが使用中になり、処理が失敗することがあります。',
  },
  'two-kinds-of-encryption': {
    title: '1 つの VM に 2 種類の暗号化があります',
    meaning:
      'Azure Disk Encryption を使う VM に、ホストでの暗号化かカスタマー マネージド キーが設定されています。この 2 つは併用できません。',
    consequence: 'VM の変更が拒否されることがあり、どちらの状態も信頼できません。',
  },
  'report-unreadable': {
    title: '拡張機能の報告を読み取れません',
    meaning: 'サブステータスが正しい JSON ではないか、未知の語を含んでいます。',
    consequence: 'VM 自身がディスクについて報告した内容が分かりません。',
  },
  'report-missing': {
    title: '拡張機能のステータスが届いていません',
    meaning:
      '拡張機能のステータスが届いていません。VM が停止しているか、エージェントか拡張機能が報告していません。ほかのツールには `Extension status not available on the VM` と表示されます。',
    consequence:
      'ディスクが暗号化されているかどうか、外からは分かりません。この表示だけでは、ディスクについて何も分かりません。',
  },
  'agent-not-ready': {
    title: 'VM エージェントが応答していません',
    meaning: '拡張機能の最後の報告は古い可能性があります。OS の暗号化中は、数分の沈黙は正常です。',
    consequence: '拡張機能の追加も変更もできず、新しい報告は届きません。',
  },
  'agent-too-old': {
    title: 'VM エージェントが古すぎます',
    meaning:
      'ディスク暗号化にはより新しいエージェントが必要です。古いものは、拡張機能の報告を伝えないか、この拡張機能を動かせません。',
    consequence: '要求が失敗するか、応答がないままになります。',
  },
  'vm-not-running': {
    title: 'VM は停止しています',
    meaning: '最後の報告は、停止した時点のものです。進行中だった処理は止まっています。',
    consequence:
      '起動するまで何も進みません。OS ディスクのコピーが途中で止まった場合、ディスクが壊れている可能性があります。',
  },
  'os-encryption-silent-phase': {
    title: 'OS ディスクをコピーしています。メッセージが変わらないのは正常です',
    meaning: '数時間、拡張機能は新しいことを報告せず、SSH は閉じられ、VM は使えません。この段階に進行率はありません。',
    consequence: 'この段階は自動の再起動で終わります。途中で妨げるとディスクが壊れることがあります。',
  },
  'success-text-not-the-end': {
    title: 'メッセージは成功ですが、処理は続いています',
    meaning:
      'メッセージは 1 つの段階が終わったことを示します。詳細な状態ではまだ処理中のボリュームがあり、そちらが正しい情報です。',
    consequence:
      'VM を再起動、停止、サイズ変更しないでください。中断すると OS ディスクが壊れることがあります。詳細な状態で処理中のボリュームがなくなるまで待ってください。',
  },
  'harmless-unmount-attempt': {
    title: '10 回の試行のうちの 1 回が失敗しましたが、まだ失敗ではありません',
    meaning: '拡張機能は、元のルートの解放を 10 秒おきに 10 回試みます。そのたびにエラーとして報告します。',
    consequence: 'まだ影響はありません。10 回目も失敗した場合に限り、処理は失敗して終了します。',
  },
  'harmless-stripped-down-restart': {
    title: 'エラーと報告されますが、正常な段階です',
    meaning:
      '拡張機能が、メモリ上の小さなシステムで再び起動しました。ディストリビューションによってはエラーとして報告されます。',
    consequence: '影響はありません。処理は続きます。',
  },
  'azure-stopped-waiting': {
    title: 'Azure が応答の待機を打ち切りました',
    meaning: 'VM または拡張機能を待つ時間が上限に達しました。このテキストは、処理自体の失敗を示していません。',
    consequence:
      'VM の中で処理が続いているか、止まっている可能性があります。新しい要求や停止は処理を妨げることがあります。',
  },
  'operation-running': {
    title: 'Azure が拡張機能の操作を行っています',
    meaning: '要求が送られ、まだ終わっていません。',
    consequence: '今ほかの要求を送ると、拒否されるか、処理を妨げます。',
  },
  'azure-word-unknown': {
    title: 'Sealwatch が知らない値を Azure が返しました',
    meaning: '電源の状態、プロビジョニングの状態、または暗号化設定のコードが未知の値です。',
    consequence:
      'VM にとって何を意味するかは分かりません。状態はこの値なしで判定しているため、Azure portal と比べてください。',
  },
  'message-unrecognised': {
    title: '未知のメッセージです',
    meaning: 'Sealwatch のどの一覧にもないメッセージです。段階とレベルは、Azure が示す範囲で表示します。',
    consequence: 'ディスクにとって何を意味するかは分かりません。',
  },
  'extension-renamed': {
    title: '拡張機能に独自の名前が付いています',
    meaning: '動作は通常と同じです。既定の名前で探すツールからは見えません。',
    consequence: '暗号化が有効ではないと表示したり、ステータスを表示しなかったりするツールがあります。',
  },
  'dual-pass-leftover': {
    title: 'デュアル パスの設定が残っています',
    meaning: '暗号化は無効にされ、モデルにはオフの設定が残っています。',
    consequence: 'ディスクへの影響はありません。ツールによっては、この設定が原因でエラーになります。',
  },
  'dual-pass-in-use': {
    title: '以前の方式のデュアル パスを使っています',
    meaning:
      'VM が Entra アプリケーションを使って、自分でキーを保存しています。この方式はシングル パスに置き換えられました。',
    consequence:
      'アプリケーションとそのシークレットを有効なままにし、VM が Entra とキー コンテナーに到達できる必要があります。',
  },
  'key-expires-soon': {
    title: 'キー暗号化キーの期限がまもなく切れます',
    meaning: 'ディスクが使うキーのバージョンは、30 日以内に期限が切れます。その後も Key Vault はロックを解除できます。',
    consequence:
      '期限が切れると、新しい要求とキーの変更は失敗します。期限切れのキーがポリシーや担当者により無効にされると、VM は起動しません。',
  },
  'host-encryption-not-counted': {
    title: 'Intune がこの VM を非準拠とみなすことがあります',
    meaning:
      'ホストでの暗号化は Windows の外側でディスクを保護するため、BitLocker はオフです。BitLocker を求める Intune のデバイス ポリシーからは、この保護が見えません。',
    consequence:
      'そのようなポリシーが適用されると、条件付きアクセスでサインインできなくなることがあります。適用の有無は Azure からは分かりません。',
  },
} satisfies Readonly<Record<string, ProblemWords>>
