'use client'

import { useTranslations } from 'next-intl'
import type { VmDetail } from '@/lib/contract/vm'
import { CourseLines } from '@/components/state/course-lines'
import { Card } from '@/components/ui/card'

/** Since when the VM is in its state, and how long the running work may take. */
export function CourseCard({ course }: Pick<VmDetail, 'course'>) {
  const t = useTranslations('vm.course')
  return (
    <Card title={t('title')}>
      <CourseLines course={course} />
    </Card>
  )
}
