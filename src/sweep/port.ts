/** The way to another thread, which is sent orders and sends answers. */
export interface Port<Order, Answer> {
  send(order: Order): void;
  /** `fail` is called where the other thread cannot be started or breaks. */
  listen(hear: (answer: Answer) => void, fail: () => void): void;
  close(): void;
}
