import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

/** For a text that the catalogue does not hold. */
export const unrecognised = {
  unrecognised: {
    meaning:
      'カタログにないメッセージのため、ディスクについて何も結論しません。暗号化設定と詳細な状態は引き続き有効です。',
    next: [
      '監視を続け、VM は再起動しないでください。未知のメッセージは実行中の処理のものかもしれません。',
      '詳細な状態とステータスのレベルで判断します。エラー レベルは、そうでないと分かるまで失敗とみなします。',
      '報告やサポート依頼では、元のメッセージと拡張機能のバージョンをコピーして渡します。',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
