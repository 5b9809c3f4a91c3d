'use client'

import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSession } from '@/components/providers/session-context'
import { buttonStyle, type ButtonSize, type ButtonVariant } from '@/components/ui/button-style'
import { portalLink } from '@/lib/contract/vm-reference'

export interface PortalLinkProps {
  /** ARM id of the resource. */
  readonly id: string
  readonly tenantId: string
  readonly variant: ButtonVariant
  readonly size: ButtonSize
}

/** Opens the resource in the Azure portal of this cloud; nothing in a demo, whose resources are in no portal. */
export function PortalLink({ id, tenantId, variant, size }: PortalLinkProps) {
  const t = useTranslations('vm.again')
  const { portalHost } = useSession()
  if (portalHost === null) return null
  return (
    <a
      href={portalLink(portalHost, tenantId, id)}
      target="_blank"
      rel="noreferrer"
      className={buttonStyle(variant, size)}
    >
      <ExternalLink size={16} aria-hidden />
      {t('portal')}
    </a>
  )
}
