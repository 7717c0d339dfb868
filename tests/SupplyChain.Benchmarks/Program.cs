using System.CommandLine;
using SupplyChain;
using SupplyChain.Inventory;
using SupplyChain.Orders;

// Figures only: nothing here judges a time. What `--check` finds wrong makes the exit code 1.
var json = new Option<bool>("--json") { Description = "Print the figures as JSON.", Recursive = true };
return await new RootCommand("Measures the coordinator.")
    {
        json, OrdersVerb.Create(json), ActivationVerb.Create(json),
    }
    .Parse(args)
    .InvokeAsync();
