// SAP CAP with an inventory in memory. The argument is the number of circuits; a page has 40 rows, and 100 at the most.
const cds = require('@sap/cds');
const express = require('express');

async function start(circuits) {
  const model = await cds.load('inventory.cds');
  cds.model = cds.compile.for.nodejs(model);
  await cds.deploy(model).to('db');
  const app = express();
  await cds.serve('all').from(model).in(app);
  const { Circuits, Customers, Pirs } = cds.entities('Inventory');
  const numbers = Array.from({ length: circuits }, (_, i) => i + 1);
  await INSERT.into(Customers).entries(numbers.filter((i) => i <= circuits / 2).map((i) => ({ number: `C${i}`, name: `Customer ${i}` })));
  await INSERT.into(Circuits).entries(numbers.map((i) => ({
    id: `VS${i}`, alias: `A${i}`, tier: i % 4, changed: new Date(1764547200000 + i).toISOString(), customer_number: `C${(i % 7) + 1}`,
  })));
  await INSERT.into(Pirs).entries(numbers.filter((i) => i % 3 === 0).map((i) => ({ id: `P${i}`, circuit_id: `VS${i}`, peak: i * 64 })));
  const server = app.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
}

start(Number(process.argv[2])).catch((error) => {
  console.log(error);
  process.exit(1);
});
