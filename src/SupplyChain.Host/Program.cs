using System.CommandLine;
using System.CommandLine.Invocation;
using Microsoft.Extensions.Options;
using SupplyChain.Host;
using SupplyChain.Host.Bench;
using SupplyChain.Host.Nodes;
using SupplyChain.Host.Remote;

var json = new Option<bool>("--json") { Description = "Answer in JSON on standard output.", Recursive = true };
var root = new RootCommand("SupplyChain keeps the orders, stock and shipments of a network of warehouses.")
{
    json,
    UpVerb.Create(json),
    ImportVerb.Create(json),
    StatusVerb.Create(json),
    DrainVerb.Create(json),
    VerifyVerb.Create(json),
    RebuildVerb.Create(json),
    BenchVerb.Create(json),
};

var line = root.Parse(args);
var howToRun = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
if (line.Action is ParseErrorAction complaint)
{
    howToRun.Output = Console.Error;
    complaint.ShowHelp = line.CommandResult.Command == root;
    await line.InvokeAsync(howToRun);
    return ExitCode.BadUsage;
}

try
{
    return await line.InvokeAsync(howToRun);
}
catch (VerbException failure)
{
    Terminal.Note($"supplychain: {failure.Message}");
    return failure.Code;
}
catch (OptionsValidationException faulty)
{
    Terminal.Note($"supplychain: {string.Join(' ', faulty.Failures.Distinct())}");
    return ExitCode.BadUsage;
}
catch (Exception failure)
{
    Terminal.Note($"supplychain: This should not have happened; please report it.\n{failure}");
    return ExitCode.Failed;
}
