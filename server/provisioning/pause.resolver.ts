/** The pause switch over GraphQL. */
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../api/access.js';
import { acting, type Context } from '../api/context.js';
import { setPause } from './pause.service.js';
import { provisioningAccess } from './provisioning.access.js';

@Resolver()
export class PauseResolver {
  @Access(provisioningAccess.pause)
  @Mutation(() => Boolean, {
    description: 'Holds or releases all orders to mail systems; returns whether they are held. Orders wait, none is lost.',
  })
  provisioningPause(
    @Arg('isPaused', () => Boolean, { description: 'Whether to hold them.' }) isPaused: boolean,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return setPause(acting(context), isPaused);
  }
}
