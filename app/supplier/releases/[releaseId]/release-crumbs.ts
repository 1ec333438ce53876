import type { Route } from 'next'
import type { Crumb } from '@/components/nhsuk/page'

type About = { release: { id: string; label: string }; product: { id: string; name: string } }

/** The way to a page of a release. */
export function releaseCrumbs({ release, product }: About): Crumb[] {
  return [
    { href: '/supplier', label: 'Your products' },
    { href: `/supplier/products/${product.id}` as Route, label: product.name },
    { href: `/supplier/releases/${release.id}` as Route, label: `Release ${release.label}` },
  ]
}
