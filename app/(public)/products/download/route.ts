import type { NextRequest } from 'next/server'
import { entriesAsCsv } from '@/lib/catalogue/entries-csv'
import { downloadLimit, searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { today } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

/** What a search finds, all of it, as a CSV file. The address asks as that of the page does. */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl
  const params = Object.fromEntries([...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]))
  const found = await searchCatalogue({ ...params, page: '1' }, downloadLimit)
  return new Response(entriesAsCsv(found, env().NEXTAUTH_URL), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="touchstone-products-${today()}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
