import { buffersOf, type Order } from '../../state/network/messages.ts';
import { createServer } from '../../state/network/serve.ts';
import { answerWith, hearOrders } from '../thread/scope.ts';

const serve = createServer();
hearOrders((order: Order) => {
  const answer = serve(order);
  answerWith(answer, buffersOf(answer));
});
