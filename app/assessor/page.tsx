import { redirect } from 'next/navigation'
import { requireActor } from '@/lib/web/session'

export default async function AssessorPage() {
  await requireActor('assessor', 'lead_assessor')
  redirect('/assessor/queue')
}
