// A page that breaks leaves the shell standing.
import { Component, type ReactNode } from 'react';
import { PageFault } from './faults.js';

export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (this.state.isBroken) return <PageFault resetErrorBoundary={() => this.setState({ isBroken: false })} />;
    return this.props.children;
  }
}
