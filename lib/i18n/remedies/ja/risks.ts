import type { Remedies } from '../types'

export const risks: Remedies['risks'] = {
  restart: {
    warning: 'VM が再起動し、サービスが数分間停止します。',
    precondition:
      'ブート診断が有効で、キー コンテナーに到達でき、24 時間以内のバックアップまたはスナップショットがあること。',
  },
  'restart-during-encryption': {
    warning: 'コピー中の再起動は、OS ディスクを壊すことがあります。',
    precondition: '暗号化前のスナップショットがあり、もう何もコピーされていないと確信できること。',
  },
  'removes-extension': {
    warning: '拡張機能がないと、暗号化されたディスクのロック解除も報告も行われません。',
    precondition: 'すべてのボリュームの暗号化が解除済みであるか、削除する拡張機能がロックの解除を担っていないこと。',
  },
  'erases-data-disks': {
    warning: 'データ ディスクの内容がすべて消去されます。',
    precondition: 'データを別の場所にコピーし、そのコピーを読み出して確かめてあること。',
  },
  'unprotects-data': {
    warning: '実行すると、VM 内のデータは暗号化されていない状態になります。',
    precondition: '組織の規則で許可されているか、別の暗号化に置き換えること。',
  },
  'replaces-disk': {
    warning: 'スナップショット以降に書き込まれたものはすべて失われます。',
    precondition: '目的のスナップショットであることを確かめてあり、すべてを確認するまで現在のディスクを残すこと。',
  },
  irreversible: {
    warning: '元に戻せません。暗号化した Linux の OS ディスクの暗号化は、後から解除できません。',
    precondition: 'すべてのディスクのスナップショットがあり、上の原因が取り除かれていること。',
  },
  'stops-vm': {
    warning: 'VM の割り当てが解除され、一時ディスクの内容が失われます。',
    precondition: '利用者に知らせてあり、一時ディスクに必要なものがないこと。',
  },
  'opens-network': {
    warning: '遮断されていたネットワークの通信が許可されます。',
    precondition: 'ネットワークの責任者が同意していること。',
  },
  'never-during-os-encryption': {
    warning: 'OS ディスクの暗号化中には決して実行しないでください。サインインや開いたファイルが失敗の原因になります。',
    precondition: 'OS の暗号化が進行中という状態ではないこと。',
  },
}
