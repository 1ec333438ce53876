/** Drops the fonts that the design system would load from another host. */
module.exports = () => ({
  postcssPlugin: 'without-remote-fonts',
  OnceExit(root) {
    root.walkAtRules('font-face', (rule) => {
      if (rule.toString().includes('https://')) rule.remove()
    })
    // The design system names its encoding inside what becomes a layer, where only a whole stylesheet may.
    root.walkAtRules('charset', (rule) => rule.remove())
  },
})
module.exports.postcss = true
