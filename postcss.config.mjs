// Optimised in development too: the design system still carries a media query for an old browser that Turbopack's parser refuses.
export default { plugins: { '@tailwindcss/postcss': { optimize: true } } }
