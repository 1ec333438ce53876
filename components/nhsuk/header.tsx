import type { Route } from 'next'
import Link from 'next/link'

export type NavigationItem = { href: Route; label: string }

type Props = { serviceName: string; navigation: readonly NavigationItem[]; account: readonly NavigationItem[] }

function Mark() {
  return (
    <svg className="touchstone-mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="4" fill="currentcolor" />
      <path d="M8 30 30 8" stroke="#005eb8" strokeWidth="6" strokeLinecap="round" />
    </svg>
  )
}

export function Header({ serviceName, navigation, account }: Props) {
  return (
    <header className="nhsuk-header" role="banner">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-logo" href="/" aria-label={`${serviceName} home`}>
            <Mark />
            <span className="nhsuk-header__service-name">{serviceName}</span>
          </Link>
        </div>
        <nav className="nhsuk-header__account" aria-label="Account">
          <ul className="nhsuk-header__account-list">
            {account.map(({ href, label }) => (
              <li className="nhsuk-header__account-item" key={href}><Link className="nhsuk-header__account-link" href={href}>{label}</Link></li>
            ))}
          </ul>
        </nav>
      </div>
      <nav className="nhsuk-header__navigation" aria-label="Menu">
        <div className="nhsuk-header__navigation-container nhsuk-width-container">
          <ul className="nhsuk-header__navigation-list">
            {navigation.map(({ href, label }) => (
              <li className="nhsuk-header__navigation-item" key={href}><Link className="nhsuk-header__navigation-link" href={href}>{label}</Link></li>
            ))}
          </ul>
        </div>
      </nav>
    </header>
  )
}
