import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Shown in place of children that broke. */
  fallback: ReactNode;
  onBreak?(): void;
}

/** Keeps what breaks inside it from taking the rest of the page along. */
export class Guard extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    this.props.onBreak?.();
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
