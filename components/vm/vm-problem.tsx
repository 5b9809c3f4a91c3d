'use client'

import { EyeOff, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import type { ApiProblem } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { useErrorNext } from '@/components/providers/use-error-next'
import { isNotInFile } from '@/lib/contract/local-session'
import { vmArmId, type VmReference } from '@/lib/contract/vm-reference'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { CommandBlock, type Shell } from '@/components/ui/command-block'
import { EmptyCard } from '@/components/ui/empty-card'

export interface VmProblemProps {
  readonly problem: ApiProblem
  readonly reference: VmReference
  readonly onRetry: () => void
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

function RoleCommand({ reference }: { readonly reference: VmReference }) {
  const t = useTranslations('vm.error')
  const ui = useTranslations('ui')
  const { account } = useSession()
  const [shell, setShell] = useState<Shell>('az')
  const person = account?.username ?? ''
  const scope = vmArmId(reference)
  return (
    <div className="flex flex-col gap-3">
      <p className="text-text-2">{t('role')}</p>
      <CommandBlock
        label={t('command')}
        shell={shell}
        onShellChange={setShell}
        texts={{ shell: ui('shell'), copy: ui('copy'), copied: ui('copied'), copyFailed: ui('copyFailed') }}
        commands={{
          az: [
            { text: 'az role assignment create --role Reader --assignee ' },
            { text: `'${person.replaceAll("'", "'\\''")}'`, filled: true },
            { text: ' --scope ' },
            { text: `'${scope.replaceAll("'", "'\\''")}'`, filled: true },
          ],
          powershell: [
            { text: 'New-AzRoleAssignment -RoleDefinitionName Reader -SignInName ' },
            { text: quoted(person), filled: true },
            { text: ' -Scope ' },
            { text: quoted(scope), filled: true },
          ],
        }}
      />
    </div>
  )
}

/**
 * Replaces a VM's page: what happened, what it means and the next step. Missing and forbidden VMs show the same.
 */
export function VmProblem({ problem, reference, onRetry }: VmProblemProps) {
  const t = useTranslations('vm')
  const errors = useTranslations('errors')
  const errorCause = useErrorCause()
  const errorNext = useErrorNext()
  const ui = useTranslations('ui')
  const { account } = useSession()
  const hidden = problem.code === 'not-found' || problem.code === 'arm-denied'
  const back = (
    <Link href="/" className={buttonStyle('outlined', 'normal')}>
      {t('error.back')}
    </Link>
  )
  if (hidden) {
    return (
      <EmptyCard
        headingLevel={1}
        icon={<EyeOff size={20} aria-hidden />}
        title={t('error.title.not-found')}
        actions={back}
        aside={<RoleCommand reference={reference} />}
      >
        <p>{t('error.notFound')}</p>
        {account !== null && <p className="mt-2">{t('error.yourAccount', { account: account.username })}</p>}
      </EmptyCard>
    )
  }
  const isMissing = isNotInFile(problem.azureCodes)
  return (
    <EmptyCard
      headingLevel={1}
      icon={<TriangleAlert size={20} aria-hidden />}
      title={isMissing ? ui('azure.notInFileTitle') : errors(`${problem.code}.title`)}
      actions={
        <>
          {!isMissing && (
            <Button variant="ink" onClick={onRetry}>
              {ui('retry')}
            </Button>
          )}
          {back}
        </>
      }
    >
      <p>{errorCause(problem)}</p>
      {!isMissing && <p className="mt-2">{errorNext(problem.code)}</p>}
    </EmptyCard>
  )
}
