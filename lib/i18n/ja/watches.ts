import type { watches as english } from '../en/watches'
import type { SameKeys } from '../shape'

export const watches: SameKeys<typeof english> = {
  kind: {
    'needs-person': '対応が必要です',
    finished: '完了しました',
    failed: '失敗しました',
    stuck: '停止している可能性があります',
  },
  rule: {
    'no-disk-traffic': 'コピー中のディスクに 15 分間、読み書きがありません。',
    'retries-rising': '古いルートのマウント解除が失敗し続けています。',
    'agent-silent': 'VM エージェントからの応答が途絶え、ディスクが動いていることを示すものもありません。',
    'far-over-similar': '同様のディスクよりもはるかに長い時間がかかっています。',
  },
  open: 'Sealwatch で開く',
  fact: { state: '状態', group: 'リソース グループ', subscription: 'サブスクリプション', seen: '確認時刻' },
}
