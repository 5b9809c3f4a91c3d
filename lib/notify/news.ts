import 'server-only'
import { messages } from '@/lib/i18n/messages'
import type { Language } from '@/lib/i18n/languages'
import type { Notice } from '@/lib/contract/watches'
import { vmPagePath, type VmReference } from '@/lib/contract/vm-reference'

/** One event of one VM, ready to be sent to a receiver. */
export interface News {
  /** The same for every try and every receiver. */
  readonly id: string
  readonly cloud: string
  readonly tenantId: string
  readonly vm: VmReference
  readonly notice: Notice
  readonly language: Language
  /** Origin of the dashboard. */
  readonly address: string
}

export interface Words {
  readonly title: string
  readonly text: string
  readonly open: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly link: string
}

/** The notice in words, for readers in a chat. */
export function wordsOf({ notice, language, vm, tenantId, address }: News): Words {
  const { watches, states } = messages[language]
  const news = notice.kind === 'failed' ? watches.toast.failure : states.meaning[notice.state]
  const text = notice.rule === null ? news : watches.rule[notice.rule]
  return {
    title: `${vm.name}: ${watches.kind[notice.kind]}`,
    text,
    open: watches.open,
    facts: [
      [watches.fact.state, states.state[notice.state]],
      [watches.fact.group, vm.resourceGroup],
      [watches.fact.subscription, vm.subscriptionId],
      [watches.fact.seen, notice.at],
    ],
    link: new URL(vmPagePath(vm, tenantId), address).href,
  }
}
