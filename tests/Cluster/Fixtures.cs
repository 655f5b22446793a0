using CapacityBoard.Support;

[assembly: AssemblyFixture(typeof(Databases))]
