import path from 'node:path'

// Optimised in development too: the design system still carries a media query for an old browser that Turbopack's parser refuses.
// The second plugin is named by its whole path, because Turbopack looks for plugins from a folder of its own.
export default { plugins: { '@tailwindcss/postcss': { optimize: true }, [path.resolve('postcss-without-remote-fonts.cjs')]: {} } }
