using SupplyChain;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(OneServer))]
[assembly: Parallelization(Mode = ParallelMode.None)]
