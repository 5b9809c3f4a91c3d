'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ProblemLine } from '@/lib/contract/problem-line'
import { helpPath } from './help-path'
import { useRemedies } from './use-remedies'

/** Problems by name, each with a link to its help page. */
export function ProblemLinks({ problems }: { readonly problems: readonly ProblemLine[] }) {
  const severities = useTranslations('troubleshoot.severity')
  const volumes = useTranslations('troubleshoot.volume')
  const words = useRemedies()
  if (words === undefined || words === null || problems.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5">
      {problems.map(({ kind, severity, volume }) => (
        <li key={kind}>
          <Link className="prose-link font-medium" href={helpPath(kind)}>
            {words.problems[kind].title}
          </Link>
          <span className="block text-meta text-text-2">
            {severities(severity)}
            {volume !== null && ` · ${volumes(volume)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
