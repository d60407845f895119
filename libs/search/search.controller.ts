import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { searchApi, type SavedSearch } from '#contracts/search.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { SavedSearchesService } from './saved/saved-searches.service.js';
import { SearchReader } from './search.reader.js';

type Api = typeof searchApi;

@Controller()
export class SearchController {
  constructor(
    private readonly reader: SearchReader,
    private readonly saved: SavedSearchesService,
  ) {}

  @Route(searchApi.search)
  search(
    @FromRequest() { query }: Input<Api['search']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['search']>> {
    return this.reader.search(actor, query);
  }

  @Route(searchApi.quick)
  quick(
    @FromRequest() { query }: Input<Api['quick']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['quick']>> {
    return this.reader.quick(actor, query.q);
  }

  @Route(searchApi.saved)
  list(@CurrentActor() actor: Actor): Promise<OutputOf<Api['saved']>> {
    return this.saved.list(actor);
  }

  @Route(searchApi.save)
  save(@FromRequest() { body }: Input<Api['save']>, @CurrentActor() actor: Actor): Promise<SavedSearch> {
    return this.saved.save(actor, body);
  }

  @Route(searchApi.changeSaved)
  change(
    @FromRequest() { params, body, version }: Input<Api['changeSaved']>,
    @CurrentActor() actor: Actor,
  ): Promise<SavedSearch> {
    return this.saved.change(actor, params.id, version, body);
  }

  @Route(searchApi.seenSaved)
  seen(@FromRequest() { params }: Input<Api['seenSaved']>, @CurrentActor() actor: Actor): Promise<void> {
    return this.saved.seen(actor, params.id);
  }

  @Route(searchApi.removeSaved)
  remove(@FromRequest() { params }: Input<Api['removeSaved']>, @CurrentActor() actor: Actor): Promise<void> {
    return this.saved.remove(actor, params.id);
  }

  @Route(searchApi.unsubscribe)
  unsubscribe(@FromRequest() { body }: Input<Api['unsubscribe']>): Promise<{ name: string }> {
    return this.saved.unsubscribe(body.token);
  }
}
