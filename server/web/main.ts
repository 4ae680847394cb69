import { startInWorker } from '../lsp/start-web';

startInWorker();
