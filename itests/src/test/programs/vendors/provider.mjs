// An OpenID provider, and an inventory on a port of its own that asks the provider about each token that it is shown.
// The argument is a file: {"clients", "seconds" that a token lives, "circuits", "delay" of a page in ms, "revokeAt" a page}
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const JUDGE = { client_id: 'inventory', client_secret: 'known-to-the-inventory-only', grant_types: [], redirect_uris: [], response_types: [] };

async function listening(server) {
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}`;
}

const atProvider = createServer();
const issuer = await listening(atProvider);
const provider = new Provider(issuer, {
  clients: [JUDGE, ...settings.clients],
  scopes: ['inventory.read'],
  ttl: { ClientCredentials: settings.seconds },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    introspection: { enabled: true },
  },
});
provider.on('grant.success', (ctx) => console.log('issued', ctx.body.access_token, 'by', ctx.oidc.client.clientAuthMethod));
provider.on('grant.error', (ctx, error) => console.log('refused', error.error, error.error_detail ?? ''));
provider.on('server_error', (ctx, error) => console.log(error));
atProvider.on('request', provider.callback());

const basic = `Basic ${Buffer.from(`${JUDGE.client_id}:${JUDGE.client_secret}`).toString('base64')}`;
async function judge(token) {
  const body = new URLSearchParams({ token });
  const answer = await fetch(`${issuer}/token/introspection`, { method: 'POST', headers: { authorization: basic }, body });
  if (!answer.ok) throw new Error(`introspection: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

let pages = 0;
async function list(request, response) {
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const judged = token ? await judge(token) : { active: false };
  const good = judged.active && judged.scope === 'inventory.read';
  const query = new URL(request.url, issuer).searchParams;
  const offset = Number(query.get('offset') ?? 0);
  console.log(good ? 200 : 401, request.url);
  response.setHeader('content-type', 'application/json');
  if (!good) {
    response.statusCode = 401;
    response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
    response.end(JSON.stringify({ error: 'invalid_token' }));
    return;
  }
  pages += 1;
  if (pages === settings.revokeAt) await (await provider.ClientCredentials.find(token)).destroy();
  await new Promise((done) => setTimeout(done, settings.delay));
  const items = [];
  for (let i = offset; i < Math.min(offset + Number(query.get('limit')), settings.circuits); i += 1) items.push({ id: `VS${i}` });
  response.end(JSON.stringify({ total: settings.circuits, items }));
}

const atInventory = createServer((request, response) => {
  list(request, response).catch((error) => {
    console.log(error);
    response.writeHead(500).end();
  });
});
console.log('inventory', await listening(atInventory));
console.log('listening on', issuer);
