import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import { paths } from '../paths.js';
import { keysSearch } from '../search.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { PageHead } from '../ui/page-head.js';
import { Pager } from '../ui/pager.js';
import { Empty, Loaded } from '../ui/states.js';
import { useSearch } from '../ui/use-search.js';
import { CreateKey } from './create-key.js';
import { KeysTable } from './keys-table.js';

const said = strings.keys;

export function KeysPage() {
  const { cursor } = useSearch(keysSearch);
  const query = useQuery(queries.credentials(cursor));
  return (
    <>
      <PageHead title={said.heading} lead={said.lead} />
      <div className="page-body">
        <CreateKey />
        <Loaded query={query}>
          {({ items, nextCursor }) => (
            <Card title={said.list} flush>
              {items.length === 0 ? <Empty text={said.empty} /> : <KeysTable credentials={items} />}
              <Pager cursor={cursor} nextCursor={nextCursor} href={(next) => paths.keys({ cursor: next })} />
            </Card>
          )}
        </Loaded>
      </div>
    </>
  );
}
