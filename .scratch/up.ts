import { appEnvironment } from '../test/devnet/app-environment'
import { startDevnet } from '../test/devnet/start-devnet'
import { startApp } from '../test/e2e/serve'
const environment = { ...appEnvironment(1000), NEXT_DIST_DIR: '.next-e2e' }
Object.assign(process.env, environment)
await startDevnet({ offset: 1000 })
const { url } = await startApp(environment, 3300)
console.log('UP', url)
