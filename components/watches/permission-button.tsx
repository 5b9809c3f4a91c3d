'use client'

import { BellRing } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

type Permission = NotificationPermission | 'unsupported'

function currentPermission(): Permission {
  return 'Notification' in window ? Notification.permission : 'unsupported'
}

/**
 * Requests the browser's permission to show notifications, on the user's click; otherwise shows the permission's state.
 */
export function PermissionButton() {
  const t = useTranslations('watches.follow')
  const [permission, setPermission] = useState(currentPermission)
  if (permission === 'default') {
    const ask = () => void Notification.requestPermission().then(setPermission)
    return (
      <Button icon={<BellRing size={16} aria-hidden />} onClick={ask}>
        {t('permission.ask')}
      </Button>
    )
  }
  return (
    <p role="status" className="text-meta text-text-2">
      {t(`permission.${permission}`)}
    </p>
  )
}
