import { buffersOf } from '../state/fans/messages.ts';
import { serveFans } from '../state/fans/serve.ts';
import { afterMessages, answerWith, hearOrders } from '../ui/thread/scope.ts';

hearOrders(serveFans(afterMessages, (answer) => answerWith(answer, 'fan' in answer ? buffersOf(answer.fan) : [])));
