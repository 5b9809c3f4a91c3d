'use client'

import { useState } from 'react'
import { snapshotParts, type SnapshotContent } from '@/lib/contract/snapshots'
import SnapshotDialog from './snapshot-dialog'
import { ViewSnapshotView } from './view-snapshot'

const draw = (content: SnapshotContent) => (content.kind === 'view' ? <ViewSnapshotView content={content} /> : null)

export interface SnapshotViewPanelProps {
  readonly mostHours: number
  readonly onClose: () => void
}

/** The dialog for the fleet with its filters and order at the time of opening. */
export default function SnapshotViewPanel({ mostHours, onClose }: SnapshotViewPanelProps) {
  const [query] = useState(() => window.location.search.replace(/^\?/, ''))
  return (
    <SnapshotDialog
      subject={{ kind: 'view', query }}
      parts={snapshotParts}
      mostHours={mostHours}
      draw={draw}
      onClose={onClose}
    />
  )
}
