@path: '/odata'
@requires: 'any'
@cds.query.limit: {default: 40, max: 100}
service Inventory {
  entity Circuits {
    key id       : String(20);
        alias    : String(20);
        tier     : Integer;
        changed  : Timestamp;
        customer : Association to Customers;
        pirs     : Composition of many Pirs on pirs.circuit = $self;
  }
  entity Customers {
    key number : String(20);
        name   : String(40);
  }
  entity Pirs {
    key id      : String(20);
        circuit : Association to Circuits;
        peak    : Integer;
  }
}
