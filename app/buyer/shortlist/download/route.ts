import { today } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { canShortlist } from '@/lib/procurement/policy'
import { shortlistCsv } from '@/lib/procurement/queries'
import { currentActor } from '@/lib/web/session'

/** The shortlist of whoever asks, as a CSV file. For anybody but a buyer there is nothing here. */
export async function GET(): Promise<Response> {
  const actor = await currentActor()
  if (!actor || !canShortlist(actor)) return new Response('There is nothing at this address.', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
  return new Response(await shortlistCsv(actor, env().NEXTAUTH_URL), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="shortlist-${today()}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
