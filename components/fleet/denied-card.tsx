'use client'

import { EyeOff, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSession } from '@/components/providers/session-context'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { Button } from '@/components/ui/button'
import { CommandBlock, type Shell } from '@/components/ui/command-block'
import { EmptyCard } from '@/components/ui/empty-card'
import type { Subscription } from '@/lib/contract/fleet'

const shownAtMost = 20

const bashQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
const powershellQuoted = (text: string) => `'${text.replaceAll("'", "''")}'`

function GrantCommand({ subscriptions }: { readonly subscriptions: readonly Subscription[] }) {
  const t = useTranslations('fleet.denied')
  const ui = useTranslations('ui')
  const { account } = useSession()
  const [shell, setShell] = useState<Shell>('az')
  const person = account?.username ?? ''
  const ids =
    subscriptions.length === 0 ? [`<${t('subscriptionPlaceholder')}>`] : subscriptions.slice(0, 3).map((one) => one.id)
  const commands = (make: (scope: string) => readonly { readonly text: string; readonly filled?: boolean }[]) =>
    ids.flatMap((id, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...make(`/subscriptions/${id}`)])
  return (
    <CommandBlock
      label={t('command')}
      shell={shell}
      onShellChange={setShell}
      texts={{ shell: ui('shell'), copy: ui('copy'), copied: ui('copied'), copyFailed: ui('copyFailed') }}
      commands={{
        az: commands((scope) => [
          { text: 'az role assignment create --role Reader \\\n  --assignee ' },
          { text: bashQuoted(person), filled: true },
          { text: ' \\\n  --scope ' },
          { text: bashQuoted(scope), filled: true },
        ]),
        powershell: commands((scope) => [
          { text: 'New-AzRoleAssignment -RoleDefinitionName Reader `\n  -SignInName ' },
          { text: powershellQuoted(person), filled: true },
          { text: ' `\n  -Scope ' },
          { text: powershellQuoted(scope), filled: true },
        ]),
      }}
    >
      {t('wait')}
    </CommandBlock>
  )
}

function Answers({ subscriptions }: { readonly subscriptions: readonly Subscription[] }) {
  const t = useTranslations('fleet.denied')
  const errors = useTranslations('errors')
  return (
    <table className="w-full border-collapse text-left" aria-label={t('answers')}>
      <thead className="border-b border-line-strong text-meta text-text-2">
        <tr>
          <th scope="col" className="py-2 pr-2 font-medium">
            {t('subscription')}
          </th>
          <th scope="col" className="py-2 font-medium">
            {t('answer')}
          </th>
        </tr>
      </thead>
      <tbody>
        {subscriptions.slice(0, shownAtMost).map((one) => (
          <tr key={one.id} className="border-b border-line">
            <th scope="row" className="py-2 pr-2 font-medium wrap-anywhere" title={one.id}>
              {one.name}
            </th>
            <td className="py-2 text-text-2">{one.error === null ? '–' : errors(`${one.error}.title`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/**
 * Replaces the table for a user who may read no VM: the missing permission, who can grant it, and the command to send
 * them.
 */
export function DeniedCard({ query }: { readonly query: FleetQuery }) {
  const t = useTranslations('fleet.denied')
  const { account, addAccount } = useSession()
  const { subscriptions } = query.fleet
  return (
    <EmptyCard
      icon={<EyeOff size={20} aria-hidden />}
      title={t('title')}
      facts={[
        { key: 'account', label: t('signedInAs'), value: account?.username ?? '–' },
        {
          key: 'right',
          label: t('needed'),
          value: t.rich('neededText', { strong: (text) => <strong>{text}</strong> }),
        },
        { key: 'who', label: t('grants'), value: t('grantsText') },
      ]}
      actions={
        <>
          <Button
            variant="ink"
            icon={<RefreshCw size={16} aria-hidden />}
            onClick={query.refresh}
            aria-busy={query.isReading}
          >
            {t('again')}
          </Button>
          <Button onClick={() => void addAccount()}>{t('otherAccount')}</Button>
        </>
      }
      aside={
        <div className="flex flex-col gap-4">
          <h3 className="text-section font-semibold">{t('send')}</h3>
          <GrantCommand subscriptions={subscriptions} />
          {subscriptions.length > 0 && <Answers subscriptions={subscriptions} />}
        </div>
      }
    >
      <p>{t('text', { count: subscriptions.length })}</p>
      {subscriptions.length === 0 && <p className="mt-2">{t('listedNothing')}</p>}
    </EmptyCard>
  )
}
