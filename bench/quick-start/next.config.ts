import type { NextConfig } from 'next'

/** Nothing is set; without this file the app's own would be found. */
const config: NextConfig = {}

export default config
