/** Alone, because the last page that still stands carries them in both languages. */
export const crash = {
  title: 'このページは動作を停止しました',
  text: '原因は Sealwatch にあり、仮想マシンにはありません。Azure には何も変更を加えていません。',
  reference: '参照番号',
  again: '再試行',
  home: 'フリートへ移動',
} as const
