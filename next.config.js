/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  typedRoutes: true,
  poweredByHeader: false,
  // The image optimiser has had a remote-code fault; the register serves no images that need it.
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', 'nodemailer', 'file-type', 'busboy'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}
