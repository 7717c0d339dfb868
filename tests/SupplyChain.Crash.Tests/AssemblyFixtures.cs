using SupplyChain;
using Xunit;

[assembly: AssemblyFixture(typeof(OneNode))]
