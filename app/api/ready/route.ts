import { readiness } from '@/lib/platform/readiness'

export const dynamic = 'force-dynamic'

/** Can it serve? 503 with the reason until the database answers and every migration is in. */
export async function GET(): Promise<Response> {
  const { ready, reason } = await readiness()
  return Response.json({ status: ready ? 'ready' : 'not ready', ...(reason ? { reason } : {}) }, { status: ready ? 200 : 503 })
}
