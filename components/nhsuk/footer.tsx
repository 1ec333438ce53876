import type { NavigationItem } from './header'
import Link from 'next/link'

export function Footer({ links, attribution }: { links: readonly NavigationItem[]; attribution: string }) {
  return (
    <footer className="nhsuk-footer" role="contentinfo">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {links.map(({ href, label }) => (
              <li className="nhsuk-footer__list-item" key={href}><Link className="nhsuk-footer__list-item-link" href={href}>{label}</Link></li>
            ))}
          </ul>
          <p className="nhsuk-body-s">{attribution}</p>
        </div>
      </div>
    </footer>
  )
}
